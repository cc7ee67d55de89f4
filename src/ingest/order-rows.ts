// In: rows as a file has them. Out: the order in which they are grouped by case and sorted by time.
import { sortRange } from '../lib/sort-range.ts';
import type { Numbers } from './growing-column.ts';

interface UnorderedRows {
  readonly caseOf: Int32Array;
  readonly endMs: Float64Array;
  readonly cases: number;
}

/**
 * For each place the row that belongs there: by case in order of its number, within a case by end time, equal times in the
 * order of the file. Undefined where all rows are in their places.
 */
export function orderRows({ caseOf, endMs, cases }: UnorderedRows): Int32Array | undefined {
  if (isInOrder(caseOf, endMs)) return undefined;
  const starts = countStarts(caseOf, cases);
  // Counting sort keeps the file's order within a case; only cases that are out of order are then sorted.
  const next = starts.slice();
  const order = new Int32Array(caseOf.length);
  for (let row = 0; row < caseOf.length; row += 1) {
    const place = next[caseOf[row]!]!;
    order[place] = row;
    next[caseOf[row]!] = place + 1;
  }
  const byTime = (a: number, b: number): number => endMs[a]! - endMs[b]!;
  for (let at = 0; at < cases; at += 1) {
    const range = { from: starts[at]!, to: starts[at + 1]! };
    if (!isSorted(order, endMs, range)) sortRange(order, range, byTime);
  }
  return order;
}

function isInOrder(caseOf: Int32Array, endMs: Float64Array): boolean {
  for (let row = 1; row < caseOf.length; row += 1) {
    const step = caseOf[row]! - caseOf[row - 1]!;
    if (step < 0 || (step === 0 && endMs[row - 1]! > endMs[row]!)) return false;
  }
  return true;
}

/** Where each case begins; after the last, how many rows there are. */
function countStarts(caseOf: Int32Array, cases: number): Int32Array {
  const starts = new Int32Array(cases + 1);
  for (let row = 0; row < caseOf.length; row += 1) starts[caseOf[row]! + 1]! += 1;
  for (let at = 0; at < cases; at += 1) starts[at + 1]! += starts[at]!;
  return starts;
}

function isSorted(order: Int32Array, endMs: Float64Array, { from, to }: { from: number; to: number }): boolean {
  for (let place = from + 1; place < to; place += 1) {
    if (endMs[order[place - 1]!]! > endMs[order[place]!]!) return false;
  }
  return true;
}

/** The values in that order, in memory of their own. */
export function putInOrder<Column extends Numbers>(values: Column, order: Int32Array | undefined): Column {
  const copy = values.slice();
  // One loop for each type: a loop that has met several of them takes three times as long.
  if (order !== undefined) {
    if (values instanceof Float64Array) gatherFloats(values, order, copy);
    else if (values instanceof Int32Array) gatherIntegers(values, order, copy);
    else gatherBytes(values, order, copy);
  }
  // Safe: a slice of a column is a column of the same type.
  return copy as Column;
}

function gatherFloats(values: Float64Array, order: Int32Array, into: Numbers): void {
  for (let place = 0; place < order.length; place += 1) into[place] = values[order[place]!]!;
}

function gatherIntegers(values: Int32Array, order: Int32Array, into: Numbers): void {
  for (let place = 0; place < order.length; place += 1) into[place] = values[order[place]!]!;
}

function gatherBytes(values: Numbers, order: Int32Array, into: Numbers): void {
  for (let place = 0; place < order.length; place += 1) into[place] = values[order[place]!]!;
}
