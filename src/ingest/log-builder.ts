// In: the rows of an event log in any order, as a reader meets them.
// Out: LogColumns, grouped by case and ordered by time.
import { MirrorError } from '../domain/errors.ts';
import type { LogColumns } from '../domain/log.ts';
import { sortRange } from '../lib/sort-range.ts';
import { createNames, type Names } from './names.ts';

export interface LogRow {
  readonly case: string;
  readonly activity: string;
  /** Empty where the log names none; so is `role`. */
  readonly resource: string;
  readonly role: string;
  /** Milliseconds since 1970, NaN where the row has only one time. */
  readonly startMs: number;
  readonly endMs: number;
  /** See LogColumns. */
  readonly zoneMinutes: number;
  /** One of LIFECYCLE. */
  readonly lifecycle: number;
}

/** Undefined where the times are right as they are. */
export interface TimeMaps {
  readonly start: ((ms: number) => number) | undefined;
  readonly end: ((ms: number) => number) | undefined;
}

export interface LogBuilder {
  readonly names: LogNames;
  add(row: LogRow): void;
  /** Adds a row whose names are already known by number (-1 for no resource or role). */
  addNumbered(row: NumberedRow): void;
  rows(): number;
  /** Replaces the times of all rows, where a reader only knows after the last row what they mean. */
  mapTimes(maps: TimeMaps): void;
  /** The rows grouped by case in order of first appearance, by end time within a case, equal times in file order. */
  build(): LogColumns;
}

export interface LogNames {
  readonly cases: Names;
  readonly activities: Names;
  readonly resources: Names;
  readonly roles: Names;
}

export interface NumberedRow {
  readonly caseOf: number;
  readonly activityOf: number;
  readonly resourceOf: number;
  readonly roleOf: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly zoneMinutes: number;
  readonly lifecycle: number;
}

/** A small packed file can hold more rows than a machine has memory for; columns of this many take 1.2 GB. */
const MOST_ROWS = 1 << 25;

interface BuilderOptions {
  /** What to call the file in an error. */
  readonly file?: string;
}

/**
 * Collects rows into typed arrays that grow by doubling: 37 bytes a row, no objects.
 * Adding throws log/too-large when there are more rows, or more different names, than can be kept.
 */
export function createLogBuilder({ file = 'log' }: BuilderOptions = {}): LogBuilder {
  const refuse = (detail: string): never => {
    throw new MirrorError('log/too-large', { data: { file, detail } });
  };
  const newNames = (): Names => createNames(() => refuse('its names are longer than 200 million characters'));
  const names = { cases: newNames(), activities: newNames(), resources: newNames(), roles: newNames() };
  let columns = emptyColumns(1024);
  let length = 0;

  const addNumbered = (row: NumberedRow): void => {
    if (length === columns.caseOf.length) {
      if (length >= MOST_ROWS) refuse(`it has more than ${MOST_ROWS.toLocaleString('en')} events`);
      columns = grow(columns, length * 2);
    }
    columns.caseOf[length] = row.caseOf;
    columns.activityOf[length] = row.activityOf;
    columns.resourceOf[length] = row.resourceOf;
    columns.roleOf[length] = row.roleOf;
    columns.startMs[length] = row.startMs;
    columns.endMs[length] = row.endMs;
    columns.zoneMinutes[length] = row.zoneMinutes;
    columns.lifecycle[length] = row.lifecycle;
    length += 1;
  };
  return {
    names,
    addNumbered,
    add: (row) =>
      addNumbered({
        caseOf: names.cases.idOf(row.case),
        activityOf: names.activities.idOf(row.activity),
        resourceOf: row.resource === '' ? -1 : names.resources.idOf(row.resource),
        roleOf: row.role === '' ? -1 : names.roles.idOf(row.role),
        startMs: row.startMs,
        endMs: row.endMs,
        zoneMinutes: row.zoneMinutes,
        lifecycle: row.lifecycle,
      }),
    rows: () => length,
    mapTimes: ({ start, end }) => {
      if (start) mapInPlace(columns.startMs.subarray(0, length), start);
      if (end) mapInPlace(columns.endMs.subarray(0, length), end);
    },
    build: () => {
      settleOneTimes(columns, length);
      return {
        cases: names.cases.list(),
        activities: names.activities.list(),
        resources: names.resources.list(),
        roles: names.roles.list(),
        ...arrange(columns, { length, cases: names.cases.list().length }),
      };
    },
  };
}

