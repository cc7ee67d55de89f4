import { expect, test } from 'vitest';
import { spreadOut } from './isotonic.ts';

const wish = (at: number, weight = 1) => ({ at, weight, size: 10 });

test('things that do not touch stay where they want to be', () => {
  expect(spreadOut([wish(0), wish(30), wish(90)], { gap: 5 })).toEqual([0, 30, 90]);
});

test('things that collide share the way, the heavier one moves less', () => {
  expect(spreadOut([wish(0), wish(0)], { gap: 10 })).toEqual([-10, 10]);
  expect(spreadOut([wish(0, 3), wish(0, 1)], { gap: 10 })).toEqual([-5, 15]);
});

test('the order given is kept even where the wishes are the other way round', () => {
  expect(spreadOut([wish(100), wish(0)], { gap: 0 })).toEqual([45, 55]);
});

test('bounds are kept as long as all fit', () => {
  expect(spreadOut([wish(-50), wish(500)], { gap: 0, from: 0, to: 100 })).toEqual([5, 95]);
  expect(spreadOut([wish(0), wish(0)], { gap: 0, from: 0, to: 10 })).toEqual([5, 15]);
  expect(spreadOut([], { gap: 0 })).toEqual([]);
});
