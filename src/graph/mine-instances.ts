// In: the rows of one log. Out: what mining counts, rows or activity instances, still as columns.
import { type Instances, LIFECYCLE, type RowColumns } from '../domain/log.ts';
import { sortRange } from '../lib/sort-range.ts';

/** Grouped by case as the log is; within a case in the order in which instances follow each other. */
export interface InstanceColumns {
  readonly length: number;
  readonly caseOf: Int32Array;
  readonly activityOf: Int32Array;
  readonly resourceOf: Int32Array;
  readonly roleOf: Int32Array;
  /** What a wait is measured to, and from. The same where each row counts by itself. */
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  /** Time spent on the instance; NaN where only one time of it is known. Null where that is so everywhere. */
  readonly processingMs: Float64Array | null;
  /** The row that speaks for it: of a joined pair, the complete event. Null where each row stands for itself. */
  readonly rowOf: Int32Array | null;
}

/** The row that speaks for the instance at a place. */
export const rowAt = ({ rowOf }: InstanceColumns, at: number): number => (rowOf ? rowOf[at]! : at);

/**
 * The instances of a log. `atomic`: each row by itself, at its end, by the clock that wrote it. `paired`: a start event
 * and the next complete event of the same activity in the same case (first in, first out) are one instance; a row with
 * both times is one already; what finds no partner stays by itself, with no length. Paired ones follow each other by
 * start, then by end.
 */
export function toInstances(columns: RowColumns, mode: Instances): InstanceColumns {
  if (mode === 'atomic') return readByLocalClock(columns);
  const isTimed = hasNumber(columns.startMs);
  const isPaired = columns.lifecycle.includes(LIFECYCLE.start);
  return isTimed || isPaired ? joinInstances(columns) : asInstances(columns);
}

function asInstances(columns: RowColumns): InstanceColumns {
  return {
    length: columns.caseOf.length,
    caseOf: columns.caseOf,
    activityOf: columns.activityOf,
    resourceOf: columns.resourceOf,
    roleOf: columns.roleOf,
    startMs: columns.endMs,
    endMs: columns.endMs,
    processingMs: spentMs(columns),
    rowOf: null,
  };
}

function spentMs({ startMs, endMs }: RowColumns): Float64Array | null {
  if (!hasNumber(startMs)) return null;
  return endMs.map((end, row) => Math.max(0, end - startMs[row]!));
}

/** As pm4py compares times: what the clocks on the wall showed, so a change to summer time counts as an hour. */
function readByLocalClock(columns: RowColumns): InstanceColumns {
  const instances = asInstances(columns);
  const { caseOf, endMs, zoneMinutes } = columns;
  // One zone all over the log moves all clocks alike.
  if (isConstant(zoneMinutes)) return instances;
  const localMs = endMs.map((ms, row) => ms + zoneMinutes[row]! * 60_000);
  const order = new Int32Array(caseOf.length).map((_, row) => row);
  const byTime = (a: number, b: number): number => localMs[a]! - localMs[b]!;
  forEachCase(caseOf, (from, to) => sortRange(order, { from, to }, byTime));
  const clockMs = pickNumbers(localMs, order);
  return {
    ...instances,
    activityOf: order.map((row) => columns.activityOf[row]!),
    resourceOf: order.map((row) => columns.resourceOf[row]!),
    roleOf: order.map((row) => columns.roleOf[row]!),
    startMs: clockMs,
    endMs: clockMs,
    processingMs: instances.processingMs && pickNumbers(instances.processingMs, order),
    rowOf: order,
  };
}

// Plain loops: `every` and `some` with a function take ten times as long on a million entries.
function hasNumber(values: Float64Array): boolean {
  for (let at = 0; at < values.length; at += 1) if (!Number.isNaN(values[at]!)) return true;
  return false;
}

function isConstant(values: Int32Array): boolean {
  for (let at = 1; at < values.length; at += 1) if (values[at] !== values[0]) return false;
  return true;
}

const pickNumbers = (values: Float64Array, order: Int32Array): Float64Array =>
  new Float64Array(order.length).map((_, at) => values[order[at]!]!);

