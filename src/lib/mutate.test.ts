import { expect, test } from 'vitest';
import { mutate } from './mutate.ts';
import { createRandom } from './random.ts';
import { encodeUtf8 } from './utf8.ts';

test('damage differs from seed to seed, is the same for one, and leaves the original alone', () => {
  const original = Buffer.from('case,activity,time\n1,open,2026-03-02\n');
  const before = original.toString();
  const all = (seed: number): string[] => {
    const random = createRandom(seed);
    return Array.from({ length: 500 }, () => Buffer.from(mutate(original, random)).toString('hex'));
  };
  expect(all(1)).toEqual(all(1));
  expect(new Set([...all(1), ...all(2)]).size).toBeGreaterThan(800);
  expect(original.toString()).toBe(before);
});

test('nothing can be damaged, too', () => {
  const random = createRandom(4);
  for (let round = 0; round < 500; round += 1) expect(mutate(encodeUtf8(''), random).length).toBeLessThan(200);
});
