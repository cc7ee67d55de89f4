// In: the joined logs of a process. Out: what they say of time, repeats and batches, before it is put into words.
import type { CaseTimes, CycleBar, Period, PeriodCounts } from '../../domain/performance.ts';
import { countPairs, rankGroups } from '../../lib/count-pairs.ts';
import { mineBatches, type MinedBatches } from '../mine-batches.ts';
import { mineCaseTimes } from '../mine-case-times.ts';
import { listCaseStarts } from '../mine-cases.ts';
import { type EnabledFlow, mineEnabled } from '../mine-enabled.ts';
import type { InstanceColumns } from '../mine-instances.ts';
import {
  type ActivityLoops,
  type DoneAgain,
  mineDoneAgain,
  type MinedPingPong,
  mineLoops,
  minePingPongs,
} from '../mine-loops.ts';
import { mineThroughput, pickPeriod } from '../mine-throughput.ts';
import { barCycles } from './bar-cycles.ts';
import type { JoinedLogs } from './join-logs.ts';

export interface MinedPerformance {
  readonly cases: number;
  readonly instances: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly throughput: { readonly period: Period; readonly periods: readonly PeriodCounts[] };
  readonly caseTimes: CaseTimes;
  readonly cycleBars: readonly CycleBar[];
  /** Of the activities that some case has again, the most repeated first. */
  readonly repeats: readonly (DoneAgain & { readonly activity: number; readonly loops: ActivityLoops })[];
  readonly pingPongs: readonly MinedPingPong[];
  readonly batches: readonly MinedBatches[];
  /** Null where nothing runs side by side. */
  readonly enabled: (EnabledFlow & { countDirect(source: number, target: number): number }) | null;
}

/** A chart of more is no chart, and a slip of the clock by a century must not make a million of them. */
const MOST_PERIODS = 1500;
/** What fits on a screen. */
const READABLE_PERIODS = 60;

/** `period`: the shortest that is readable where none is given. There must be a case. */
export function minePerformance(
  { instances, activities, resources, cite }: JoinedLogs,
  { period: wanted }: { readonly period?: Period | undefined },
): MinedPerformance {
  const caseStarts = listCaseStarts(instances);
  const { cycleMs, ...caseTimes } = mineCaseTimes(instances, caseStarts);
  const { fromMs, toMs } = findSpan(instances);
  const period = coarser(wanted ?? pickPeriod(fromMs, toMs, READABLE_PERIODS), pickPeriod(fromMs, toMs, MOST_PERIODS));
  const sizes = { activities: activities.length, resources: resources.length };
  const loops = mineLoops(instances, activities.length);
  const again = mineDoneAgain(instances, activities.length);
  return {
    cases: cycleMs.length,
    instances: instances.length,
    fromMs,
    toMs,
    throughput: { period, periods: mineThroughput(instances, { caseStarts, period }) },
    caseTimes,
    cycleBars: barCycles(cycleMs).map(({ examples, ...bar }) => ({
      ...bar,
      evidence: cite(
        examples.map((at) => caseStarts[at + 1]! - 1),
        bar.cases,
      ),
    })),
    repeats: again
      .map((one, activity) => ({ ...one, activity, loops: loops[activity]! }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
    pingPongs: minePingPongs(instances, activities.length),
    batches: resources.length > 0 ? mineBatches(instances, sizes) : [],
    enabled: runsSideBySide(instances)
      ? { ...mineEnabled(instances, activities.length), countDirect: countDirectly(instances, activities.length) }
      : null,
  };
}

const ORDER: readonly Period[] = ['hour', 'day', 'week', 'month'];

const coarser = (one: Period, other: Period): Period => (ORDER.indexOf(one) < ORDER.indexOf(other) ? other : one);

function findSpan({ startMs, endMs, length }: InstanceColumns): { fromMs: number; toMs: number } {
  let [fromMs, toMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < length; at += 1) {
    if (startMs[at]! < fromMs) fromMs = startMs[at]!;
    if (endMs[at]! > toMs) toMs = endMs[at]!;
  }
  return { fromMs, toMs };
}

/** Whether an instance begins before what stands before it in its case has ended. */
function runsSideBySide({ startMs, endMs, caseOf, length }: InstanceColumns): boolean {
  for (let at = 1; at < length; at += 1) {
    if (caseOf[at] === caseOf[at - 1] && startMs[at]! < endMs[at - 1]!) return true;
  }
  return false;
}

/** How often each activity directly follows each other one. */
function countDirectly({ caseOf, activityOf }: InstanceColumns, activities: number) {
  const sizes = { firsts: activities, seconds: activities, within: caseOf };
  const pairs = countPairs(activityOf, activityOf, sizes);
  const counts = new Map(
    Array.from(rankGroups(pairs), (pair) => [`${pairs.firstOf(pair)} ${pairs.secondOf(pair)}`, pairs.counts[pair]!]),
  );
  return (source: number, target: number): number => counts.get(`${source} ${target}`) ?? 0;
}
