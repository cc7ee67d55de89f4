import { expect, test } from 'vitest';
import { driftMs, startOnClock, usualIntervalMs } from './media-time.ts';
import { shouldRotate } from './rotation.ts';

const points = (count: number, rate: number, late: (at: number) => number = () => 0) =>
  Array.from({ length: count }, (_, at) => ({ mediaMs: at * 1000 * rate, clockMs: 5_000 + at * 1000 + late(at) }));

test('a file begins where its promptest chunk says, however late others came', () => {
  expect(startOnClock(points(10, 1, (at) => (at === 4 ? 80 : 900)))).toBe(5_080);
  expect(startOnClock([])).toBe(0);
});

test('a device that runs fast by one in a thousand has drifted 99 ms in 100 seconds', () => {
  expect(driftMs(points(100, 1.001))).toBe(99);
  expect(driftMs(points(100, 1))).toBe(0);
  expect(driftMs(points(5, 1.1))).toBe(0);
});

test('what can be on its way is what usually lies between two chunks', () => {
  expect(usualIntervalMs(points(9, 1, (at) => (at === 8 ? 7_000 : 0)))).toBe(1000);
  expect(usualIntervalMs(points(2, 1))).toBe(1000);
});

test('a new file is due after three minutes, and when the clock ran on without the track', () => {
  expect(shouldRotate(points(180, 1))).toBe(false);
  expect(shouldRotate(points(181, 1))).toBe(true);
  expect(shouldRotate(points(20, 1, (at) => (at === 19 ? 4_000 : 0)))).toBe(false);
  expect(shouldRotate(points(20, 1, (at) => (at === 19 ? 60_000 : 0)))).toBe(true);
  expect(shouldRotate([])).toBe(false);
});
