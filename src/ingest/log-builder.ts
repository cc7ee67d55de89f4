// In: the rows of an event log in any order, as a reader meets them.
// Out: LogColumns, grouped by case and ordered by time.
import { MirrorError } from '../domain/errors.ts';
import { LIFECYCLE, type LogColumns } from '../domain/log.ts';
import { createGrowingColumn, type GrowingColumn } from './growing-column.ts';
import { createNames, type Names } from './names.ts';
import { orderRows, putInOrder } from './order-rows.ts';

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
  /** Adds many such rows, given as columns of equal length, which it copies. */
  addAll(rows: NumberedRows): void;
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

/** Without a column, no row names a resource, a role or a start, and each is complete; all zones are UTC. */
export interface NumberedRows {
  readonly caseOf: Int32Array;
  readonly activityOf: Int32Array;
  readonly resourceOf?: Int32Array | undefined;
  readonly roleOf?: Int32Array | undefined;
  readonly startMs?: Float64Array | undefined;
  readonly endMs: Float64Array;
  readonly lifecycle?: Int32Array | undefined;
}

/** A small packed file can hold more rows than a machine has memory for; columns of this many take 1.2 GB. */
const MOST_ROWS = 1 << 25;

interface BuilderOptions {
  /** What to call the file in an error. */
  readonly file?: string;
}

/** What rows have that name nothing. */
const USUAL = {
  caseOf: 0,
  activityOf: 0,
  resourceOf: -1,
  roleOf: -1,
  startMs: Number.NaN,
  endMs: Number.NaN,
  zoneMinutes: 0,
  lifecycle: LIFECYCLE.complete,
} as const;

/**
 * Collects rows into typed arrays that grow by doubling: at most 37 bytes a row, no objects.
 * Adding throws log/too-large when there are more rows, or more different names, than can be kept.
 */
export function createLogBuilder({ file = 'log' }: BuilderOptions = {}): LogBuilder {
  const refuse = (detail: string): never => {
    throw new MirrorError('log/too-large', { data: { file, detail } });
  };
  const newNames = (): Names => createNames(() => refuse('its names are longer than 200 million characters'));
  const names = { cases: newNames(), activities: newNames(), resources: newNames(), roles: newNames() };
  const columns = createColumns();
  let length = 0;

  const count = (rows: number): void => {
    length += rows;
    if (length > MOST_ROWS) refuse(`it has more than ${MOST_ROWS.toLocaleString('en')} events`);
  };
  const addNumbered = (row: NumberedRow): void => {
    count(1);
    columns.caseOf.push(row.caseOf);
    columns.activityOf.push(row.activityOf);
    columns.resourceOf.push(row.resourceOf);
    columns.roleOf.push(row.roleOf);
    columns.startMs.push(row.startMs);
    columns.endMs.push(row.endMs);
    columns.zoneMinutes.push(row.zoneMinutes);
    columns.lifecycle.push(row.lifecycle);
  };
  return {
    names,
    addNumbered,
    addAll: (rows) => {
      const { length: more } = rows.caseOf;
      count(more);
      columns.caseOf.pushAll(rows.caseOf, more);
      columns.activityOf.pushAll(rows.activityOf, more);
      columns.resourceOf.pushAll(rows.resourceOf, more);
      columns.roleOf.pushAll(rows.roleOf, more);
      columns.startMs.pushAll(rows.startMs, more);
      columns.endMs.pushAll(rows.endMs, more);
      columns.zoneMinutes.pushAll(undefined, more);
      columns.lifecycle.pushAll(rows.lifecycle, more);
    },
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
      if (start) mapInPlace(columns.startMs.values(), start);
      if (end) mapInPlace(columns.endMs.values(), end);
    },
    build: () => ({
      cases: names.cases.list(),
      activities: names.activities.list(),
      resources: names.resources.list(),
      roles: names.roles.list(),
      ...arrange(columns, { length, cases: names.cases.list().length }),
    }),
  };
}

/** A time that a row does not have stays so. */
function mapInPlace(values: Float64Array | undefined, map: (value: number) => number): void {
  if (values === undefined) return;
  for (let at = 0; at < values.length; at += 1) values[at] = map(values[at]!);
}

const createColumns = () => ({
  caseOf: createGrowingColumn({ type: Int32Array, usual: USUAL.caseOf }),
  activityOf: createGrowingColumn({ type: Int32Array, usual: USUAL.activityOf }),
  resourceOf: createGrowingColumn({ type: Int32Array, usual: USUAL.resourceOf }),
  roleOf: createGrowingColumn({ type: Int32Array, usual: USUAL.roleOf }),
  startMs: createGrowingColumn({ type: Float64Array, usual: USUAL.startMs }),
  endMs: createGrowingColumn({ type: Float64Array, usual: USUAL.endMs }),
  zoneMinutes: createGrowingColumn({ type: Int32Array, usual: USUAL.zoneMinutes }),
  lifecycle: createGrowingColumn({ type: Uint8Array, usual: USUAL.lifecycle }),
});

type Arranged = Omit<LogColumns, 'cases' | 'activities' | 'resources' | 'roles'>;

function arrange(
  columns: ReturnType<typeof createColumns>,
  { length, cases }: { length: number; cases: number },
): Arranged {
  const caseOf = columns.caseOf.values() ?? new Int32Array(length);
  const startMs = columns.startMs.values();
  const endMs = columns.endMs.values() ?? new Float64Array(length).fill(USUAL.endMs);
  if (startMs) settleOneTimes(startMs, endMs);
  const order = orderRows({ caseOf, endMs, cases });
  const integers = (column: GrowingColumn<Int32Array>, usual: number): Int32Array => {
    const values = column.values();
    if (values) return putInOrder(values, order);
    // New memory is all zeros, and takes no time until it is used.
    return usual === 0 ? new Int32Array(length) : new Int32Array(length).fill(usual);
  };
  const lifecycle = columns.lifecycle.values();
  return {
    caseOf: putInOrder(caseOf, order),
    activityOf: integers(columns.activityOf, USUAL.activityOf),
    resourceOf: integers(columns.resourceOf, USUAL.resourceOf),
    roleOf: integers(columns.roleOf, USUAL.roleOf),
    startMs: startMs ? putInOrder(startMs, order) : new Float64Array(length).fill(USUAL.startMs),
    endMs: putInOrder(endMs, order),
    zoneMinutes: integers(columns.zoneMinutes, USUAL.zoneMinutes),
    lifecycle: lifecycle ? putInOrder(lifecycle, order) : new Uint8Array(length),
  };
}

/** A row that only tells its start (work still open, a missing end) has one time, and that is its own. */
function settleOneTimes(startMs: Float64Array, endMs: Float64Array): void {
  for (let at = 0; at < endMs.length; at += 1) {
    if (!Number.isNaN(endMs[at])) continue;
    endMs[at] = startMs[at]!;
    startMs[at] = Number.NaN;
  }
}
