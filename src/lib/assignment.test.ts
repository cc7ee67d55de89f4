import { expect, test } from 'vitest';
import { assignPairs } from './assignment.ts';

test('the sum counts, not the best single pair', () => {
  expect(
    assignPairs([
      [9, 8],
      [8, 1],
    ]),
  ).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('more rows than columns leaves rows out; zero weights are never paired', () => {
  expect(assignPairs([[1], [3], [2]])).toEqual([[1, 0]]);
  expect(
    assignPairs([
      [0, 0],
      [0, 5],
    ]),
  ).toEqual([[1, 1]]);
  expect(assignPairs([])).toEqual([]);
});

test('it finds the best of all assignments on small random tables', () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  for (let round = 0; round < 60; round += 1) {
    const rows = 1 + Math.floor(random() * 4);
    const columns = 1 + Math.floor(random() * 4);
    const weights = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => Math.max(0, random() - 0.2)),
    );
    const total = assignPairs(weights).reduce((sum, [row, column]) => sum + (weights[row]?.[column] ?? 0), 0);
    expect(total).toBeCloseTo(bestTotal(weights, 0, new Set()), 9);
  }
});

function bestTotal(weights: readonly (readonly number[])[], row: number, taken: ReadonlySet<number>): number {
  const options = weights[row];
  if (!options) return 0;
  const skipped = bestTotal(weights, row + 1, taken);
  return options.reduce(
    (best, weight, column) =>
      taken.has(column) ? best : Math.max(best, weight + bestTotal(weights, row + 1, new Set([...taken, column]))),
    skipped,
  );
}
