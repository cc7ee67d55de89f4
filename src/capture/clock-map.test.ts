import { expect, test } from 'vitest';
import { createClockMap } from './clock-map.ts';

test('before anything was heard of the recorder, no moment has a place on its clock', () => {
  expect(createClockMap().toClock(1000)).toBeUndefined();
});

test('the promptest arrival tells where the recording began', () => {
  const map = createClockMap();
  map.note(10_040, 0);
  expect(map.toClock(12_000)).toBe(1960);
  map.note(11_003, 1000);
  map.note(12_900, 2000);
  expect(map.toClock(12_000)).toBe(1997);
  expect(map.toClock(9_000)).toBe(0);
});

test('after a night in which only the core’s clock went on, moments are told by what came since', () => {
  const map = createClockMap();
  map.note(0, 0);
  const nightMs = 8 * 3_600_000;
  for (let chunk = 1; chunk < 120; chunk += 1) map.note(nightMs + chunk * 500, chunk * 500);
  // A recorder that was away for a while and catches up says the same for a while.
  expect(map.toClock(nightMs + 60_000)).toBe(nightMs + 60_000);
  map.note(nightMs + 60_000, 60_000);
  expect(map.toClock(nightMs + 61_000)).toBe(61_000);
});
