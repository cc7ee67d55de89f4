import { expect, test } from 'vitest';
import type { LogSlice } from '../../domain/comparison.ts';
import { logOf } from '../log-rows.sample.ts';
import { mineLog } from '../mine-log.ts';
import { filterLogs } from './filter-log.ts';
import { groupVariants } from './group-variants.ts';
import { restoreRows } from './restore-rows.ts';

const MODE = { instances: 'paired' } as const;

/** Three cases a b, one a c b, one a b that starts late; rows 0 to 10. */
const LOG = logOf(
  ['1', 'a', 0, 'Ann', 'clerk'],
  ['1', 'b', 5, 'Bea', 'lead'],
  ['2', 'a', 10, 'Ann', 'clerk'],
  ['2', 'c', 12, 'Ann', 'clerk'],
  ['2', 'b', 15, 'Ann', 'clerk'],
  ['3', 'a', 20, 'Cem', 'clerk'],
  ['3', 'b', 25, 'Bea', 'lead'],
  ['4', 'a', 30, '-', '-'],
  ['4', 'b', 60, '-', '-'],
);

const keep = (slice: LogSlice): string[] => {
  const [filtered] = filterLogs([LOG], slice, MODE);
  const { columns, cases } = filtered!;
  const names = [...new Set([...columns.caseOf].map((at) => columns.cases[at]!))];
  expect(names.length).toBe(cases);
  return names;
};

test('a slice keeps whole cases, by each condition and by all together', () => {
  const minutes = (from: number, to: number): LogSlice => ({ fromMs: from * 60_000, toMs: to * 60_000 });
  expect(keep({})).toEqual(['1', '2', '3', '4']);
  expect(keep(minutes(10, 30))).toEqual(['2', '3']);
  expect(keep({ fromMs: 20 * 60_000 })).toEqual(['3', '4']);
  expect(keep({ role: 'lead' })).toEqual(['1', '3']);
  expect(keep({ resource: 'Ann' })).toEqual(['1', '2']);
  expect(keep({ activity: 'c' })).toEqual(['2']);
  expect(keep({ activity: 'unheard of' })).toEqual([]);
  expect(keep({ variants: { first: 1, last: 1 } })).toEqual(['1', '3', '4']);
  expect(keep({ variants: { first: 2, last: 9 } })).toEqual(['2']);
  expect(keep({ ...minutes(0, 25), role: 'lead', variants: { first: 1, last: 1 } })).toEqual(['1', '3']);
});

test('a slice keeps cases with one of several activities, and those with rework or without', () => {
  const log = logOf(
    ['1', 'a', 0, '-', '-'],
    ['1', 'b', 1, '-', '-'],
    ['2', 'a', 2, '-', '-'],
    ['2', 'c', 3, '-', '-'],
    ['2', 'a', 4, '-', '-'],
    ['3', 'd', 5, '-', '-'],
  );
  const cases = (slice: LogSlice): string[] => {
    const { columns } = filterLogs([log], slice, MODE)[0]!;
    return [...new Set([...columns.caseOf].map((at) => columns.cases[at]!))];
  };
  expect([
    cases({ activities: ['b', 'd'] }),
    cases({ reworked: true }),
    cases({ reworked: false }),
    cases({ reworked: false, activities: ['a'] }),
  ]).toEqual([['1', '3'], ['2'], ['1', '3'], ['1']]);
});

test('a case that has start times starts with the earliest of them', () => {
  const timed = logOf(['1', 'a', 30, '-', '-', { startMinute: 5 }], ['1', 'b', 40, '-', '-', { startMinute: 35 }]);
  const of = (from: number, to: number): number =>
    filterLogs([timed], { fromMs: from * 60_000, toMs: to * 60_000 }, MODE)[0]!.cases;
  expect([of(5, 6), of(6, 60)]).toEqual([1, 0]);
});

test('what is mined of a slice points at the rows of the whole log', () => {
  const [filtered] = filterLogs([LOG], { role: 'lead' }, MODE);
  const mined = restoreRows(mineLog(filtered!.columns, MODE), filtered!.rowOf);
  expect([...filtered!.rowOf]).toEqual([0, 1, 5, 6]);
  expect({
    cases: mined.cases,
    activities: mined.activities.map(({ label, count, rows }) => [label, count, rows]),
    transitions: mined.transitions.map(({ count, rows, passings }) => [count, rows, passings[0]?.rows]),
    start: mined.start.map(({ rows }) => rows),
    end: mined.end.map(({ rows }) => rows),
  }).toEqual({
    cases: 2,
    activities: [
      ['a', 2, [0, 5]],
      ['b', 2, [1, 6]],
    ],
    transitions: [[2, [1, 6], [1, 6]]],
    start: [[0, 5]],
    end: [[1, 6]],
  });
});

test('variants are ranked over all logs, by labels', () => {
  const other = logOf(
    ['x', 'c', 0, '-', '-'],
    ['y', 'a', 0, '-', '-'],
    ['y', 'c', 1, '-', '-'],
    ['y', 'b', 2, '-', '-'],
  );
  const { variants, variantOf } = groupVariants([LOG, other], 'paired');
  expect(variants).toEqual([
    { labels: ['a', 'b'], cases: 3 },
    { labels: ['a', 'c', 'b'], cases: 2 },
    { labels: ['c'], cases: 1 },
  ]);
  expect(variantOf.map((of) => [...of])).toEqual([
    [0, 1, 0, 0],
    [2, 1],
  ]);
});

test('of one log they are ranked as mining ranks them', () => {
  const mined = mineLog(LOG, MODE);
  expect(groupVariants([LOG], 'paired').variants).toEqual(
    mined.variants.top.map(({ activities, count }) => ({
      labels: activities.map((at) => mined.activities[at]!.label),
      cases: count,
    })),
  );
});

test('a case of very many events is one variant like any other', () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => ['long', at % 2 ? 'b' : 'a', at, '-', '-'] as const);
  const { variants } = groupVariants([logOf(...rows)], 'paired');
  expect(variants.map(({ labels, cases }) => [labels.length, labels.at(-1), cases])).toEqual([[20_000, 'b', 1]]);
});
