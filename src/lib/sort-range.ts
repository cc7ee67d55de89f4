// Stable sorting of a part of an index array: almost always nearly in order, so insertion does it.

const INSERTION_LIMIT = 64;

/** Sorts `indexes[from..to)` in place by `compare`; equal ones keep their order. */
export function sortRange(
  indexes: Int32Array,
  range: { from: number; to: number },
  compare: (a: number, b: number) => number,
): void {
  const { from, to } = range;
  // The typed-array sort is stable, but its call costs more than inserting a few.
  if (to - from > INSERTION_LIMIT) {
    indexes.subarray(from, to).sort(compare);
    return;
  }
  for (let at = from + 1; at < to; at += 1) {
    const moved = indexes[at]!;
    let hole = at;
    while (hole > from && compare(indexes[hole - 1]!, moved) > 0) {
      indexes[hole] = indexes[hole - 1]!;
      hole -= 1;
    }
    indexes[hole] = moved;
  }
}
