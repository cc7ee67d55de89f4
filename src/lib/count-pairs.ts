// Columns of small numbers: how often each stands in one, and pairs of two columns as numbers of their own.

/** How many places are remembered of each number. */
export const FIRST_PLACES = 5;

/** How often each group of places occurs: numbers below `none`, and `none` for the places that belong to no group. */
export interface Groups {
  /** By place. */
  readonly groupOf: Int32Array;
  readonly none: number;
  /** By group; the last entry counts the places of none. */
  readonly counts: Int32Array;
  /** FIRST_PLACES entries for each group: the first places it stands at, ascending; those past its count mean nothing. */
  readonly places: Int32Array;
}

/** Counts a column of numbers from 0 to `none`, which it may hold. */
export function countGroups(groupOf: Int32Array, none: number): Groups {
  const groups = openGroups(groupOf, none);
  tally(groups);
  return groups;
}

// Each loop is a function of its own: one in the midst of a longer function is compiled, thrown away when it ends, and
// compiled again at the next call.
function tally({ groupOf, counts, places }: Groups): void {
  for (let at = 0; at < groupOf.length; at += 1) {
    const group = groupOf[at]!;
    const before = counts[group]!;
    counts[group] = before + 1;
    if (before < FIRST_PLACES) places[group * FIRST_PLACES + before] = at;
  }
}

const openGroups = (groupOf: Int32Array, none: number): Groups => ({
  groupOf,
  none,
  counts: new Int32Array(none + 1),
  places: new Int32Array((none + 1) * FIRST_PLACES),
});

/** The first places of a group, ascending, at most FIRST_PLACES. */
export function placesOf({ counts, places }: Groups, group: number): Int32Array {
  const from = group * FIRST_PLACES;
  return places.subarray(from, from + Math.min(FIRST_PLACES, counts[group]!));
}

/** The groups that occur, in order of first appearance. */
export function listGroups({ groupOf, counts, places, none }: Groups): Int32Array {
  const firstPlaces = new Int32Array(none);
  let size = 0;
  for (let group = 0; group < none; group += 1) {
    if (counts[group] === 0) continue;
    firstPlaces[size] = places[group * FIRST_PLACES]!;
    size += 1;
  }
  // Sorted as numbers, not by a function: that one would still be interpreted, and cost more than all the counting.
  return firstPlaces
    .subarray(0, size)
    .sort()
    .map((place) => groupOf[place]!);
}

/** The groups that occur, the most frequent first; equal ones in order of first appearance. */
export function rankGroups(groups: Groups): Int32Array {
  const inOrder = listGroups(groups);
  const least = inOrder.length;
  // Count and rank in one number, exact up to 2^53: 4 million groups of a billion places each.
  const keys = new Float64Array(least);
  for (let rank = 0; rank < least; rank += 1) keys[rank] = rank - groups.counts[inOrder[rank]!]! * least;
  keys.sort();
  return inOrder.map((_, at) => {
    const rank = keys[at]! % least;
    return inOrder[rank < 0 ? rank + least : rank]!;
  });
}

export interface PairGroups extends Groups {
  firstOf(group: number): number;
  secondOf(group: number): number;
}

export interface PairOptions {
  /** Numbers in `firstOf` are below `firsts`, those in `secondOf` below `seconds`; any other, as -1, makes no pair. */
  readonly firsts: number;
  readonly seconds: number;
  /** If given, a pair is what two places that follow each other hold, and both must have the same number in here. */
  readonly within?: Int32Array;
}

// Beyond 4 million cells (16 MB) a table costs more than it saves, since nearly all of it stays empty.
const TABLE_CELLS = 4_194_304;

/**
 * Groups the pairs (firstOf[at], secondOf[at]), or with `within` (firstOf[at - 1], secondOf[at]). A group's number is
 * its cell in a table of all pairs where that is small, otherwise it counts up.
 */
export function countPairs(firstOf: Int32Array, secondOf: Int32Array, options: PairOptions): PairGroups {
  const { firsts, seconds, within } = options;
  const columns = { firstOf, secondOf, caseOf: within ?? secondOf, lag: within ? 1 : 0, firsts, seconds };
  if (firsts * seconds <= TABLE_CELLS) {
    const none = firsts * seconds;
    const groups = openGroups(new Int32Array(secondOf.length), none);
    countCells(columns, groups);
    return {
      ...groups,
      firstOf: (group) => Math.floor(group / seconds),
      secondOf: (group) => group % seconds,
    };
  }
  const { groupOf, cells } = numberCells(columns);
  return {
    ...countGroups(groupOf, cells.length),
    firstOf: (group) => Math.floor(cells[group]! / seconds),
    secondOf: (group) => cells[group]! % seconds,
  };
}

interface PairSource {
  readonly firstOf: Int32Array;
  readonly secondOf: Int32Array;
  /** Any column where the lag is 0: every place is in the case of itself. */
  readonly caseOf: Int32Array;
  /** 1 for pairs of places that follow each other, otherwise 0. */
  readonly lag: number;
  readonly firsts: number;
  readonly seconds: number;
}

// One short loop serves everything that is counted in pairs: it is compiled once, which takes longer than running it.
// As an unsigned number -1 is larger than any other, so one comparison finds both ends.
function countCells(
  { firstOf, secondOf, caseOf, lag, firsts, seconds }: PairSource,
  { groupOf, none, counts, places }: Groups,
): void {
  if (lag === 1 && groupOf.length > 0) {
    groupOf[0] = none;
    counts[none] = 1;
  }
  for (let at = lag; at < secondOf.length; at += 1) {
    const first = firstOf[at - lag]!;
    const second = secondOf[at]!;
    const isNone = first >>> 0 >= firsts || second >>> 0 >= seconds || caseOf[at] !== caseOf[at - lag];
    const group = isNone ? none : first * seconds + second;
    groupOf[at] = group;
    const before = counts[group]!;
    counts[group] = before + 1;
    if (before < FIRST_PLACES) places[group * FIRST_PLACES + before] = at;
  }
}

function numberCells({ firstOf, secondOf, caseOf, lag, firsts, seconds }: PairSource) {
  const groupOf = new Int32Array(secondOf.length).fill(-1);
  const ids = new Map<number, number>();
  for (let at = lag; at < secondOf.length; at += 1) {
    const first = firstOf[at - lag]!;
    const second = secondOf[at]!;
    if (first >>> 0 >= firsts || second >>> 0 >= seconds || caseOf[at] !== caseOf[at - lag]) continue;
    const cell = first * seconds + second;
    const id = ids.get(cell) ?? ids.size;
    if (id === ids.size) ids.set(cell, id);
    groupOf[at] = id;
  }
  const none = ids.size;
  for (let at = 0; at < groupOf.length; at += 1) if (groupOf[at]! < 0) groupOf[at] = none;
  return { groupOf, cells: [...ids.keys()] };
}
