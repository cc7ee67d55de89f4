// Which transitions of a graph take most of the time its cases wait: by the graph alone, as far as it remembers.
import type { Activity, ProcessGraph } from '../../domain/graph.ts';
import type { TransitionId } from '../../domain/ids.ts';

/** As for findings: places are taken, the longest waiting first, until together they hold this share of all waiting. */
const SHARE_TO_EXPLAIN = 0.9;
const LEAST_SHARE = 0.01;

/**
 * Share of all waiting by transition, for those that are bottlenecks. As `findBottlenecks` ranks them, except that a
 * stored graph no longer says which activities run side by side, so none is left out for that.
 */
export function listBottlenecks({ activities, transitions }: ProcessGraph): ReadonlyMap<TransitionId, number> {
  const activityOf = new Map(activities.map((activity): [string, Activity] => [activity.id, activity]));
  const waiting = transitions.filter(({ wait }) => wait !== null);
  const totalMs = waiting.reduce((sum, { wait }) => sum + wait!.sumMs, 0);
  const found = new Map<TransitionId, number>();
  if (totalMs === 0) return found;
  let explained01 = 0;
  for (const { id, target, wait } of waiting.toSorted((a, b) => b.wait!.sumMs - a.wait!.sumMs)) {
    const share01 = wait!.sumMs / totalMs;
    if (explained01 >= SHARE_TO_EXPLAIN || share01 < LEAST_SHARE) break;
    explained01 += share01;
    const processing = activityOf.get(target)?.processing;
    if (!processing || wait!.meanMs > processing.meanMs) found.set(id, share01);
  }
  return found;
}
