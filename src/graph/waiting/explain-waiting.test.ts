import { expect, test } from 'vitest';
import type { LogColumns } from '../../domain/log.ts';
import type { WaitTotals } from '../../domain/waiting.ts';
import { logOf } from '../log-rows.sample.ts';
import { explainWaiting } from './explain-waiting.ts';
import { readRows, workingWeek } from './timed-rows.sample.ts';
import type { WorkingWeek } from './working-week.ts';

const ALWAYS: WorkingWeek = new Uint8Array(7 * 96).fill(1);
const everybody = (columns: LogColumns, week = ALWAYS) => new Map(columns.resources.map((name) => [name, week]));
const explain = (text: string, week = ALWAYS) => {
  const columns = readRows(text);
  return explainWaiting(columns, { workingWeeks: everybody(columns, week) });
};

/** Minutes by cause: total = batching + contention + prioritisation + unavailability + extraneous. */
const sayCauses = (waits: WaitTotals): string => {
  const { totalMs, batchingMs, contentionMs, prioritisationMs, unavailabilityMs, extraneousMs } = waits;
  const minutes = [batchingMs, contentionMs, prioritisationMs, unavailabilityMs, extraneousMs].map((ms) => ms / 60_000);
  return `${totalMs / 60_000} = ${minutes.join(' + ')}`;
};
const listCauses = (text: string, week = ALWAYS): string[] =>
  explain(text, week).transitions.map(
    (one) => `${one.source} ${one.sourceResource} > ${one.target} ${one.targetResource}: ${sayCauses(one)}`,
  );

test('work that could be begun earlier or at the same time is contention, later work is prioritisation', () => {
  expect(
    listCauses(`
      1 ask   8:00-9:00   Ann
      1 check 11:30-12:00 Bob
      2 ask   8:00-8:30   Cid
      2 look  9:00-10:00  Bob
      3 ask   8:00-9:00   Dee
      3 see   10:00-10:15 Bob
      4 ask   8:00-9:30   Eve
      4 mend  10:30-11:15 Bob`),
  ).toEqual([
    'ask Ann > check Bob: 150 = 0 + 75 + 45 + 0 + 30',
    'ask Eve > mend Bob: 60 = 0 + 45 + 0 + 0 + 15',
    'ask Dee > see Bob: 60 = 0 + 60 + 0 + 0 + 0',
    'ask Cid > look Bob: 30 = 0 + 0 + 0 + 0 + 30',
  ]);
});

test('what is worked off in one go waits for the last to come, then for what came before', () => {
  // Complete at 11:00. Bob is busy until 11:30 with what came before, then takes the youngest first.
  expect(
    listCauses(`
      1 ask   8:00-9:00   Ann
      1 check 14:00-15:00 Bob
      2 ask   8:00-10:00  Cid
      2 check 13:00-14:00 Bob
      3 ask   8:00-11:00  Dee
      3 check 12:00-13:00 Bob
      4 ask   8:00-8:30   Eve
      4 look  8:30-11:30  Bob`),
  ).toEqual([
    'ask Ann > check Bob: 300 = 120 + 30 + 120 + 0 + 30',
    'ask Cid > check Bob: 180 = 60 + 30 + 60 + 0 + 30',
    'ask Dee > check Bob: 60 = 0 + 30 + 0 + 0 + 30',
    'ask Eve > look Bob: 0 = 0 + 0 + 0 + 0 + 0',
  ]);
});

test('time off counts where the person is not working all the same, over nights and weekends', () => {
  const officeHours = workingWeek([9, 12], [13, 17]);
  expect(
    listCauses(
      `
      1 ask   9:00-11:30    Ann
      1 check 13:30-14:00   Bob
      2 ask   9:00-9:30     Cid
      2 look  12:15-12:45   Bob
      3 ask   d4 16:00-16:30 Ann
      3 check d7 9:15-9:30   Bob`,
      officeHours,
    ),
  ).toEqual(['ask Ann > check Bob: 4005 = 0 + 30 + 0 + 3870 + 105', 'ask Cid > look Bob: 165 = 0 + 0 + 0 + 15 + 150']);
});

test('the hours of a person are the quarter hours in which they are seen to start or end', () => {
  // Bob: 9:00, 9:15, 11:00, 11:30 on Mondays. He is off from 9:30 to 11:00, and from 11:15 to 11:30.
  const text = `
      1 ask   8:00-9:15   Ann
      1 check 11:00-11:30 Bob
      2 ask   8:00-8:45   Cid
      2 check 9:00-9:15   Bob`;
  expect(
    [
      readRows(text),
      // The same moments, on a clock an hour ahead.
      readRows(text, { zoneMinutes: 60 }),
    ].map((columns) => sayCauses(explainWaiting(columns).totals)),
  ).toEqual(['120 = 0 + 0 + 0 + 105 + 15', '120 = 0 + 0 + 0 + 105 + 15']);
});

