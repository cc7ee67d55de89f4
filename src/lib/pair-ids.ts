// Pairs of small numbers as one small number, in order of first appearance.

export interface PairIds {
  /** The number of the pair (first, second), both at least 0 and second below the width. */
  idOf(first: number, second: number): number;
  readonly firsts: readonly number[];
  readonly seconds: readonly number[];
}

// Beyond 4 million cells (16 MB) a table costs more than it saves, since nearly all of it stays empty.
const TABLE_CELLS = 4_194_304;

/** Numbers pairs of `firsts` x `width` possible ones: by a table where it fits, otherwise by a map. */
export function createPairIds(firsts: number, width: number): PairIds {
  const seen: { firsts: number[]; seconds: number[] } = { firsts: [], seconds: [] };
  const add = (first: number, second: number): number => seen.firsts.push(first) && seen.seconds.push(second) - 1;
  if (firsts * width <= TABLE_CELLS) {
    // Holds the number plus one, so that a fresh table needs no filling.
    const table = new Int32Array(firsts * width);
    const idOf = (first: number, second: number): number => {
      const cell = first * width + second;
      const known = table[cell]!;
      if (known > 0) return known - 1;
      const id = add(first, second);
      table[cell] = id + 1;
      return id;
    };
    return { ...seen, idOf };
  }
  const ids = new Map<number, number>();
  const idOf = (first: number, second: number): number => {
    const known = ids.get(first * width + second);
    if (known !== undefined) return known;
    const id = add(first, second);
    ids.set(first * width + second, id);
    return id;
  };
  return { ...seen, idOf };
}
