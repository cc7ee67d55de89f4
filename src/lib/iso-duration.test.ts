import { expect, test } from 'vitest';
import { parseIsoDuration } from './iso-duration.ts';

test('durations become milliseconds', () => {
  expect(['PT1H30M', 'P2D', 'P1W', 'P1M', 'PT0.5H', 'P1DT2S'].map(parseIsoDuration)).toEqual([
    5_400_000, 172_800_000, 604_800_000, 2_592_000_000, 1_800_000, 86_402_000,
  ]);
});

test('what is no duration gives nothing', () => {
  expect(['', 'P', 'PT', '2 days', 'P2', 'PT2D'].map(parseIsoDuration)).toEqual(Array(6).fill(undefined));
});