test('the clock on the wall decides, so summer time moves nobody’s hours', () => {
  const rowsOf = (day: number, zoneMinutes: number) => {
    const nine = day * 24 * 60 + 9 * 60 - zoneMinutes;
    return [
      [`${day}`, 'ask', nine + 5, 'Ann', '-', { startMinute: nine, zoneMinutes }],
      [`${day}`, 'check', nine + 14, 'Bob', '-', { startMinute: nine + 10, zoneMinutes }],
    ] as const;
  };
  // Five minutes on ten Mondays in winter and on ten in summer, and once twenty minutes, from 8:50 on.
  const weeks = Array.from({ length: 20 }, (_, week) => rowsOf(4 + week * 7, week < 10 ? 60 : 120)).flat();
  const last = 4 * 24 * 60 + 20 * 7 * 24 * 60 - 120;
  const columns = logOf(
    ...weeks,
    ['late', 'ask', last + 8 * 60 + 50, 'Ann', '-', { startMinute: last + 8 * 60, zoneMinutes: 120 }],
    ['late', 'check', last + 9 * 60 + 14, 'Bob', '-', { startMinute: last + 9 * 60 + 10, zoneMinutes: 120 }],
  );
  expect(sayCauses(explainWaiting(columns).totals)).toBe('120 = 0 + 0 + 0 + 10 + 110');
});

test('activities that run side by side do not wait for each other, nor do instances that overlap', () => {
  expect(
    listCauses(`
      1 ask   8:00-9:00   Ann
      1 print 9:30-10:00  Bob
      1 stamp 10:30-11:00 Cid
      1 post  11:00-11:10 Ann
      2 ask   8:00-9:00   Ann
      2 stamp 9:10-9:20   Cid
      2 print 9:30-10:00  Dee
      2 post  9:50-10:40  Eve`).filter((line) => !line.includes(' 0 = ')),
  ).toEqual([
    'ask Ann > stamp Cid: 100 = 0 + 10 + 0 + 0 + 90',
    'ask Ann > print Bob: 30 = 0 + 0 + 0 + 0 + 30',
    'ask Ann > print Dee: 30 = 0 + 0 + 0 + 0 + 30',
    'stamp Cid > post Eve: 30 = 0 + 0 + 0 + 0 + 30',
  ]);
});

test('the report adds up by people, by pair of activities, by handoff and for the log', () => {
  const none = { batchingMs: 0, contentionMs: 0, prioritisationMs: 0, unavailabilityMs: 0 };
  const waited = (hours: number) => ({ ...none, totalMs: hours * 3_600_000, extraneousMs: hours * 3_600_000 });
  const pair = { source: 'ask', target: 'check' };
  expect(
    explain(`
      1 ask   8:00-9:00   Ann
      1 check 12:00-13:00 Bob
      2 ask   8:00-9:00   Cid
      2 check 10:00-11:00 -
      3 ask   9:00-10:00  Ann
      3 check 11:00-12:00 Ann`),
  ).toEqual({
    transitions: [
      { ...pair, ...waited(3), sourceResource: 'Ann', targetResource: 'Bob', count: 1, cases: [0] },
      { ...pair, ...waited(1), sourceResource: 'Ann', targetResource: 'Ann', count: 1, cases: [2] },
      { ...pair, ...waited(1), sourceResource: 'Cid', targetResource: null, count: 1, cases: [1] },
    ],
    byActivityPair: [{ ...pair, ...waited(5), count: 3, cases: 3 }],
    totals: { ...waited(5), count: 3 },
    handoffs: { ...waited(4), count: 2 },
    processingMs: 6 * 3_600_000,
    cte01: 6 / 11,
    cteWithout01: {
      batchingMs: 6 / 11,
      contentionMs: 6 / 11,
      prioritisationMs: 6 / 11,
      unavailabilityMs: 6 / 11,
      extraneousMs: 1,
    },
  });
});

test('a log without any time has no efficiency', () => {
  const { cte01, cteWithout01, totals } = explainWaiting(
    logOf(['1', 'ask', 0, 'Ann', '-'], ['1', 'check', 0, '-', '-']),
  );
  expect([cte01, cteWithout01.batchingMs, totals.count, totals.totalMs]).toEqual([null, null, 1, 0]);
});
