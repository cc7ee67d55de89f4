// mirror performance --process NAME [--from ACTIVITY --to ACTIVITY] [--per day] [--period FROM..TO ...]
import { MirrorError } from '../../domain/errors.ts';
import type { Durations } from '../../domain/graph.ts';
import type { CycleBar, Performance, Period, PeriodCounts, Spectrum } from '../../domain/performance.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { sayDuration, sayShare } from '../../insights/say.ts';
import { findProcess } from '../find-process.ts';
import { count, print, printJson } from '../output.ts';
import { readSlice, type SliceOptions } from '../read-slice.ts';
import { withClient } from '../with-client.ts';

interface PerformanceOptions extends SliceOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly per?: Period;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly json?: boolean;
}

export async function runPerformance(options: PerformanceOptions): Promise<void> {
  const { from, to, per, limit } = options;
  if ((from === undefined) !== (to === undefined)) throw new MirrorError('performance/half-way');
  const slice = readSlice(options);
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client, signal) => {
    const { id } = await findProcess(client, options.process);
    const which = { processId: id, ...(slice && { slice }) };
    if (from !== undefined && to !== undefined) {
      const wish = { ...which, source: from, target: to, ...(options.json ? { limit } : { limit: 1, bins: ROWS }) };
      const spectrum = await client.performance.spectrum(wish, { signal });
      return options.json ? printJson(spectrum) : printSpectrum(spectrum);
    }
    const performance = await client.performance.measure({ ...which, limit, ...(per && { period: per }) }, { signal });
    if (options.json) printJson(performance);
    else printPerformance(performance, limit);
  });
}

/** Lines of a spectrum on a terminal. */
const ROWS = 20;

function printPerformance(found: Performance, limit: number): void {
  const { cases, fromMs, toMs, definitions, notes } = found;
  print(`${found.process}: ${found.scope}, ${count(cases, 'case')} from ${day(fromMs)} to ${day(toMs)}`);
  printTimes(found);
  printBars(found.cycleBars);
  printThroughput(found.throughput.period, found.throughput.periods);
  printSentences('Done again', found.repeats, limit);
  printSentences('Back and forth', found.pingPongs, limit);
  printSentences('In batches', found.batches, limit);
  printEnabled(found.enabled, limit);
  print();
  for (const note of notes) print(`Note: ${note}`);
  print('What the numbers count:');
  for (const [word, meaning] of Object.entries(definitions)) print(`  ${word}: ${meaning}`);
}

function printTimes({ caseTimes: { cycle, processing, waiting, efficiency } }: Performance): void {
  print();
  print(`${'A case takes'.padEnd(16)}${COLUMNS.map((column) => column.padStart(13)).join('')}        n`);
  const rows: readonly (readonly [string, Durations | null])[] = [
    ['cycle', cycle],
    ['processing', processing],
    ['waiting', waiting],
  ];
  for (const [word, times] of rows) if (times) print(`  ${word.padEnd(14)}${timeCells(times)}`);
  if (!efficiency) return;
  const { overall01, median01, n } = efficiency;
  print(
    `  efficiency    ${sayShare(overall01)} of all time is worked on, ${sayShare(median01)} in the median of ${count(n, 'case')}`,
  );
}

const COLUMNS = ['median', 'mean', '90 % within', 'shortest', 'longest'] as const;

function timeCells({ medianMs, meanMs, p90Ms, minMs, maxMs, n }: Durations): string {
  const cells = [medianMs, meanMs, p90Ms, minMs, maxMs].map((ms) => sayDuration(ms).padStart(13));
  return `${cells.join('')}${String(n).padStart(9)}`;
}

function printBars(bars: readonly CycleBar[]): void {
  const most = Math.max(...bars.map(({ cases }) => cases));
  print();
  print('   cases  cycle time');
  for (const { fromMs, toMs, cases } of bars) {
    const span = toMs === null ? `${sayDuration(fromMs)} or longer` : `${sayDuration(fromMs)} to ${sayDuration(toMs)}`;
    print(`${String(cases).padStart(8)}  ${span.padEnd(26)} ${'█'.repeat(Math.ceil((cases / most) * 30))}`.trimEnd());
  }
}

function printThroughput(period: Period, periods: readonly PeriodCounts[]): void {
  print();
  print(` started    ended     open  ${period} from (UTC)`);
  for (const { fromMs, started, ended, open } of periods)
    print(`${[started, ended, open].map((cases) => String(cases).padStart(8)).join(' ')}  ${moment(fromMs, period)}`);
}

interface Sentences {
  readonly total: number;
  readonly list: readonly { readonly sentence: string }[];
}

function printSentences(title: string, { total, list }: Sentences, limit: number): void {
  if (total === 0) return;
  print();
  print(title);
  for (const { sentence } of list) print(`  ${sentence}`);
  printRest(total - list.length, limit);
}

function printEnabled(enabled: Performance['enabled'], limit: number): void {
  if (!enabled) return;
  print();
  print('   times  directly  median wait  what makes what possible, where work runs side by side');
  for (const { source, target, count: times, direct, wait } of enabled.list) {
    const figures = [String(times).padStart(8), String(direct).padStart(8), sayDuration(wait.medianMs).padStart(11)];
    print(`${figures.join('  ')}  ${source} -> ${target}`);
  }
  printRest(enabled.total - enabled.list.length, limit);
}

function printRest(rest: number, limit: number): void {
  if (rest > 0) print(`  and ${count(rest, 'more')}; --limit shows more than ${limit}`.replace('mores', 'more'));
}

function printSpectrum({ process, scope, source, target, wait, quartilesMs, bins, toMs }: Spectrum): void {
  print(`${process}: ${scope}, from the end of "${source}" to the start of "${target}"`);
  print();
  print(`${''.padEnd(16)}${COLUMNS.map((column) => column.padStart(13)).join('')}        n`);
  print(`  ${'takes'.padEnd(14)}${timeCells(wait)}`);
  print();
  const [first, second, third] = quartilesMs.map(sayDuration);
  print(`Quarters: up to ${first}, up to ${second}, up to ${third}, and longer`);
  print();
  print('  begun, by quarter of how long they take          under way at its start, by quarter    from (UTC)');
  const length = bins.length === 1 ? toMs - bins[0]!.fromMs : bins[1]!.fromMs - bins[0]!.fromMs;
  for (const { fromMs, started, pending } of bins) {
    const cells = (counts: readonly number[]): string => counts.map((times) => String(times).padStart(8)).join(' ');
    print(`${cells(started)}              ${cells(pending)}  ${moment(fromMs, length < DAY ? 'hour' : 'day')}`);
  }
}

const DAY = 86_400_000;

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function moment(ms: number, period: Period): string {
  const text = new Date(ms).toISOString();
  if (period === 'hour') return `${text.slice(0, 10)} ${text.slice(11, 16)}`;
  return period === 'month' ? text.slice(0, 7) : text.slice(0, 10);
}
