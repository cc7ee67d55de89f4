// In: the instances of one log. Out: each activity's counts, rework, people and time spent.
import type { Tally } from '../domain/graph.ts';
import type { RowColumns } from '../domain/log.ts';
import type { MinedActivity, MinedTransition } from '../domain/mined-log.ts';
import { countGroups, countPairs, placesOf, rankGroups } from '../lib/count-pairs.ts';
import { groupSpans, type SpanGroup } from './mine-durations.ts';
import { type InstanceColumns, rowAt } from './mine-instances.ts';

/** One entry for each of the log's activities, in its order; some may never occur (count 0). */
export function mineActivities(
  columns: RowColumns,
  instances: InstanceColumns,
  transitions: readonly MinedTransition[],
): MinedActivity[] {
  const { activities, resources, roles } = columns;
  const groups = countGroups(instances.activityOf, activities.length);
  const { cases, reworkCases } = countCases(instances, activities.length);
  const selfLoops = new Map(
    transitions.filter(({ source, target }) => source === target).map(({ source, count }) => [source, count]),
  );
  const people = tallyNames(instances.resourceOf, resources);
  const roleTallies = tallyNames(instances.roleOf, roles);
  const processing = timeWork(instances, activities.length);
  return activities.map((label, activity) => ({
    label,
    count: groups.counts[activity]!,
    cases: cases[activity]!,
    reworkCases: reworkCases[activity]!,
    selfLoops: selfLoops.get(activity) ?? 0,
    roles: roleTallies[activity]!,
    resources: people[activity]!,
    processing: processing[activity]?.durations ?? null,
    rows: Array.from(placesOf(groups, activity), (at) => rowAt(instances, at)),
  }));

  function tallyNames(nameOf: Int32Array, names: readonly string[]): Tally[][] {
    const tallies: Tally[][] = activities.map(() => []);
    if (names.length === 0) return tallies;
    const pairs = countPairs(instances.activityOf, nameOf, { firsts: activities.length, seconds: names.length });
    for (const pair of rankGroups(pairs)) {
      tallies[pairs.firstOf(pair)]!.push({ name: names[pairs.secondOf(pair)]!, count: pairs.counts[pair]! });
    }
    return tallies;
  }
}

/** From start to end of the instances of each activity of which both are known. */
function timeWork(
  { activityOf, processingMs, startMs, endMs }: InstanceColumns,
  activities: number,
): (SpanGroup | undefined)[] {
  if (!processingMs) return [];
  const groupOf = activityOf.map((activity, at) => (Number.isNaN(processingMs[at]!) ? activities : activity));
  return groupSpans(countGroups(groupOf, activities), { fromMs: startMs, toMs: endMs, lag: 0 });
}

/** Cases in which each activity occurs, and cases in which it does so more than once. */
function countCases({ length, caseOf, activityOf }: InstanceColumns, activities: number) {
  const cases = new Int32Array(activities);
  const reworkCases = new Int32Array(activities);
  tallyCases({ length, caseOf, activityOf }, { cases, reworkCases });
  return { cases, reworkCases };
}

function tallyCases(
  { length, caseOf, activityOf }: Pick<InstanceColumns, 'length' | 'caseOf' | 'activityOf'>,
  { cases, reworkCases }: { cases: Int32Array; reworkCases: Int32Array },
): void {
  // The case an activity was last met in, and the last one it came back in.
  const lastCase = new Int32Array(cases.length).fill(-1);
  const lastRework = new Int32Array(cases.length).fill(-1);
  for (let at = 0; at < length; at += 1) {
    const activity = activityOf[at]!;
    const inCase = caseOf[at]!;
    if (lastCase[activity] !== inCase) {
      lastCase[activity] = inCase;
      cases[activity]! += 1;
    } else if (lastRework[activity] !== inCase) {
      lastRework[activity] = inCase;
      reworkCases[activity]! += 1;
    }
  }
}
