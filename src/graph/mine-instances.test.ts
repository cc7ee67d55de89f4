import { expect, test } from 'vitest';
import type { LogColumns } from '../domain/log.ts';
import { logOf, minutes } from './log-rows.sample.ts';
import { rowAt, toInstances } from './mine-instances.ts';
import { mineLog } from './mine-log.ts';

const start = { lifecycle: 'start' } as const;
const other = { lifecycle: 'other' } as const;

/** Each instance as "activity start-end resource row". */
function listInstances(columns: LogColumns): string[] {
  const instances = toInstances(columns, 'paired');
  const { length, activityOf, startMs, endMs, resourceOf } = instances;
  return Array.from({ length }, (_, at) => {
    const person = columns.resources[resourceOf[at]!] ?? '-';
    const times = `${startMs[at]! / 60_000}-${endMs[at]! / 60_000}`;
    return `${columns.activities[activityOf[at]!]} ${times} ${person} ${rowAt(instances, at)}`;
  });
}

test('the first start is joined to the first complete event of its activity and case', () => {
  const columns = logOf(
    ['1', 'a', 0, 'Ann', '-', start],
    ['1', 'a', 1, 'Bob', '-', start],
    ['1', 'b', 2, 'Cy', '-'],
    ['1', 'a', 5, '-', '-'],
    ['1', 'a', 9, 'Dan', '-'],
    ['2', 'a', 9, 'Ann', '-', start],
    ['3', 'a', 9, 'Ann', '-'],
  );
  expect(listInstances(columns)).toEqual(['a 0-5 Ann 3', 'a 1-9 Dan 4', 'b 2-2 Cy 2', 'a 9-9 Ann 5', 'a 9-9 Ann 6']);
});

test('events of another lifecycle, and starts that never complete, stay by themselves', () => {
  const columns = logOf(
    ['1', 'a', 0, '-', '-', other],
    ['1', 'a', 1, '-', '-', start],
    ['1', 'b', 2, '-', '-', start],
    ['1', 'a', 3, '-', '-', other],
    ['1', 'a', 4, '-', '-'],
  );
  expect(listInstances(columns)).toEqual(['a 0-0 - 0', 'a 1-4 - 4', 'b 2-2 - 2', 'a 3-3 - 3']);
});

test('a row with both times is an instance already, and instances follow each other by start, then by end', () => {
  const columns = logOf(
    ['1', 'long', 60, '-', '-', { startMinute: 0 }],
    ['1', 'short', 5, '-', '-', { startMinute: 0 }],
    ['1', 'twin', 5, '-', '-', { startMinute: 0 }],
    ['1', 'backwards', 30, '-', '-', { startMinute: 40 }],
  );
  expect(listInstances(columns)).toEqual(['short 0-5 - 0', 'twin 0-5 - 1', 'long 0-60 - 3', 'backwards 30-30 - 2']);
});

test('paired, a wait runs from end to start and is never below zero; time spent is the instance', () => {
  const columns = logOf(
    ['1', 'a', 0, 'Ann', '-', start],
    ['1', 'a', 10, 'Ann', '-'],
    ['1', 'b', 25, 'Bob', '-', start],
    ['1', 'c', 30, 'Bob', '-', start],
    ['1', 'b', 40, 'Bob', '-'],
    ['1', 'c', 45, 'Bob', '-'],
  );
  const mined = mineLog(columns, { instances: 'paired' });
  expect(mined.transitions.map(({ source, target, wait }) => ({ source, target, wait }))).toEqual([
    { source: 0, target: 1, wait: minutes([15], { median: 15, p90: 15 }) },
    { source: 1, target: 2, wait: minutes([0], { median: 0, p90: 0 }) },
  ]);
  expect(mined.activities.map(({ count, processing }) => ({ count, processing }))).toEqual([
    { count: 1, processing: minutes([10], { median: 10, p90: 10 }) },
    { count: 1, processing: minutes([15], { median: 15, p90: 15 }) },
    { count: 1, processing: minutes([15], { median: 15, p90: 15 }) },
  ]);
  expect([mined.events, mined.cycle]).toEqual([6, minutes([45], { median: 45, p90: 45 })]);
});

test('atomic, start and complete events count one by one', () => {
  const columns = logOf(['1', 'a', 0, 'Ann', '-', start], ['1', 'a', 10, 'Ann', '-'], ['1', 'b', 25, 'Bob', '-']);
  const { transitions, activities } = mineLog(columns, { instances: 'atomic' });
  expect(transitions.map(({ source, target, count }) => [source, target, count])).toEqual([
    [0, 0, 1],
    [0, 1, 1],
  ]);
  expect(activities.map(({ count, reworkCases, selfLoops }) => [count, reworkCases, selfLoops])).toEqual([
    [2, 1, 1],
    [1, 0, 0],
  ]);
});

test('when the clocks change, atomic waits follow the clocks on the wall, and paired ones the time that passed', () => {
  const columns = logOf(
    ['1', 'a', 0, '-', '-', { zoneMinutes: 60 }],
    ['1', 'b', 10, '-', '-', { zoneMinutes: 120 }],
    ['2', 'a', 0, '-', '-', { zoneMinutes: 120 }],
    ['2', 'b', 10, '-', '-', { zoneMinutes: 60 }],
  );
  const atomic = mineLog(columns, { instances: 'atomic' }).transitions;
  const paired = mineLog(columns, { instances: 'paired' }).transitions;
  expect(atomic.map(({ source, target, wait }) => [source, target, wait.minMs / 60_000])).toEqual([
    [0, 1, 70],
    // In case 2 the clock showed an earlier time for b.
    [1, 0, 50],
  ]);
  expect(paired.map(({ source, target, wait }) => [source, target, wait.n, wait.maxMs / 60_000])).toEqual([
    [0, 1, 2, 10],
  ]);
});
