// Which of very many vectors are the nearest: a few milliseconds and a quarter of their memory for a hundred thousand.
import { BestRows, type Scored } from './best-rows.ts';

export interface VectorIndex {
  readonly rows: number;
  /** @param vector of unit length, and as long as those before it */
  add(vector: Float32Array): void;
  /** Keeps only the rows given, which rise; the first of them becomes row 0. */
  keep(rows: Iterable<number>): void;
  /**
   * The rows whose vectors have the largest dot products with `query`, best first; scores are right to ±0.02. Who needs
   * exact ones takes a few more than are wanted, and compares the vectors themselves.
   */
  nearest(
    query: Float32Array,
    options: { readonly count: number; readonly allows?: (row: number) => boolean },
  ): Scored[];
}

/** So many are looked at closely, of which the signs say that they are near. */
const CLOSELY = 1500;

/**
 * Looks at all vectors by the signs of their numbers, once the middle of all is taken off, and at the likely ones by
 * their numbers in eight bits. The signs come with one scale a vector, chosen so that estimates of dot products are
 * right in the mean (as in RaBitQ: Gao and Long, SIGMOD 2024, without its rotation); each is off by about 1/√dimensions.
 * The query keeps its numbers, so that zeros in it say nothing: what eight signs add is looked up in a table made for it.
 * @param middle the mean of vectors such as will be added: vectors of models all lean one way
 */
export function createVectorIndex(middle: Float32Array): VectorIndex {
  const length = middle.length;
  const width = Math.ceil(length / 8);
  let signs = new Uint8Array(width * FIRST_ROWS);
  let signScales = new Float32Array(FIRST_ROWS);
  let bytes = new Int8Array(length * FIRST_ROWS);
  let byteScales = new Float32Array(FIRST_ROWS);
  let rows = 0;

  const grow = (): void => {
    const old = { signs, signScales, bytes, byteScales };
    signs = new Uint8Array(old.signs.length * 2);
    signScales = new Float32Array(old.signScales.length * 2);
    bytes = new Int8Array(old.bytes.length * 2);
    byteScales = new Float32Array(old.byteScales.length * 2);
    signs.set(old.signs);
    signScales.set(old.signScales);
    bytes.set(old.bytes);
    byteScales.set(old.byteScales);
  };

  const addSigns = (vector: Float32Array): void => {
    let [size, squares] = [0, 0];
    signs.fill(0, rows * width, (rows + 1) * width);
    for (let at = 0; at < length; at += 1) {
      const value = (vector[at] ?? 0) - (middle[at] ?? 0);
      size += Math.abs(value);
      squares += value * value;
      const place = rows * width + (at >> 3);
      if (value > 0) signs[place] = (signs[place] ?? 0) | (1 << (at & 7));
    }
    signScales[rows] = size === 0 ? 0 : squares / size;
  };

  const addBytes = (vector: Float32Array): void => {
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const scale = largest / 127;
    byteScales[rows] = scale;
    for (let at = 0; at < length; at += 1)
      bytes[rows * length + at] = scale === 0 ? 0 : Math.round((vector[at] ?? 0) / scale);
  };

  return {
    get rows() {
      return rows;
    },
    add: (vector) => {
      if (rows === signScales.length) grow();
      addSigns(vector);
      addBytes(vector);
      rows += 1;
    },
    keep: (kept) => {
      let to = 0;
      for (const from of kept) {
        signs.copyWithin(to * width, from * width, (from + 1) * width);
        bytes.copyWithin(to * length, from * length, (from + 1) * length);
        signScales[to] = signScales[from] ?? 0;
        byteScales[to] = byteScales[from] ?? 0;
        to += 1;
      }
      rows = to;
    },
    nearest: (query, { count, allows }) => {
      const table = tabulate(query, width);
      const lean = query.reduce((sum, value, at) => sum + value * (middle[at] ?? 0), 0);
      const likely = new BestRows(Math.max(CLOSELY, 10 * count));
      let bar = likely.bar;
      for (let row = 0; row < rows; row += 1) {
        const score = lean + (signScales[row] ?? 0) * addUp(table, signs, row * width);
        if (score <= bar || (allows && !allows(row))) continue;
        likely.offer(row, score);
        bar = likely.bar;
      }
      const best = new BestRows(count);
      for (const { row } of likely.list())
        best.offer(row, (byteScales[row] ?? 0) * multiply(query, bytes, row * length));
      return best.list();
    },
  };
}

const FIRST_ROWS = 1024;

/** For each place of a byte, what each of its 256 values adds to the dot product of query and signs. */
function tabulate(query: Float32Array, width: number): Float32Array {
  const table = new Float32Array(width * 256);
  for (let place = 0; place < width; place += 1) {
    for (let value = 0; value < 256; value += 1) {
      let sum = 0;
      for (let bit = 0; bit < 8; bit += 1) {
        const number = query[place * 8 + bit] ?? 0;
        sum += (value >> bit) & 1 ? number : -number;
      }
      table[place * 256 + value] = sum;
    }
  }
  return table;
}

// Functions of their own: in the midst of the loops over rows they would be compiled anew for each search.

function addUp(table: Float32Array, signs: Uint8Array, from: number): number {
  let sum = 0;
  for (let at = 0, entry = 0; entry < table.length; at += 1, entry += 256)
    sum += table[entry + (signs[from + at] ?? 0)] ?? 0;
  return sum;
}

function multiply(query: Float32Array, bytes: Int8Array, from: number): number {
  let sum = 0;
  for (let at = 0; at < query.length; at += 1) sum += (query[at] ?? 0) * (bytes[from + at] ?? 0);
  return sum;
}
