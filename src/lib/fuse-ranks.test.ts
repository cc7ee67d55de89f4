import { expect, test } from 'vitest';
import { fuseRanks } from './fuse-ranks.ts';

test('what both lists have near their top comes first', () => {
  expect(
    fuseRanks([
      { items: ['a', 'b', 'c'], weight: 1 },
      { items: ['c', 'b', 'd'], weight: 1 },
    ]),
  ).toEqual(['c', 'b', 'a', 'd']);
});

test('a list of little weight settles what the other leaves open, and adds what it does not have', () => {
  expect(
    fuseRanks([
      { items: ['a', 'b'], weight: 1 },
      { items: ['c', 'b'], weight: 0.1 },
    ]),
  ).toEqual(['b', 'a', 'c']);
  expect(
    fuseRanks([
      { items: [], weight: 1 },
      { items: ['x'], weight: 0.4 },
    ]),
  ).toEqual(['x']);
  expect(fuseRanks([])).toEqual([]);
});
