import { expect, test } from 'vitest';
import { probableInOrder } from './in-order.ts';

const round = (rows: readonly (readonly number[])[]): number[][] =>
  rows.map((row) => row.map((value) => Math.round(1000 * value) / 1000));

test('the sums over all alignments are those of counting them one by one', () => {
  // Odds 1 for each pair: alone, two pairs that do not cross, or none: 1 + 4 + 1 alignments.
  const even = [
    [0, 0],
    [0, 0],
  ];
  const [corner, crossing] = [2 / 6, 1 / 6];
  expect(round(probableInOrder(even, { steepness: 1, skip: 1 }))).toEqual(
    round([
      [corner, crossing],
      [crossing, corner],
    ]),
  );
});

test('a pair between two sure pairs keeps its likelihood, and one that crosses them loses it', () => {
  const alone = probableInOrder([[0.2]], { steepness: 2, skip: 1 })[0]![0]!;
  const points = [
    [3, undefined, undefined, 0.2],
    [undefined, 0.2, undefined, undefined],
    [undefined, undefined, 3, undefined],
  ];
  const likely = probableInOrder(points, { steepness: 2, skip: 1 });
  expect(likely[1]![1]!).toBeCloseTo(alone);
  expect(likely[0]![3]!).toBeLessThan(0.01);
});

test('pairs that are out of the question are never likely; no rows or columns are no pairs', () => {
  expect(probableInOrder([[undefined, 1]], { steepness: 2, skip: 0.5 })[0]![0]).toBe(0);
  expect(probableInOrder([], { steepness: 2, skip: 0.5 })).toEqual([]);
  expect(probableInOrder([[], []], { steepness: 2, skip: 0.5 })).toEqual([[], []]);
});

test('rows that want the same columns stay numbers', () => {
  const points = Array.from({ length: 120 }, (_, row) =>
    Array.from({ length: 60 }, (__, column) => (row % 60 === column ? 4 : undefined)),
  );
  const sums = probableInOrder(points, { steepness: 2.2, skip: 0.5 }).map((row) => row.reduce((a, b) => a + b, 0));
  expect(sums.every((sum) => sum >= 0 && sum <= 1.000001)).toBe(true);
  expect(Math.round(sums.reduce((a, b) => a + b, 0))).toBe(60);
});

test('four hundred sure pairs in a row stay numbers', () => {
  const points = Array.from({ length: 400 }, (_, row) =>
    Array.from({ length: 400 }, (__, column) => (row === column ? 4 : undefined)),
  );
  const likely = probableInOrder(points, { steepness: 2.2, skip: 0.5 });
  expect(likely.every((row, at) => row[at]! > 0.999 && row[at]! <= 1.000001)).toBe(true);
});
