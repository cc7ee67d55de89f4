import { expect, test } from 'vitest';
import { BestRows } from './best-rows.ts';
import { createRandom } from './random.ts';

test('it keeps the best, highest first, and of equal ones the first', () => {
  const best = new BestRows(3);
  for (const [row, score] of [4, 9, 1, 9, 7, 9].entries()) best.offer(row, score);
  expect(best.list()).toEqual([
    { row: 1, score: 9 },
    { row: 3, score: 9 },
    { row: 5, score: 9 },
  ]);
  expect(best.bar).toBe(9);
});

test('fewer than wanted are all there', () => {
  const best = new BestRows(5);
  best.offer(0, -2);
  best.offer(1, 3);
  expect(best.list().map(({ row }) => row)).toEqual([1, 0]);
  expect(best.bar).toBe(Number.NEGATIVE_INFINITY);
});

test('it agrees with sorting', () => {
  const random = createRandom(3);
  for (let n = 0; n < 200; n += 1) {
    const scores = Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 20));
    const best = new BestRows(7);
    for (const [row, score] of scores.entries()) best.offer(row, score);
    const sorted = scores.map((score, row) => ({ row, score })).toSorted((a, b) => b.score - a.score || a.row - b.row);
    expect(best.list()).toEqual(sorted.slice(0, 7));
  }
});
