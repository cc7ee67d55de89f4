import { expect, test } from 'vitest';
import { findSpread } from './quantiles.ts';
import { createRandom } from './random.ts';

const ofAll = (values: readonly number[]) => findSpread(Float64Array.from(values), 0, values.length);

test('the median of an even count is the mean of the middle two', () => {
  expect([ofAll([5]), ofAll([4, 1]), ofAll([9, 1, 5]), ofAll([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])]).toEqual([
    { sum: 5, min: 5, median: 5, p90: 5, max: 5 },
    { sum: 5, min: 1, median: 2.5, p90: 3.7, max: 4 },
    { sum: 15, min: 1, median: 5, p90: 8.2, max: 9 },
    { sum: 66, min: 1, median: 6, p90: 10, max: 11 },
  ]);
});

test('counting finds what sorting finds, whatever the values look like, and leaves them alone', () => {
  const random = createRandom(7);
  const shapes = [
    () => 0,
    () => Math.floor(random() * 2),
    () => Math.floor(random() * 10) - 5,
    () => Math.floor(random() * 1e9),
    () => Math.floor(Math.exp(random() * 36)),
    () => (random() < 0.5 ? 0 : 1e12 + Math.floor(random() * 3)),
    () => 2 ** Math.floor(random() * 52),
    () => (random() < 0.01 ? 1e15 : Math.floor(random() * 1000)),
  ];
  for (let round = 0; round < 800; round += 1) {
    const length = 1 + Math.floor(random() * (round % 10 < 8 ? 150 : 3000));
    const values = Float64Array.from({ length: length + 2 }, shapes[round % 8]!);
    const given = values.slice();
    const sorted = values.subarray(1, length + 1).toSorted();
    expect(findSpread(values, 1, length + 1)).toEqual({
      sum: given.subarray(1, length + 1).reduce((sum, value) => sum + value, 0),
      min: sorted[0],
      median: linear(sorted, 5),
      p90: linear(sorted, 9),
      max: sorted.at(-1),
    });
    expect(values).toEqual(given);
  }
});

function linear(sorted: Float64Array, tenths: number): number {
  const place = (sorted.length - 1) * tenths;
  const low = sorted[Math.floor(place / 10)]!;
  const high = sorted[Math.ceil(place / 10)]!;
  return low + ((high - low) * (place % 10)) / 10;
}
