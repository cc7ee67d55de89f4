// Small counts by name, and the example rows that stand for a count.
import type { Tally } from '../domain/graph.ts';
import { createPairIds, type PairIds } from '../lib/pair-ids.ts';

export const EXAMPLE_ROWS = 5;

/** Counts numbered things and keeps the first rows of each. */
export interface Tallies {
  count(id: number, row: number): void;
  countOf(id: number): number;
  rowsOf(id: number): readonly number[];
  /** One more than the highest number counted. */
  size(): number;
  /** The numbers counted, the highest count first; equal ones keep their order. */
  ranked(): readonly number[];
}

export function createTallies(): Tallies {
  let counts = new Int32Array(256);
  let size = 0;
  const rows: number[][] = [];
  return {
    count: (id, row) => {
      if (id >= size) {
        size = id + 1;
        if (size > counts.length) counts = growTo(counts, size * 2);
      }
      const before = counts[id]!;
      counts[id] = before + 1;
      if (before >= EXAMPLE_ROWS) return;
      if (before === 0) rows[id] = [row];
      else rows[id]!.push(row);
    },
    countOf: (id) => counts[id]!,
    rowsOf: (id) => rows[id] ?? [],
    size: () => size,
    ranked: () => byCount(counts.subarray(0, size)),
  };
}

function growTo(counts: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(length);
  grown.set(counts);
  return grown;
}

/** The numbers whose count is above 0, the highest count first; equal ones keep their order. */
export const byCount = (counts: ArrayLike<number>): readonly number[] =>
  Array.from({ length: counts.length }, (_, id) => id)
    .filter((id) => counts[id]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || a - b);

export interface PairCounts {
  readonly pairs: PairIds;
  readonly counts: readonly number[];
}

/** How often each pair (firstOf[i], secondOf[i]) occurs; a pair with a number below 0 is none. */
export function countPairs(
  firstOf: Int32Array,
  secondOf: Int32Array,
  size: { firsts: number; seconds: number },
): PairCounts {
  const pairs = createPairIds(size.firsts, size.seconds);
  const counts: number[] = [];
  for (let at = 0; at < firstOf.length; at += 1) {
    const first = firstOf[at]!;
    const second = secondOf[at]!;
    if (first < 0 || second < 0) continue;
    const id = pairs.idOf(first, second);
    if (id === counts.length) counts.push(1);
    else counts[id]! += 1;
  }
  return { pairs, counts };
}

/** Of pairs (owner, name), for each owner its names, most frequent first. */
export function talliesOf({ pairs, counts }: PairCounts, names: readonly string[], owners: number): Tally[][] {
  const tallies: Tally[][] = Array.from({ length: owners }, () => []);
  for (const id of byCount(counts)) {
    tallies[pairs.firsts[id]!]!.push({ name: names[pairs.seconds[id]!]!, count: counts[id]! });
  }
  return tallies;
}
