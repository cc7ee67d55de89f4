import { expect, test } from 'vitest';
import { medianAndP90 } from './quantiles.ts';
import { createRandom } from './random.ts';

const ofAll = (values: readonly number[]) => medianAndP90(Float64Array.from(values), 0, values.length);

test('the median of an even count is the mean of the middle two', () => {
  expect([ofAll([5]), ofAll([4, 1]), ofAll([9, 1, 5]), ofAll([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])]).toEqual([
    { median: 5, p90: 5 },
    { median: 2.5, p90: 3.7 },
    { median: 5, p90: 8.2 },
    { median: 6, p90: 10 },
  ]);
});

test('selection finds what sorting finds, and leaves the rest of the array alone', () => {
  const random = createRandom(7);
  for (let round = 0; round < 400; round += 1) {
    const length = 1 + Math.floor(random() * (round % 40 === 0 ? 3000 : 50));
    const range = [1, 2, 10, 1e9][round % 4]!;
    const values = Float64Array.from({ length: length + 2 }, () => Math.floor(random() * range));
    const inner = values.subarray(1, length + 1);
    if (round % 5 === 0) inner.sort();
    if (round % 10 === 0) inner.reverse();
    const sorted = inner.slice().sort();
    const [first, last] = [values[0], values.at(-1)];
    expect(medianAndP90(values, 1, length + 1)).toEqual({ median: linear(sorted, 5), p90: linear(sorted, 9) });
    expect([values[0], values.at(-1), inner.toSorted()]).toEqual([first, last, sorted]);
  }
});

function linear(sorted: Float64Array, tenths: number): number {
  const place = (sorted.length - 1) * tenths;
  const low = sorted[Math.floor(place / 10)]!;
  const high = sorted[Math.ceil(place / 10)]!;
  return low + ((high - low) * (place % 10)) / 10;
}
