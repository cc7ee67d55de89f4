import { expect, test } from 'vitest';
import { adjustForMany, differenceInterval, fisherExact, leastChance, wilsonInterval } from './proportions.ts';

test('Fisher’s exact test gives the published chances', () => {
  // The lady tasting tea, and the table of dieting men and women of the usual textbook example; values of R 4.2.
  expect(fisherExact({ cases: 3, of: 4 }, { cases: 1, of: 4 })).toBeCloseTo(0.4857142857, 9);
  expect(fisherExact({ cases: 1, of: 12 }, { cases: 9, of: 12 })).toBeCloseTo(0.002759456, 9);
});

test('it equals the sum over all tables, counted with whole numbers', () => {
  for (let n = 0; n <= 9; n += 1) {
    for (let m = 0; m <= 8; m += 1) {
      for (let a = 0; a <= n; a += 1) {
        for (let b = 0; b <= m; b += 1) {
          const before = { cases: a, of: n };
          const after = { cases: b, of: m };
          expect(fisherExact(before, after)).toBeCloseTo(countTables(before, after), 12);
        }
      }
    }
  }
});

function countTables(before: { cases: number; of: number }, after: { cases: number; of: number }): number {
  const having = before.cases + after.cases;
  const ways = (k: number): bigint => choose(before.of, k) * choose(after.of, having - k);
  const own = ways(before.cases);
  let [all, extreme] = [0n, 0n];
  for (let k = 0; k <= having; k += 1) {
    all += ways(k);
    if (ways(k) <= own) extreme += ways(k);
  }
  return Number(extreme) / Number(all);
}

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let at = 1; at <= k; at += 1) ways = (ways * BigInt(n - k + at)) / BigInt(at);
  return ways;
}

test('large samples are as exact: the same shares grow surer, and none at all stays 1', () => {
  expect(fisherExact({ cases: 50_000, of: 100_000 }, { cases: 50_000, of: 100_000 })).toBeCloseTo(1, 9);
  // The normal approximation with continuity correction gives 0.0257 here; the exact sum differs in the fourth digit.
  expect(fisherExact({ cases: 50_000, of: 100_000 }, { cases: 50_500, of: 100_000 })).toBeCloseTo(0.0257, 3);
  expect(fisherExact({ cases: 0, of: 100_000 }, { cases: 100_000, of: 100_000 })).toBe(0);
  expect(fisherExact({ cases: 0, of: 7 }, { cases: 0, of: 9 })).toBe(1);
});

test('three cases on each side can prove nothing, four can', () => {
  expect([leastChance(3, 3), leastChance(4, 4)].map((chance) => Number(chance.toFixed(6)))).toEqual([0.1, 0.028571]);
});

test('Newcombe’s interval gives the example of his paper', () => {
  const { low, high } = differenceInterval({ cases: 48, of: 80 }, { cases: 56, of: 70 });
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.0524', '0.3339']);
});

test('Wilson’s interval stays within 0 and 1', () => {
  const none = wilsonInterval({ cases: 0, of: 10 });
  const all = wilsonInterval({ cases: 10, of: 10 });
  expect([none.low, none.high, all.low, all.high].map((end) => Number(end.toFixed(4)))).toEqual([0, 0.2775, 0.7225, 1]);
});

test('chances are adjusted for being many, in the order given', () => {
  const adjusted = adjustForMany([0.01, 0.04, 0.03, 0.005]).map((chance) => Number(chance.toFixed(6)));
  expect(adjusted).toEqual([0.02, 0.04, 0.04, 0.02]);
  expect(adjustForMany([])).toEqual([]);
});
