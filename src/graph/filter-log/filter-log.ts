// In: the columns of one or more logs and a slice. Out: the rows of the cases that are in it, still as columns.
import type { LogSlice } from '../../domain/comparison.ts';
import { type Instances, LIFECYCLE, type LogColumns } from '../../domain/log.ts';
import { groupVariants } from './group-variants.ts';

export interface FilteredLog {
  /** Cases, activities, resources and roles keep their numbers, also those that no row is left of. */
  readonly columns: LogColumns;
  /** For each row left, its number in the log given: what evidence points at. */
  readonly rowOf: Int32Array;
  readonly cases: number;
}

/**
 * Keeps the cases that meet every condition of the slice, whole. Variants are ranked over all cases of all logs given,
 * before any other condition, so that "variant 1" means the same in March and in April.
 */
export function filterLogs(
  logs: readonly LogColumns[],
  slice: LogSlice,
  { instances }: { instances: Instances },
): FilteredLog[] {
  const kept = selectCases(logs, slice, { instances });
  return logs.map((columns, at) => takeCases(columns, kept[at]!));
}

/** Per log, by index into its `cases`: 1 for a case of the slice. */
export function selectCases(
  logs: readonly LogColumns[],
  slice: LogSlice,
  { instances }: { instances: Instances },
): Uint8Array[] {
  const kept = logs.map((columns) => markCases(columns));
  const { variants } = slice;
  if (variants !== undefined) {
    const { variantOf } = groupVariants(logs, instances);
    kept.forEach((keep, log) => narrow(keep, (at) => isWithin(variantOf[log]![at]! + 1, variants)));
  }
  return logs.map((columns, log) => narrowByRows(columns, slice, kept[log]!));
}

const isWithin = (rank: number, { first, last }: { first: number; last: number }): boolean =>
  rank >= first && rank <= last;

function markCases({ cases, caseOf }: LogColumns): Uint8Array {
  const marked = new Uint8Array(cases.length);
  for (let row = 0; row < caseOf.length; row += 1) marked[caseOf[row]!] = 1;
  return marked;
}

function narrowByRows(columns: LogColumns, slice: LogSlice, keep: Uint8Array): Uint8Array {
  const { fromMs = Number.NEGATIVE_INFINITY, toMs = Number.POSITIVE_INFINITY } = slice;
  if (slice.fromMs !== undefined || slice.toMs !== undefined) {
    const startOf = findStarts(columns);
    narrow(keep, (at) => startOf[at]! >= fromMs && startOf[at]! < toMs);
  }
  if (slice.reworked !== undefined) {
    const repeats = findRepeats(columns);
    narrow(keep, (at) => (repeats[at] === 1) === slice.reworked);
  }
  const { activityOf, roleOf, resourceOf } = columns;
  for (const [wanted, names, valueOf] of [
    [slice.activity, columns.activities, activityOf],
    [slice.activities, columns.activities, activityOf],
    [slice.role, columns.roles, roleOf],
    [slice.resource, columns.resources, resourceOf],
  ] as const) {
    if (wanted === undefined) continue;
    const has = new Uint8Array(keep.length);
    // A log may hold one name twice under two numbers, once people have renamed an activity.
    const isWanted = (name: string): boolean => (typeof wanted === 'string' ? name === wanted : wanted.includes(name));
    const numbers = new Set(names.flatMap((name, at) => (isWanted(name) ? [at] : [])));
    for (let row = 0; row < valueOf.length; row += 1) if (numbers.has(valueOf[row]!)) has[columns.caseOf[row]!] = 1;
    narrow(keep, (at) => has[at] === 1);
  }
  return keep;
}

function narrow(keep: Uint8Array, isKept: (at: number) => boolean): void {
  for (let at = 0; at < keep.length; at += 1) if (keep[at] === 1 && !isKept(at)) keep[at] = 0;
}

/** By case: 1 where an activity is done more than once. Rows of a case stand together. */
function findRepeats({ cases, caseOf, activityOf, activities, lifecycle }: LogColumns): Uint8Array {
  const repeats = new Uint8Array(cases.length);
  const lastIn = new Int32Array(activities.length).fill(-1);
  for (let row = 0; row < caseOf.length; row += 1) {
    // The beginning of an activity is not the activity once more.
    if (lifecycle[row] !== LIFECYCLE.complete) continue;
    const [at, activity] = [caseOf[row]!, activityOf[row]!];
    if (lastIn[activity] === at) repeats[at] = 1;
    lastIn[activity] = at;
  }
  return repeats;
}

/** By case, its earliest time. */
function findStarts({ cases, caseOf, startMs, endMs }: LogColumns): Float64Array {
  const startOf = new Float64Array(cases.length).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < caseOf.length; row += 1) {
    const at = Number.isNaN(startMs[row]!) ? endMs[row]! : Math.min(startMs[row]!, endMs[row]!);
    if (at < startOf[caseOf[row]!]!) startOf[caseOf[row]!] = at;
  }
  return startOf;
}

function takeCases(columns: LogColumns, keep: Uint8Array): FilteredLog {
  const { caseOf } = columns;
  let length = 0;
  for (let row = 0; row < caseOf.length; row += 1) length += keep[caseOf[row]!]!;
  const rowOf = new Int32Array(length);
  let next = 0;
  for (let row = 0; row < caseOf.length; row += 1) if (keep[caseOf[row]!] === 1) rowOf[next++] = row;
  const take = <Column extends Int32Array | Uint8Array | Float64Array>(column: Column, into: Column): Column => {
    for (let at = 0; at < length; at += 1) into[at] = column[rowOf[at]!]!;
    return into;
  };
  let cases = 0;
  for (let at = 0; at < keep.length; at += 1) cases += keep[at]!;
  return {
    rowOf,
    cases,
    columns: {
      ...columns,
      caseOf: take(caseOf, new Int32Array(length)),
      activityOf: take(columns.activityOf, new Int32Array(length)),
      resourceOf: take(columns.resourceOf, new Int32Array(length)),
      roleOf: take(columns.roleOf, new Int32Array(length)),
      startMs: take(columns.startMs, new Float64Array(length)),
      endMs: take(columns.endMs, new Float64Array(length)),
      zoneMinutes: take(columns.zoneMinutes, new Int32Array(length)),
      lifecycle: take(columns.lifecycle, new Uint8Array(length)),
    },
  };
}
