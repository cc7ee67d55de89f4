// Where in its cases each activity of a log happens.
import type { MinedLog } from '../domain/mined-log.ts';

/** By label, 0 for the first of a case and 1 for the last, on average over the commonest variants. */
export function placeActivities({ activities, variants }: MinedLog): Map<string, number> {
  const sums = activities.map(() => ({ places: 0, times: 0 }));
  for (const { activities: path, count } of variants.top) {
    for (const [at, activity] of path.entries()) {
      const sum = sums[activity]!;
      sum.places += (count * at) / Math.max(1, path.length - 1);
      sum.times += count;
    }
  }
  return new Map(
    sums.flatMap(({ places, times }, at) => (times > 0 ? [[activities[at]!.label, places / times] as const] : [])),
  );
}