/** A row that only tells its start (work still open, a missing end) has one time, and that is its own. */
function settleOneTimes({ startMs, endMs }: Columns, length: number): void {
  for (let at = 0; at < length; at += 1) {
    if (!Number.isNaN(endMs[at])) continue;
    endMs[at] = startMs[at]!;
    startMs[at] = Number.NaN;
  }
}

function mapInPlace(values: Float64Array, map: (value: number) => number): void {
  for (let at = 0; at < values.length; at += 1) values[at] = map(values[at]!);
}

interface Columns {
  readonly caseOf: Int32Array;
  readonly activityOf: Int32Array;
  readonly resourceOf: Int32Array;
  readonly roleOf: Int32Array;
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  readonly zoneMinutes: Int32Array;
  readonly lifecycle: Uint8Array;
}

const emptyColumns = (capacity: number): Columns => ({
  caseOf: new Int32Array(capacity),
  activityOf: new Int32Array(capacity),
  resourceOf: new Int32Array(capacity),
  roleOf: new Int32Array(capacity),
  startMs: new Float64Array(capacity),
  endMs: new Float64Array(capacity),
  zoneMinutes: new Int32Array(capacity),
  lifecycle: new Uint8Array(capacity),
});

function grow(columns: Columns, capacity: number): Columns {
  const grown = emptyColumns(capacity);
  grown.caseOf.set(columns.caseOf);
  grown.activityOf.set(columns.activityOf);
  grown.resourceOf.set(columns.resourceOf);
  grown.roleOf.set(columns.roleOf);
  grown.startMs.set(columns.startMs);
  grown.endMs.set(columns.endMs);
  grown.zoneMinutes.set(columns.zoneMinutes);
  grown.lifecycle.set(columns.lifecycle);
  return grown;
}

function arrange(columns: Columns, { length, cases }: { length: number; cases: number }): Columns {
  const order = orderRows(columns, { length, cases });
  return {
    caseOf: gather(columns.caseOf, order, new Int32Array(length)),
    activityOf: gather(columns.activityOf, order, new Int32Array(length)),
    resourceOf: gather(columns.resourceOf, order, new Int32Array(length)),
    roleOf: gather(columns.roleOf, order, new Int32Array(length)),
    startMs: gather(columns.startMs, order, new Float64Array(length)),
    endMs: gather(columns.endMs, order, new Float64Array(length)),
    zoneMinutes: gather(columns.zoneMinutes, order, new Int32Array(length)),
    lifecycle: gather(columns.lifecycle, order, new Uint8Array(length)),
  };
}

/** The values in that order. A column of one value, as those are that a file does not have, needs no order. */
function gather<Numbers extends Int32Array | Float64Array | Uint8Array>(
  values: Numbers,
  order: Int32Array,
  into: Numbers,
): Numbers {
  if (isConstant(values, order.length)) {
    into.fill(values[0] ?? 0);
    return into;
  }
  for (let place = 0; place < order.length; place += 1) into[place] = values[order[place]!]!;
  return into;
}

function isConstant(values: Int32Array | Float64Array | Uint8Array, length: number): boolean {
  const first = values[0]!;
  let at = 1;
  while (at < length && Object.is(values[at], first)) at += 1;
  return at >= length;
}

// Counting sort by case keeps the file's order within a case; only cases that are out of order are then sorted.
function orderRows({ caseOf, endMs }: Columns, { length, cases }: { length: number; cases: number }): Int32Array {
  const next = new Int32Array(cases + 1);
  for (let row = 0; row < length; row += 1) next[caseOf[row]! + 1]! += 1;
  for (let at = 0; at < cases; at += 1) next[at + 1]! += next[at]!;
  const starts = next.slice();
  const order = new Int32Array(length);
  for (let row = 0; row < length; row += 1) {
    const place = next[caseOf[row]!]!;
    order[place] = row;
    next[caseOf[row]!] = place + 1;
  }
  const byTime = (a: number, b: number): number => endMs[a]! - endMs[b]!;
  for (let at = 0; at < cases; at += 1) {
    const from = starts[at]!;
    const to = starts[at + 1]!;
    for (let place = from + 1; place < to; place += 1) {
      if (endMs[order[place - 1]!]! > endMs[order[place]!]!) {
        sortRange(order, { from, to }, byTime);
        break;
      }
    }
  }
  return order;
}
