import { expect, test } from 'vitest';
import { cosine } from './cosine.ts';
import { createRandom } from './random.ts';
import { createVectorIndex } from './vector-index.ts';

const DIMENSIONS = 256;

/** Unit vectors around a few directions, all leaning one way, as those of models do. */
function makeVectors(count: number, seed: number): Float32Array[] {
  const random = createRandom(seed);
  const centres = Array.from({ length: 12 }, () => Array.from({ length: DIMENSIONS }, () => random() - 0.5));
  return Array.from({ length: count }, (_, n) => {
    const centre = centres[n % centres.length] ?? [];
    const raw = centre.map((value) => value + 0.3 + (random() - 0.5) * 1.2);
    const length = Math.hypot(...raw);
    return Float32Array.from(raw, (value) => value / length);
  });
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  return Float32Array.from({ length: DIMENSIONS }, (_, at) =>
    vectors.reduce((sum, vector) => sum + (vector[at] ?? 0) / vectors.length, 0),
  );
}

test('the truly nearest ten are found, nearly always, although it looks closely at one in eight only', () => {
  const vectors = makeVectors(12_000, 5);
  const index = createVectorIndex(meanOf(vectors));
  for (const vector of vectors) index.add(vector);
  const missed = makeVectors(10, 6).map((query) => {
    const exact = vectors.map((vector, row) => ({ row, score: cosine(query, vector) }));
    const nearest = exact.toSorted((a, b) => b.score - a.score).slice(0, 10);
    const named = new Set(index.nearest(query, { count: 20 }).map(({ row }) => row));
    return nearest.filter(({ row }) => !named.has(row)).length;
  });
  // These neighbours are nearly equally far; those of real texts are easier to tell apart.
  expect(missed.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(2);
});

test('a score is near the dot product, and a vector is nearest to itself', () => {
  const vectors = makeVectors(300, 9);
  const index = createVectorIndex(meanOf(vectors));
  for (const vector of vectors) index.add(vector);
  const query = vectors[42]!;
  const [best] = index.nearest(query, { count: 1 });
  expect(best?.row).toBe(42);
  expect(Math.abs((best?.score ?? 0) - 1)).toBeLessThan(0.02);
});

test('rows that go leave the others in order, and those not allowed are passed over', () => {
  const vectors = makeVectors(50, 1);
  const index = createVectorIndex(new Float32Array(DIMENSIONS));
  for (const vector of vectors) index.add(vector);
  index.keep(Array.from({ length: 25 }, (_, at) => at * 2 + 1));
  expect(index.rows).toBe(25);
  expect(index.nearest(vectors[7]!, { count: 1 })[0]?.row).toBe(3);
  expect(index.nearest(vectors[7]!, { count: 50, allows: (row) => row !== 3 }).map(({ row }) => row)).not.toContain(3);
  index.add(vectors[0]!);
  expect(index.nearest(vectors[0]!, { count: 1 })[0]?.row).toBe(25);
});

test('it grows past any number it began with', () => {
  const vectors = makeVectors(2500, 2);
  const index = createVectorIndex(new Float32Array(DIMENSIONS));
  for (const vector of vectors) index.add(vector);
  expect(index.nearest(vectors[2400]!, { count: 1 })[0]?.row).toBe(2400);
});
