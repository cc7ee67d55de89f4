import { expect, test } from 'vitest';
import { LogId } from '../../src/domain/ids.ts';
import { findNearest, zoomRange } from './spectrum-range.ts';

const DAY = 86_400_000;
const all = { fromMs: 0, toMs: 100 * DAY };
const days = (from: number, to: number) => ({ fromMs: from * DAY, toMs: to * DAY });

test('zooming stays within everything and around what is looked at', () => {
  expect(zoomRange(all, { factor: 0.5, all })).toEqual(days(25, 75));
  expect(zoomRange(days(25, 75), { factor: 0.5, all, around: days(96, 98) })).toEqual(days(75, 100));
  expect(zoomRange(days(25, 75), { factor: 1, all, around: days(0, 2) })).toEqual(days(0, 50));
  expect(zoomRange(days(75, 100), { factor: 8, all })).toEqual(all);
  expect(zoomRange(all, { factor: 1e-9, all })).toEqual({ fromMs: 50 * DAY - 30_000, toMs: 50 * DAY + 30_000 });
});

test('a spectrum shorter than a minute is shown whole', () => {
  const short = { fromMs: 5, toMs: 6 };
  expect(zoomRange(short, { factor: 0.5, all: short })).toEqual(short);
});

test('the line meant is the nearest at the height of the pointer', () => {
  const evidence = { kind: 'log' as const, logId: LogId.parse('log'), rows: [0], count: 1 };
  const passings = [days(0, 10), days(1, 2)].map((span) => ({ ...span, quarter: 0, case: '1', evidence }));
  expect(findNearest(passings, { atMs: 1.4 * DAY, down01: 0 })).toBe(1);
  expect(findNearest(passings, { atMs: 4 * DAY, down01: 0.5 })).toBe(0);
  expect(findNearest([], { atMs: 0, down01: 0 })).toBeUndefined();
});
