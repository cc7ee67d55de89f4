// What a terminal shows: one JSON document on stdout, words on stdout for people, progress on stderr.
import type { Progress } from '../domain/progress.ts';
import { describeProgress } from './progress-line.ts';

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Warnings go to stderr: they are about the result, not part of it. */
export function warn(warnings: readonly string[]): void {
  for (const warning of warnings) process.stderr.write(`mirror: note: ${warning}\n`);
}

/** Runs long work to its end, showing one line of progress where a person watches. */
export async function follow<Result>(calling: Promise<AsyncIteratorObject<Progress, Result>>): Promise<Result> {
  const shown = showProgress();
  try {
    const work = await calling;
    for (;;) {
      const { value, done } = await work.next();
      if (done) return value;
      shown.tell(value);
    }
  } finally {
    shown.end();
  }
}

/** The line is drawn anew each second: a stage may take a minute over one file, and must not look dead. */
function showProgress(): { tell(progress: Progress): void; end(): void } {
  const startedMs = Date.now();
  let latest: { readonly progress: Progress; readonly sinceMs: number } | undefined;
  const draw = (): void => {
    if (latest === undefined || !process.stderr.isTTY) return;
    const nowMs = Date.now();
    const { progress, sinceMs } = latest;
    const line = describeProgress({ progress, stageMs: nowMs - sinceMs, totalMs: nowMs - startedMs });
    process.stderr.write(`\r\x1b[2K${line.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1))}`);
  };
  const timer = setInterval(draw, 1000);
  return {
    tell: (progress) => {
      const isSame = latest?.progress.stage === progress.stage && latest.progress.of === progress.of;
      latest = { progress, sinceMs: isSame && latest ? latest.sinceMs : Date.now() };
      draw();
    },
    end: () => {
      clearInterval(timer);
      clearLine();
    },
  };
}

function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
}

/** "1 handoff", "2 handoffs". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
