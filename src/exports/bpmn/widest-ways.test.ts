import { expect, test } from 'vitest';
import type { Way } from './units.ts';
import { findWidestWays } from './widest-ways.ts';

const way = (source: string, target: string, count: number): Way => ({ source, target, count, transitions: [] });
const WAYS = [
  way('a', 'b', 9),
  way('b', 'd', 2),
  way('a', 'c', 5),
  way('c', 'd', 5),
  way('d', 'a', 7),
  way('x', 'd', 1),
];

const named = (found: ReadonlyMap<string, Way>): Record<string, string> =>
  Object.fromEntries([...found].map(([place, { source, target }]) => [place, `${source} > ${target}`]));

test('the path whose least frequent way is most frequent wins, and what cannot be reached is missing', () => {
  expect(named(findWidestWays(WAYS, { from: 'a' }))).toEqual({ b: 'a > b', c: 'a > c', d: 'c > d' });
});

test('backwards each place gets its first way towards the end', () => {
  expect(named(findWidestWays(WAYS, { from: 'd', backwards: true }))).toEqual({
    a: 'a > c',
    b: 'b > d',
    c: 'c > d',
    x: 'x > d',
  });
});

test('of equally wide paths the shorter one is taken', () => {
  const equal = [way('a', 'b', 3), way('b', 'c', 3), way('a', 'c', 3)];
  expect(named(findWidestWays(equal, { from: 'a' }))).toEqual({ b: 'a > b', c: 'a > c' });
});
