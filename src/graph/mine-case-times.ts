// In: the instances of one log. Out: how long its cases take, are worked on, and lie idle.
import type { Durations } from '../domain/graph.ts';
import { allDurations } from './mine-durations.ts';
import type { InstanceColumns } from './mine-instances.ts';

/** Distributions over cases, after edeaR: throughput, processing and idle time. */
export interface CaseTimes {
  /** From the first start to the last end of a case, idle time included. */
  readonly cycle: Durations | null;
  /** The lengths of all its instances together; work done side by side counts as often as it is done. */
  readonly processing: Durations | null;
  /** Time between the first start and the last end in which nothing of it is worked on. */
  readonly idle: Durations | null;
}

/** Without start times nobody is seen at work, so only `cycle` is known then. */
export function mineCaseTimes({ startMs, endMs, processingMs }: InstanceColumns, caseStarts: Int32Array): CaseTimes {
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
    cycle: allDurations(cycleMs),
    processing: processingMs && allDurations(workedMs),
    idle: processingMs && allDurations(idleMs),
  };
}
