// In: the instances of one log. Out: how many cases start and end in each period, and how many are under way at its end.
import type { Period, PeriodCounts } from '../domain/performance.ts';
import type { InstanceColumns } from './mine-instances.ts';

/**
 * One entry for each period from the first start to the last end, those without any included; weeks begin on Monday.
 * A case starts with its first start and ends with its last end in the log, whether or not it was done by then.
 */
export function mineThroughput(
  { startMs, endMs }: InstanceColumns,
  { caseStarts, period }: { caseStarts: Int32Array; period: Period },
): PeriodCounts[] {
  const cases = caseStarts.length - 1;
  const firstMs = new Float64Array(cases);
  const lastMs = new Float64Array(cases);
  for (let at = 0; at < cases; at += 1) {
    // Instances stand in order of their starts.
    firstMs[at] = startMs[caseStarts[at]!]!;
    let last = Number.NEGATIVE_INFINITY;
    for (let place = caseStarts[at]!; place < caseStarts[at + 1]!; place += 1) last = Math.max(last, endMs[place]!);
    lastMs[at] = last;
  }
  firstMs.sort();
  lastMs.sort();
  const counted: PeriodCounts[] = [];
  let [started, ended] = [0, 0];
  for (let fromMs = floorTo(firstMs[0] ?? 0, period); ended < cases; ) {
    const untilMs = nextAfter(fromMs, period);
    const [startedBefore, endedBefore] = [started, ended];
    while (started < cases && firstMs[started]! < untilMs) started += 1;
    while (ended < cases && lastMs[ended]! < untilMs) ended += 1;
    counted.push({ fromMs, started: started - startedBefore, ended: ended - endedBefore, open: started - ended });
    fromMs = untilMs;
  }
  return counted;
}

/** The shortest period that cuts the time into no more than `most` parts; months where none does. */
export function pickPeriod(fromMs: number, toMs: number, most: number): Period {
  const lengths = Object.entries(LENGTHS) as [keyof typeof LENGTHS, number][]; // safe: its own keys and values
  return lengths.find(([, ms]) => (toMs - fromMs) / ms <= most)?.[0] ?? 'month';
}

const HOUR = 3_600_000;
const LENGTHS = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR } as const;
/** 1970 began on a Thursday. */
const FIRST_MONDAY_MS = 4 * LENGTHS.day;

function floorTo(ms: number, period: Period): number {
  if (period === 'month') {
    const date = new Date(ms);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  }
  const offsetMs = period === 'week' ? FIRST_MONDAY_MS : 0;
  return Math.floor((ms - offsetMs) / LENGTHS[period]) * LENGTHS[period] + offsetMs;
}

function nextAfter(fromMs: number, period: Period): number {
  if (period !== 'month') return fromMs + LENGTHS[period];
  const date = new Date(fromMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
