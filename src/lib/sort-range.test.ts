import { expect, test } from 'vitest';
import { createRandom } from './random.ts';
import { sortRange } from './sort-range.ts';

test.each([10, 64, 65, 500])('a range of %i is sorted stably and nothing else moves', (length) => {
  const random = createRandom(length);
  const keys = Array.from({ length: length + 2 }, () => Math.floor(random() * 8));
  const indexes = Int32Array.from(keys.keys());
  const compare = (a: number, b: number): number => keys[a]! - keys[b]!;
  const inner = [...indexes].slice(1, -1).sort((a, b) => compare(a, b) || a - b);
  sortRange(indexes, { from: 1, to: length + 1 }, compare);
  expect([...indexes]).toEqual([0, ...inner, length + 1]);
});
