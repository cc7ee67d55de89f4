import { expect, test } from 'vitest';
import type { Period } from '../domain/performance.ts';
import { logOf } from './log-rows.sample.ts';
import { listCaseStarts } from './mine-cases.ts';
import { toInstances } from './mine-instances.ts';
import { mineThroughput, pickPeriod } from './mine-throughput.ts';
import { listPlainCases, makeRandomLog } from './random-log.sample.ts';

const DAY = 24 * 60;
const minuteOf = (date: string): number => Date.parse(date) / 60_000;

test('cases that start, end and stay open are counted by month, and by week from Monday on', () => {
  const columns = logOf(
    ['1', 'a', minuteOf('2024-01-31T23:59Z'), '-', '-'],
    ['1', 'b', minuteOf('2024-03-01T00:00Z'), '-', '-'],
    ['2', 'a', minuteOf('2024-01-05T12:00Z'), '-', '-'],
  );
  const instances = toInstances(columns, 'paired');
  const caseStarts = listCaseStarts(instances);
  const count = (period: Period) =>
    mineThroughput(instances, { caseStarts, period }).map(({ fromMs, started, ended, open }) => [
      new Date(fromMs).toISOString().slice(0, 10),
      started,
      ended,
      open,
    ]);
  expect(count('month')).toEqual([
    ['2024-01-01', 2, 1, 1],
    ['2024-02-01', 0, 0, 1],
    ['2024-03-01', 0, 1, 0],
  ]);
  expect(count('week').slice(0, 5)).toEqual([
    ['2024-01-01', 1, 1, 0],
    ['2024-01-08', 0, 0, 0],
    ['2024-01-15', 0, 0, 0],
    ['2024-01-22', 0, 0, 0],
    ['2024-01-29', 1, 0, 1],
  ]);
});

test('a log without cases has no periods', () => {
  const instances = toInstances(logOf(), 'paired');
  expect(mineThroughput(instances, { caseStarts: listCaseStarts(instances), period: 'day' })).toEqual([]);
});

test('the period is the shortest with few enough parts', () => {
  const pick = (days: number) => pickPeriod(0, days * DAY * 60_000, 60);
  expect([pick(2), pick(60), pick(61), pick(420), pick(421)]).toEqual(['hour', 'day', 'week', 'week', 'month']);
});

test('throughput is what one counts period by period', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const { instances, cases } = listPlainCases(makeRandomLog(seed));
    const period = (['hour', 'day', 'week', 'month'] as const)[seed % 4]!;
    const spans = cases.map((events) => ({
      from: Math.min(...events.map(({ startMs }) => startMs)),
      to: Math.max(...events.map(({ endMs }) => endMs)),
    }));
    const counted = mineThroughput(instances, { caseStarts: listCaseStarts(instances), period });
    const naive = counted.map(({ fromMs }, at) => {
      const untilMs = counted[at + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
      const isIn = (ms: number): boolean => ms >= fromMs && ms < untilMs;
      return {
        fromMs,
        started: spans.filter(({ from }) => isIn(from)).length,
        ended: spans.filter(({ to }) => isIn(to)).length,
        open: spans.filter(({ from, to }) => from < untilMs && to >= untilMs).length,
      };
    });
    expect(counted).toEqual(naive);
    expect(counted.reduce((sum, { ended }) => sum + ended, 0)).toBe(cases.length);
  }
});
