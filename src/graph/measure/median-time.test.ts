import { expect, test } from 'vitest';
import { lowerRank, medianTime } from './median-time.ts';

test('the median is the middle, or the mean of the middle two, with the interval by rank', () => {
  expect(medianTime(Float64Array.of())).toBeNull();
  expect(medianTime(Float64Array.of(5))).toEqual({ n: 1, medianMs: 5, lowMs: null, highMs: null });
  expect(medianTime(Float64Array.of(5, 1, 4, 2, 3))).toEqual({ n: 5, medianMs: 3, lowMs: null, highMs: null });
  expect(medianTime(Float64Array.of(60, 10, 50, 20, 40, 30))).toEqual({ n: 6, medianMs: 35, lowMs: 10, highMs: 60 });
  const ten = Float64Array.from({ length: 10 }, (_, at) => 10 - at);
  // Ranks 2 and 9 of 10 cover the median with 97.9 %; ranks 3 and 8 with 89.1 % would not do.
  expect(medianTime(ten)).toEqual({ n: 10, medianMs: 5.5, lowMs: 2, highMs: 9 });
});

test('ranks are the largest that cover 95 %, counted with whole numbers', () => {
  for (let n = 1; n <= 200; n += 1) expect([n, lowerRank(n)]).toEqual([n, countRank(n)]);
});

test('beyond a thousand values the normal approximation goes on where the exact ranks end', () => {
  expect([lowerRank(1000), lowerRank(1001), countRank(1001)]).toEqual([469, 469, 470]);
});

/** The largest r with 40 * (C(n, 0) + ... + C(n, r - 1)) <= 2^n. */
function countRank(n: number): number {
  let [ways, below, rank] = [1n, 0n, 0];
  while (40n * (below + ways) <= 2n ** BigInt(n)) {
    below += ways;
    rank += 1;
    ways = (ways * BigInt(n - rank + 1)) / BigInt(rank);
  }
  return rank;
}
