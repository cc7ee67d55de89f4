// What a kill -9 costs: recorders that run in real time are killed at random moments, and the next start saves them. What
// hours cost: the memory of the core that records them. What it costs beside ffmpeg: CPU of the browser and of x11grab.
//   node bench/capture.ts [--kills N] [--browser-kills N] [--at-once N] [--chunks-per-second N] [--seed N] [--hours N] [--cpu SECONDS] [--json]
// Lost is what the clock had reached when the process was killed, less what the saved recording holds: the chunk that was
// still being filled counts, as it does for a person. 0 leaves a part out, and its figures are null.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '../src/lib/random.ts';
import { makeWebm } from '../src/host/recorder/testing.ts';
import { compareCpu } from './capture/compare-cpu.ts';
import { killAndRecover, type Recovered } from './capture/kill-and-recover.ts';
import { killBrowsers } from './capture/kill-browsers.ts';

const LONGEST_MS = 9_000;
const SHORTEST_MS = 2_000;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    'browser-kills': { type: 'string', default: '0' },
    'at-once': { type: 'string', default: '4' },
    'chunks-per-second': { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    hours: { type: 'string', default: '2' },
    cpu: { type: 'string', default: '60' },
    json: { type: 'boolean' },
  },
});
const random = createRandom(Number(values.seed));
const drawMoments = (count: string): number[] =>
  Array.from({ length: Number(count) }, () => SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS));
const outcomes = await run(drawMoments(values.kills));
const killed = sum(outcomes);
const browsers =
  Number(values['browser-kills']) > 0 ? await killBrowsers(drawMoments(values['browser-kills']), say) : [];
const memory = Number(values.hours) > 0 ? recordHours(values.hours) : undefined;
const cpu = Number(values.cpu) > 0 ? await compareCpu({ seconds: Number(values.cpu) }) : undefined;
const figures = {
  ...killed,
  acknowledgedLost: outcomes.filter(({ isKeptThere }) => !isKeptThere).length,
  chunksPerSecond: Number(values['chunks-per-second']),
  browsers: browsers.length > 0 ? sum(browsers) : null,
  cpuRatio: cpu?.cpuRatio ?? null,
  rssMb: memory?.rssMb.at(-1) ?? null,
  // Over the second half: in the first, pages and caches are still being filled.
  rssGrowthMb: memory ? memory.rssMb.at(-1)! - memory.rssMb[memory.rssMb.length >> 1]! : null,
  hours: memory ? memory.recordedMs / 3_600_000 : null,
  cpu: cpu ?? null,
};
console.log(values.json ? JSON.stringify(figures) : figures);
for (const { problem } of outcomes) if (problem) console.error(problem);
process.exitCode = [...outcomes, ...browsers].every(({ lostMs }) => lostMs !== undefined) ? 0 : 1;

function sum(all: readonly Recovered[]): Record<'kills' | 'recovered' | 'maxLossMs' | 'medianLossMs', number | null> {
  const losses = all.flatMap(({ lostMs }) => (lostMs === undefined ? [] : [lostMs])).toSorted((a, b) => a - b);
  const [maxLossMs, medianLossMs] = [losses.at(-1) ?? null, losses[losses.length >> 1] ?? null];
  return { kills: all.length, recovered: losses.length, maxLossMs, medianLossMs };
}

/** They take minutes: each is told as it is done. */
function say({ lostMs, problem }: Recovered): void {
  console.error(problem ?? `${lostMs} ms lost`);
}

/** Of the core, in MB, twelve times in the recording. */
function recordHours(hours: string): { rssMb: number[]; recordedMs: number } {
  const script = join(import.meta.dirname, 'capture', 'record-hours.ts');
  const args = ['--expose-gc', '--disable-warning=ExperimentalWarning', script, hours];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  // Safe: our own script's only line.
  return JSON.parse(printed) as { rssMb: number[]; recordedMs: number };
}

async function run(waiting: number[]): Promise<Recovered[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-bench-'));
  const file = join(folder, 'made.webm');
  writeFileSync(file, makeWebm(folder, LONGEST_MS / 1000 + 2));
  const done: Recovered[] = [];
  const left = [...waiting.entries()];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [at, afterMs] = next;
      const options = { workspace: join(folder, String(at)), file, afterMs };
      done.push(await killAndRecover({ ...options, chunksPerSecond: Number(values['chunks-per-second']) }));
    }
  };
  try {
    await Promise.all(Array.from({ length: Number(values['at-once']) }, work));
    return done;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
