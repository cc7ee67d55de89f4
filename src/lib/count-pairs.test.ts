import { expect, test } from 'vitest';
import { countGroups, countPairs, listGroups, type PairGroups, placesOf, rankGroups } from './count-pairs.ts';
import { createRandom } from './random.ts';

/** Each pair in order of first appearance, with its count and places; and for each place the pair it is in. */
function list(pairs: PairGroups) {
  const { groupOf, none, counts, firstOf, secondOf } = pairs;
  const name = (group: number): string => (group === none ? '-' : `${firstOf(group)} ${secondOf(group)}`);
  return {
    pairs: Array.from(listGroups(pairs), (group) => [name(group), counts[group], [...placesOf(pairs, group)]]),
    none: counts[none],
    groupOf: Array.from(groupOf, name),
  };
}

test.each([
  ['a table', 10],
  ['a map', 1_000_000],
])('pairs are counted in order of first appearance, by %s', (_, width) => {
  const firstOf = Int32Array.of(9, 0, -1, 9, 0, 1);
  const secondOf = Int32Array.of(1, 0, 3, 1, -1, 9);
  const size = { firsts: width, seconds: width };
  expect(list(countPairs(firstOf, secondOf, size))).toEqual({
    pairs: [
      ['9 1', 2, [0, 3]],
      ['0 0', 1, [1]],
      ['1 9', 1, [5]],
    ],
    none: 2,
    groupOf: ['9 1', '0 0', '-', '9 1', '-', '1 9'],
  });
  const within = Int32Array.of(0, 0, 0, 1, 1, 1);
  expect(list(countPairs(firstOf, secondOf, { ...size, within }))).toEqual({
    pairs: [
      ['9 0', 1, [1]],
      ['0 3', 1, [2]],
      ['0 9', 1, [5]],
    ],
    none: 3,
    groupOf: ['-', '9 0', '0 3', '-', '-', '0 9'],
  });
  const nothing = countPairs(new Int32Array(), new Int32Array(), { ...size, within: new Int32Array() });
  expect(list(nothing)).toEqual({ pairs: [], none: 0, groupOf: [] });
});

test('a table and a map count alike, and as one counts by hand', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const random = createRandom(seed);
    const draw = (below: number) => Int32Array.from({ length: 200 }, () => Math.floor(random() * (below + 1)) - 1);
    const [firstOf, secondOf] = [draw(1 + (seed % 20)), draw(1 + (seed % 7))];
    const within = seed % 2 === 0 ? draw(2) : undefined;
    const found = new Map<string, number[]>();
    for (let at = within ? 1 : 0; at < secondOf.length; at += 1) {
      const [first, second] = [firstOf[within ? at - 1 : at]!, secondOf[at]!];
      if (first < 0 || second < 0 || (within && within[at] !== within[at - 1])) continue;
      found.set(`${first} ${second}`, [...(found.get(`${first} ${second}`) ?? []), at]);
    }
    const options = within ? { within } : {};
    const byTable = list(countPairs(firstOf, secondOf, { ...options, firsts: 30, seconds: 30 }));
    const byMap = list(countPairs(firstOf, secondOf, { ...options, firsts: 100_000, seconds: 100_000 }));
    expect(byTable.pairs).toEqual([...found].map(([name, at]) => [name, at.length, at.slice(0, 5)]));
    expect(byMap).toEqual(byTable);
  }
});

test('groups are ranked by count, equal ones in order of first appearance', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const random = createRandom(seed);
    const groupOf = Int32Array.from({ length: seed * 5 }, () => Math.floor(random() * 21));
    const found = new Map<number, number>();
    for (const group of groupOf) if (group < 20) found.set(group, (found.get(group) ?? 0) + 1);
    const ranked = [...found].sort((a, b) => b[1] - a[1]).map(([group]) => group);
    expect([...rankGroups(countGroups(groupOf, 20))]).toEqual(ranked);
  }
});
