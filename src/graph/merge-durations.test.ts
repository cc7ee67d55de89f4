import { expect, test } from 'vitest';
import { mergeDurations } from './merge-durations.ts';

const one = { n: 1, sumMs: 10, meanMs: 10, medianMs: 10, minMs: 10, maxMs: 10, p90Ms: 10 };
const three = { n: 3, sumMs: 60, meanMs: 20, medianMs: 18, minMs: 12, maxMs: 30, p90Ms: 28 };

test('sums, means and ends are exact, medians are weighted', () => {
  expect(mergeDurations([one, null, three])).toEqual({
    n: 4,
    sumMs: 70,
    meanMs: 17.5,
    medianMs: 16,
    minMs: 10,
    maxMs: 30,
    p90Ms: 23.5,
  });
});

test('one part is kept as it is, none gives none', () => {
  expect([mergeDurations([null, three]), mergeDurations([null]), mergeDurations([])]).toEqual([three, null, null]);
});
