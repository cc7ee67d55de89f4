import { expect, test } from 'vitest';
import { readText } from '../all-logs.case.ts';
import { inputOfLogs } from '../fixtures.ts';
import { selectBehaviour } from './main-behaviour.ts';

/** Cases written as their activities; each given so often. */
async function graphOf(cases: Readonly<Record<string, number>>) {
  const rows = Object.entries(cases).flatMap(([activities, times], kind) =>
    Array.from({ length: times }, (_, at) =>
      activities
        .split(' ')
        .map((activity, hour) => `${kind}-${at},${activity},2026-03-02T${String(hour + 8).padStart(2, '0')}:00:00Z`),
    ).flat(),
  );
  return inputOfLogs(await readText(['case,activity,timestamp', ...rows, ''].join('\n'))).graph;
}

async function describeMain(cases: Readonly<Record<string, number>>) {
  const graph = await graphOf(cases);
  const labels = new Map<string, string>(graph.activities.map(({ id, label }) => [id, label]));
  const nameOf = (place: string): string => labels.get(place) ?? place;
  const { units, ways, leftOut } = selectBehaviour(graph, 'main');
  return {
    units: units.map(({ branches }) =>
      branches
        .map((branch) =>
          branch
            .map(({ label }) => label)
            .toSorted()
            .join('|'),
        )
        .toSorted()
        .join(' & '),
    ),
    ways: ways.map(({ source, target, count }) => `${nameOf(source)} > ${nameOf(target)} ${count}`).toSorted(),
    leftOut: leftOut.map(({ kind, label, count, reason }) => `${kind} ${label} ${count}: ${reason}`),
  };
}

test('a rare activity and a rare way are left out and listed', async () => {
  expect(await describeMain({ 'a b c': 90, 'a c': 8, 'a x c': 2 })).toEqual({
    units: ['a', 'b', 'c'],
    ways: ['a > b 90', 'b > c 90', 'c > end 100', 'start > a 100'],
    leftOut: [
      'activity x 2: rare',
      'way a > c 8: seldom taken',
      'way a > x 2: an end of it is left out',
      'way x > c 2: an end of it is left out',
    ],
  });
});

test('a rare activity is drawn where nothing else connects what is drawn', async () => {
  const { units, ways } = await describeMain({ a: 90, 'a x b': 4, 'a y b': 3 });
  expect(units).toEqual(['a', 'x', 'b']);
  expect(ways).toEqual(['a > end 90', 'a > x 4', 'b > end 7', 'start > a 97', 'x > b 4']);
});

test('what is done in both orders equally often is a block; a choice may be one of its branches', async () => {
  const block = await describeMain({ 'a b c d': 30, 'a c b d': 30, 'a b e d': 20, 'a e b d': 20 });
  expect(block.units).toEqual(['a', 'b & c|e', 'd']);
  expect(block.ways.filter((way) => way.startsWith('a') || way.startsWith('start'))).toEqual([
    'a > b 100',
    'start > a 100',
  ]);
});

test('there and back is a loop, no block', async () => {
  const { units, ways } = await describeMain({ 'a b c': 50, 'a b a b c': 50 });
  expect(units).toEqual(['a', 'b', 'c']);
  expect(ways).toContain('b > a 50');
});

test('without a block only the commoner of two chance orders is drawn', async () => {
  const { ways } = await describeMain({ 'a b c d': 60, 'a c b d': 40, 'a b x c d': 20 });
  expect(ways.filter((way) => way.startsWith('b > c') || way.startsWith('c > b'))).toEqual(['b > c 60']);
});
