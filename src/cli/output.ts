// What a terminal shows: one JSON document on stdout, words on stdout for people, progress on stderr.
import type { Progress } from '../domain/progress.ts';

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
  const work = await calling;
  for (;;) {
    const { value, done } = await work.next();
    if (done) {
      clearLine();
      return value;
    }
    showProgress(value);
  }
}

function showProgress({ stage, done, total, unit }: Progress): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\x1b[2K${stage}: ${done}${total === null ? '' : ` of ${total}`} ${unit}`);
}

function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
}

/** "1 handoff", "2 handoffs". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
