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

/** The values in that order, in memory of their own. One loop for each type: one that has met several is far slower. */
export function putInOrder<Column extends Numbers>(values: Column, order: Int32Array | undefined): Column;
export function putInOrder(values: Numbers, order: Int32Array | undefined): Numbers {
  if (order === undefined) return values.slice();
  if (values instanceof Float64Array) return gatherFloats(values, order);
  return values instanceof Int32Array ? gatherIntegers(values, order) : gatherBytes(values, order);
}

function gatherFloats(values: Float64Array, order: Int32Array): Float64Array {
  const gathered = new Float64Array(order.length);
  for (let place = 0; place < order.length; place += 1) gathered[place] = values[order[place]!]!;
  return gathered;
}

function gatherIntegers(values: Int32Array, order: Int32Array): Int32Array {
  const gathered = new Int32Array(order.length);
  for (let place = 0; place < order.length; place += 1) gathered[place] = values[order[place]!]!;
  return gathered;
}

function gatherBytes(values: Uint8Array, order: Int32Array): Uint8Array {
  const gathered = new Uint8Array(order.length);
  for (let place = 0; place < order.length; place += 1) gathered[place] = values[order[place]!]!;
  return gathered;
}
