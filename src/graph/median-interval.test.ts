import { expect, test } from 'vitest';
import { createRandom } from '../lib/random.ts';
import { findRankInterval } from './median-interval.ts';

test('below five observations there is no interval, with five it is the least and the largest', () => {
  expect([1, 4, 5, 6, 9, 10, 100].map((n) => findRankInterval(n))).toEqual([
    undefined,
    undefined,
    { rank: 1, coverage01: 1 - 2 / 32 },
    { rank: 1, coverage01: 1 - 2 / 64 },
    { rank: 2, coverage01: 1 - (2 * 10) / 512 },
    { rank: 2, coverage01: 1 - (2 * 11) / 1024 },
    { rank: 40, coverage01: expect.closeTo(0.9648, 4) },
  ]);
});

test('the interval holds the median as often as it says, however skewed the times are', () => {
  const random = createRandom(1);
  for (const n of [5, 12, 40]) {
    const { rank, coverage01 } = findRankInterval(n)!;
    let hits = 0;
    for (let round = 0; round < 4000; round += 1) {
      // Of -log(u) the median is log 2.
      const times = Float64Array.from({ length: n }, () => -Math.log(1 - random())).sort();
      if (times[rank - 1]! <= Math.LN2 && times[n - rank]! >= Math.LN2) hits += 1;
    }
    expect(Math.abs(hits / 4000 - coverage01)).toBeLessThan(0.015);
  }
});
