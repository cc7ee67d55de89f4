// In: the instances of one log. Out: each activity's counts, rework, people and time spent.
import type { Tally } from '../domain/graph.ts';
import type { LogColumns } from '../domain/log.ts';
import type { MinedActivity } from '../domain/mined-log.ts';
import { groupDurations } from './mine-durations.ts';
import type { InstanceColumns } from './mine-instances.ts';
import { countPairs, EXAMPLE_ROWS, talliesOf } from './mine-tallies.ts';

/** One entry for each of the log's activities, in its order; some may never occur (count 0). */
export function mineActivities(columns: LogColumns, instances: InstanceColumns): MinedActivity[] {
  const { activities, resources, roles } = columns;
  const { activityOf, processingMs } = instances;
  const counted = countActivities(instances, activities.length);
  const people = tallyNames(instances.resourceOf, resources);
  const roleTallies = tallyNames(instances.roleOf, roles);
  const processing =
    processingMs && groupDurations(timedOnly(activityOf, processingMs), processingMs, activities.length);
  return activities.map((label, activity) => ({
    label,
    count: counted.counts[activity]!,
    cases: counted.cases[activity]!,
    reworkCases: counted.reworkCases[activity]!,
    selfLoops: counted.selfLoops[activity]!,
    roles: roleTallies[activity]!,
    resources: people[activity]!,
    processing: processing?.[activity] ?? null,
    rows: counted.rows[activity]!,
  }));

  function tallyNames(nameOf: Int32Array, names: readonly string[]): Tally[][] {
    if (names.length === 0) return activities.map(() => []);
    const size = { firsts: activities.length, seconds: names.length };
    return talliesOf(countPairs(activityOf, nameOf, size), names, activities.length);
  }
}

const timedOnly = (activityOf: Int32Array, processingMs: Float64Array): Int32Array =>
  activityOf.map((activity, at) => (Number.isNaN(processingMs[at]!) ? -1 : activity));

function countActivities({ length, caseOf, activityOf, rowOf }: InstanceColumns, activities: number) {
  const counts = new Int32Array(activities);
  const cases = new Int32Array(activities);
  const reworkCases = new Int32Array(activities);
  const selfLoops = new Int32Array(activities);
  const rows: number[][] = Array.from({ length: activities }, () => []);
  // The case an activity was last met in, and how often in it.
  const lastCase = new Int32Array(activities).fill(-1);
  const timesInCase = new Int32Array(activities);
  for (let at = 0; at < length; at += 1) {
    const activity = activityOf[at]!;
    if (counts[activity]! < EXAMPLE_ROWS) rows[activity]!.push(rowOf[at]!);
    counts[activity]! += 1;
    if (lastCase[activity] !== caseOf[at]) {
      lastCase[activity] = caseOf[at]!;
      timesInCase[activity] = 1;
      cases[activity]! += 1;
      continue;
    }
    timesInCase[activity]! += 1;
    if (timesInCase[activity] === 2) reworkCases[activity]! += 1;
    if (activityOf[at - 1] === activity) selfLoops[activity]! += 1;
  }
  return { counts, cases, reworkCases, selfLoops, rows };
}
