// In: the instances of one log. Out: what is said of its cases as wholes: how they start and end, and how long they take.
import type { Durations } from '../domain/graph.ts';
import type { MinedLog } from '../domain/mined-log.ts';
import { countGroups, placesOf, rankGroups } from '../lib/count-pairs.ts';
import { allDurations } from './mine-durations.ts';
import { type InstanceColumns, rowAt } from './mine-instances.ts';

/** Where each case begins, and one more at the end: where the last one ends. */
export function listCaseStarts({ length, caseOf }: InstanceColumns): Int32Array {
  const starts = new Int32Array(length + 1);
  let cases = 0;
  for (let at = 0; at < length; at += 1) {
    if (at > 0 && caseOf[at] === caseOf[at - 1]) continue;
    starts[cases] = at;
    cases += 1;
  }
  starts[cases] = length;
  return starts.subarray(0, cases + 1);
}

/** From the first start to the last end of each case; null without cases. */
export function mineCycle({ startMs, endMs }: InstanceColumns, caseStarts: Int32Array): Durations | null {
  const cyclesMs = new Float64Array(caseStarts.length - 1);
  // Instances stand in order of their starts; where each has one time, that is the order of their ends as well.
  const isInOrderOfEnd = startMs === endMs;
  for (let at = 0; at < cyclesMs.length; at += 1) {
    const [first, last] = [caseStarts[at]!, caseStarts[at + 1]! - 1];
    cyclesMs[at] = (isInOrderOfEnd ? endMs[last]! : findLastEnd(endMs, first, last)) - startMs[first]!;
  }
  return allDurations(cyclesMs);
}

function findLastEnd(endMs: Float64Array, first: number, last: number): number {
  let lastMs = endMs[last]!;
  for (let at = first; at < last; at += 1) if (endMs[at]! > lastMs) lastMs = endMs[at]!;
  return lastMs;
}

/** Which activities cases start and end with, the most frequent first. */
export function mineEnds(
  instances: InstanceColumns,
  { caseStarts, activities }: { caseStarts: Int32Array; activities: number },
): Pick<MinedLog, 'start' | 'end'> {
  const starts = caseStarts.subarray(0, -1);
  return { start: tally(starts), end: tally(caseStarts.subarray(1).map((next) => next - 1)) };

  function tally(places: Int32Array): MinedLog['start'] {
    const groups = countGroups(
      places.map((place) => instances.activityOf[place]!),
      activities,
    );
    return Array.from(rankGroups(groups), (activity) => ({
      activity,
      count: groups.counts[activity]!,
      rows: Array.from(placesOf(groups, activity), (at) => rowAt(instances, places[at]!)),
    }));
  }
}
