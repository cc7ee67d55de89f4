import { expect, test } from 'vitest';
import { createPairIds } from './pair-ids.ts';

test.each([
  ['a table', 10],
  ['a map', 1_000_000],
])('pairs are numbered in order of first appearance, by %s', (_, width) => {
  const pairs = createPairIds(width, width);
  const ids = [pairs.idOf(9, 1), pairs.idOf(0, 0), pairs.idOf(1, 9), pairs.idOf(9, 1), pairs.idOf(0, 0)];
  expect({ ids, firsts: pairs.firsts, seconds: pairs.seconds }).toEqual({
    ids: [0, 1, 2, 0, 1],
    firsts: [9, 0, 1],
    seconds: [1, 0, 9],
  });
});
