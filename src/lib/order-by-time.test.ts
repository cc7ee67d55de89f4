import { expect, test } from 'vitest';
import { orderByTime } from './order-by-time.ts';
import { createRandom } from './random.ts';

test('items are in the order a stable sort puts them in, whatever the times are', () => {
  const shapes = [
    (random: number) => Math.floor(random * 3),
    (random: number) => Math.floor(random * 5000) - 2500,
    (random: number) => 1.7e12 + Math.floor(random * 6e7),
    (random: number) => Math.floor(random * 4e12) - 2e12,
    (random: number) => Math.floor(random * 2 ** 43) * 2,
    (random: number) => Math.floor(random * 2 ** 50),
    (random: number) => random * 10,
  ];
  for (let seed = 0; seed < 70; seed += 1) {
    const random = createRandom(seed);
    const timeMs = Float64Array.from({ length: seed * 7 }, () => shapes[seed % shapes.length]!(random()));
    const items = Int32Array.from(timeMs.keys())
      .reverse()
      .filter(() => random() < 0.9);
    const given = items.slice();
    expect(orderByTime(items, timeMs)).toEqual(items.toSorted((a, b) => timeMs[a]! - timeMs[b]!));
    expect(items).toEqual(given);
  }
});