function joinInstances(columns: RowColumns): InstanceColumns {
  const startRowOf = findStartRows(columns);
  const { rows, froms } = listInstances(columns, startRowOf);
  const length = rows.length;
  const pick = (values: Int32Array): Int32Array => {
    // The start event speaks where the complete event is silent.
    return rows.map((row) => (values[row]! < 0 && startRowOf[row]! >= 0 ? values[startRowOf[row]!]! : values[row]!));
  };
  const startMs = new Float64Array(length);
  const endMs = new Float64Array(length);
  const processingMs = new Float64Array(length);
  for (let at = 0; at < length; at += 1) {
    const row = rows[at]!;
    startMs[at] = froms[row]!;
    endMs[at] = columns.endMs[row]!;
    const isTimed = startRowOf[row]! >= 0 || !Number.isNaN(columns.startMs[row]!);
    processingMs[at] = isTimed ? Math.max(0, endMs[at]! - startMs[at]!) : Number.NaN;
  }
  return {
    length,
    caseOf: rows.map((row) => columns.caseOf[row]!),
    activityOf: rows.map((row) => columns.activityOf[row]!),
    resourceOf: pick(columns.resourceOf),
    roleOf: pick(columns.roleOf),
    startMs,
    endMs,
    processingMs: hasNumber(processingMs) ? processingMs : null,
    rowOf: rows,
  };
}

const ALONE = -1;
const JOINED = -2;

/** For each row the start row it completes, ALONE, or JOINED for a start row that another row completes. */
function findStartRows({ caseOf, activityOf, activities, startMs, lifecycle }: RowColumns): Int32Array {
  const startRowOf = new Int32Array(caseOf.length).fill(ALONE);
  // Per activity a queue of open start rows, linked through `next`; good only for the case in `queueCase`.
  const head = new Int32Array(activities.length);
  const tail = new Int32Array(activities.length);
  const queueCase = new Int32Array(activities.length).fill(-1);
  const next = new Int32Array(caseOf.length).fill(-1);
  for (let row = 0; row < caseOf.length; row += 1) {
    const activity = activityOf[row]!;
    const isOpen = queueCase[activity] === caseOf[row] && head[activity]! >= 0;
    if (!Number.isNaN(startMs[row]!)) continue;
    if (lifecycle[row] === LIFECYCLE.start) {
      if (isOpen) next[tail[activity]!] = row;
      else head[activity] = row;
      tail[activity] = row;
      queueCase[activity] = caseOf[row]!;
    } else if (lifecycle[row] === LIFECYCLE.complete && isOpen) {
      const start = head[activity]!;
      startRowOf[row] = start;
      startRowOf[start] = JOINED;
      head[activity] = next[start]!;
    }
  }
  return startRowOf;
}

/** The rows that stand for instances, in their order, and where each starts (indexed by row). */
function listInstances(columns: RowColumns, startRowOf: Int32Array): { rows: Int32Array; froms: Float64Array } {
  const { caseOf, startMs, endMs } = columns;
  const froms = endMs.map((end, row) => {
    const start = startRowOf[row]! >= 0 ? endMs[startRowOf[row]!]! : startMs[row]!;
    // An end before its start is a slip of the log's clock; it has no length rather than a negative one.
    return Number.isNaN(start) ? end : Math.min(start, end);
  });
  const byTime = (a: number, b: number): number =>
    froms[a]! - froms[b]! || endMs[a]! - endMs[b]! || firstRow(startRowOf, a) - firstRow(startRowOf, b);
  const rows = new Int32Array(caseOf.length);
  let length = 0;
  forEachCase(caseOf, (from, to) => {
    const first = length;
    for (let row = from; row < to; row += 1) if (startRowOf[row] !== JOINED) rows[length++] = row;
    sortRange(rows, { from: first, to: length }, byTime);
  });
  return { rows: rows.slice(0, length), froms };
}

// Of two instances with the same times, the one whose first event stands first in the file goes first.
const firstRow = (startRowOf: Int32Array, row: number): number => (startRowOf[row]! >= 0 ? startRowOf[row]! : row);

function forEachCase(caseOf: Int32Array, visit: (from: number, to: number) => void): void {
  let from = 0;
  for (let row = 1; row <= caseOf.length; row += 1) {
    if (row < caseOf.length && caseOf[row] === caseOf[from]) continue;
    visit(from, row);
    from = row;
  }
}
