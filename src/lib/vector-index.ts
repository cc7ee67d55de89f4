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
      const value = vector[at]! - middle[at]!;
      size += Math.abs(value);
      squares += value * value;
      if (value > 0) signs[rows * width + (at >> 3)]! |= 1 << (at & 7);
    }
    signScales[rows] = size === 0 ? 0 : squares / size;
  };

  const addBytes = (vector: Float32Array): void => {
    let largest = 0;
    for (let at = 0; at < length; at += 1) largest = Math.max(largest, Math.abs(vector[at]!));
    const scale = largest / 127;
    byteScales[rows] = scale;
    for (let at = 0; at < length; at += 1)
      bytes[rows * length + at] = scale === 0 ? 0 : Math.round(vector[at]! / scale);
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
        signScales[to] = signScales[from]!;
        byteScales[to] = byteScales[from]!;
        to += 1;
      }
      rows = to;
    },
    nearest: (query, { count, allows }) => {
      const scores = addUp(tabulate(query, width), signs, { rows, width });
      let lean = 0;
      for (let at = 0; at < length; at += 1) lean += query[at]! * middle[at]!;
      const likely = new BestRows(Math.max(CLOSELY, 10 * count));
      let bar = likely.bar;
      for (let row = 0; row < rows; row += 1) {
        const score = lean + signScales[row]! * scores[row]!;
        if (score <= bar || (allows && !allows(row))) continue;
        likely.offer(row, score);
        bar = likely.bar;
      }
      const best = new BestRows(count);
      const nearly = likely.list().toSorted((a, b) => a.row - b.row);
      for (const { row } of nearly) best.offer(row, byteScales[row]! * multiply(query, bytes, row * length));
      return best.list();
    },
  };
}

const FIRST_ROWS = 1024;

/** What signs add to the dot product, in whole steps; a table of whole numbers stays close to the processor. */
interface SignTable {
  /** For each place of a byte, what each of its 256 values adds. */
  readonly steps: Int16Array;
  readonly step: number;
}

function tabulate(query: Float32Array, width: number): SignTable {
  let largest = 0;
  for (const value of query) largest = Math.max(largest, Math.abs(value));
  const step = Math.max(largest, Number.MIN_VALUE) / 4000;
  const steps = new Int16Array(width * 256);
  for (let place = 0; place < width; place += 1) {
    for (let value = 0; value < 256; value += 1) {
      let sum = 0;
      for (let bit = 0; bit < 8; bit += 1) {
        const number = query[place * 8 + bit] ?? 0;
        sum += (value >> bit) & 1 ? number : -number;
      }
      steps[place * 256 + value] = Math.round(sum / step);
    }
  }
  return { steps, step };
}

// Functions of their own, and one for all rows: what is called for each row is compiled late, and searches are seldom.

function addUp(
  { steps, step }: SignTable,
  signs: Uint8Array,
  { rows, width }: { readonly rows: number; readonly width: number },
): Float32Array {
  const scores = new Float32Array(rows);
  for (let row = 0, at = 0; row < rows; row += 1) {
    let sum = 0;
    for (let place = 0; place < width; place += 1, at += 1) sum += steps[(place << 8) | signs[at]!]!;
    scores[row] = sum * step;
  }
  return scores;
}

function multiply(query: Float32Array, bytes: Int8Array, from: number): number {
  let sum = 0;
  for (let at = 0; at < query.length; at += 1) sum += query[at]! * bytes[from + at]!;
  return sum;
}
