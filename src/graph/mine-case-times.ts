// In: the instances of one log. Out: how long its cases take, are worked on, and lie idle.
import type { CaseTimes, Shares } from '../domain/performance.ts';
import { allDurations } from './mine-durations.ts';
import type { InstanceColumns } from './mine-instances.ts';

export interface MinedCaseTimes extends CaseTimes {
  /** By case. */
  readonly cycleMs: Float64Array;
}

/** After edeaR: throughput, processing and idle time. Without start times nobody is seen at work: only `cycle` is known. */
export function mineCaseTimes(
  { startMs, endMs, processingMs }: InstanceColumns,
  caseStarts: Int32Array,
): MinedCaseTimes {
  const cases = caseStarts.length - 1;
  const cycleMs = new Float64Array(cases);
  const workedMs = new Float64Array(cases);
  const idleMs = new Float64Array(cases);
  for (let at = 0; at < cases; at += 1) {
    const from = caseStarts[at]!;
    // Instances stand in order of their starts, so whatever starts after all before it has ended ends an idle time.
    let busyUntilMs = startMs[from]!;
    for (let place = from; place < caseStarts[at + 1]!; place += 1) {
      idleMs[at]! += Math.max(0, startMs[place]! - busyUntilMs);
      workedMs[at]! += endMs[place]! - startMs[place]!;
      busyUntilMs = Math.max(busyUntilMs, endMs[place]!);
    }
    cycleMs[at] = busyUntilMs - startMs[from]!;
  }
  return {
    cycleMs,
    cycle: allDurations(cycleMs),
    processing: processingMs && allDurations(workedMs),
    waiting: processingMs && allDurations(idleMs),
    efficiency: processingMs && shareActive(cycleMs, idleMs),
  };
}

/** Of the cases that take any time, the part of it in which they do not lie idle. */
function shareActive(cycleMs: Float64Array, idleMs: Float64Array): Shares | null {
  const shares = Float64Array.from(cycleMs, (ms, at) => (ms > 0 ? 1 - idleMs[at]! / ms : Number.NaN));
  const spread = allDurations(shares.filter((share) => !Number.isNaN(share)));
  if (spread === null) return null;
  const sum = (values: Float64Array): number => values.reduce((total, ms) => total + ms, 0);
  return { n: spread.n, overall01: 1 - sum(idleMs) / sum(cycleMs), median01: spread.medianMs };
}
