// In: the columns of one event log. Out: why cases waited, by what enabled what, and by who did the two.
import type { RowColumns } from '../../domain/log.ts';
import type { WaitingReport } from '../../domain/waiting.ts';
import { sortRange } from '../../lib/sort-range.ts';
import { type InstanceColumns, rowAt, toInstances } from '../mine-instances.ts';
import { bucketBy, type Buckets } from './buckets.ts';
import { findConcurrent } from './find-concurrent.ts';
import { findEnabling } from './find-enabling.ts';
import { listPeople } from './people.ts';
import { splitWaits } from './split-waits.ts';
import { sumWaits } from './sum-waits.ts';
import { findWorkingWeek, type WorkingWeek } from './working-week.ts';

export interface WaitingOptions {
  /** Working weeks that are known, by resource; those of others are found from the log. */
  readonly workingWeeks?: ReadonlyMap<string, WorkingWeek>;
}

/**
 * Splits the waiting time of one log by cause. A wait goes from the end of what made an instance possible to its start;
 * it is laid to the person who did the instance, and is extraneous where the log names nobody. Starts and complete
 * events are joined first: without both times of the work nobody is ever seen busy.
 * About 1 s of CPU for a million rows.
 */
export function explainWaiting(columns: RowColumns, { workingWeeks }: WaitingOptions = {}): WaitingReport {
  const instances = toInstances(columns, 'paired');
  const nameOf = rankNames(instances, columns.activities);
  const cases = orderCases(instances, { nameOf, cases: countNumbers(instances) });
  const isConcurrent = findConcurrent(cases, instances.activityOf, columns.activities.length);
  const enabling = findEnabling(cases, instances, isConcurrent);
  const log = { instances, enabling, zoneMsOf: listZones(columns, instances) };
  const people = listPeople(log, nameOf, columns.resources.length);
  const weekOf = (resource: number): WorkingWeek =>
    workingWeeks?.get(columns.resources[resource]!) ?? findWorkingWeek(people[resource]!, log);
  const waits = splitWaits(people, log, { activities: columns.activities.length, weekOf });
  return sumWaits(columns, instances, { enabling, waits });
}

function listZones({ zoneMinutes }: RowColumns, instances: InstanceColumns): Float64Array {
  const zoneMsOf = new Float64Array(instances.length);
  for (let at = 0; at < instances.length; at += 1) zoneMsOf[at] = zoneMinutes[rowAt(instances, at)]! * 60_000;
  return zoneMsOf;
}

/** For each instance where its activity stands among all by name. */
function rankNames({ length, activityOf }: InstanceColumns, activities: readonly string[]): Float64Array {
  const byName = activities.map((_, at) => at).sort((a, b) => compareNames(activities[a]!, activities[b]!));
  const rankOf = new Int32Array(activities.length);
  byName.forEach((activity, rank) => (rankOf[activity] = rank));
  const nameOf = new Float64Array(length);
  for (let at = 0; at < length; at += 1) nameOf[at] = rankOf[activityOf[at]!]!;
  return nameOf;
}

/** The instances of each case by end, then by start, then by name of the activity. */
function orderCases(
  { length, caseOf, startMs, endMs }: InstanceColumns,
  { nameOf, cases }: { nameOf: Float64Array; cases: number },
): Buckets {
  const all = new Int32Array(length);
  for (let at = 0; at < length; at += 1) all[at] = at;
  const buckets = bucketBy(all, caseOf, cases);
  const compare = (a: number, b: number): number =>
    endMs[a]! - endMs[b]! || startMs[a]! - startMs[b]! || nameOf[a]! - nameOf[b]! || a - b;
  for (let at = 0; at < cases; at += 1) {
    sortRange(buckets.items, { from: buckets.starts[at]!, to: buckets.starts[at + 1]! }, compare);
  }
  return buckets;
}

const compareNames = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Cases are numbered from 0; some numbers may be of cases that were left out. */
function countNumbers({ length, caseOf }: InstanceColumns): number {
  let most = -1;
  for (let at = 0; at < length; at += 1) if (caseOf[at]! > most) most = caseOf[at]!;
  return most + 1;
}
