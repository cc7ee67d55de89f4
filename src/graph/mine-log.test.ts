import { expect, test } from 'vitest';
import { createLogBuilder } from '../ingest/log-builder.ts';
import { logOf, minutes } from './log-rows.sample.ts';
import { mineLog } from './mine-log.ts';

// Case 1 goes back once and ships in the minute of its second check; case 2 has gaps; case 3 is one event.
const orders = logOf(
  ['1', 'enter', 0, 'Ann', 'clerk'],
  ['2', 'enter', 5, 'Ann', 'clerk'],
  ['1', 'check', 10, 'Bob', 'credit'],
  ['1', 'enter', 30, 'Ann', 'clerk'],
  ['1', 'check', 40, 'Ann', 'credit'],
  ['2', 'check', 25, '-', 'credit'],
  ['1', 'ship', 40, 'Cy', 'warehouse'],
  ['2', 'ship', 65, 'Cy', '-'],
  ['3', 'enter', 100, 'Bob', 'clerk'],
);

test('a small log is mined as worked out by hand', () => {
  const enterToCheck = minutes([10, 10, 20], { median: 10, p90: 18 });
  expect(mineLog(orders, { instances: 'atomic' })).toEqual({
    cases: 3,
    events: 9,
    cycle: minutes([40, 60, 0], { median: 40, p90: 56 }),
    activities: [
      {
        label: 'enter',
        count: 4,
        cases: 3,
        reworkCases: 1,
        selfLoops: 0,
        roles: [{ name: 'clerk', count: 4 }],
        resources: [
          { name: 'Ann', count: 3 },
          { name: 'Bob', count: 1 },
        ],
        processing: null,
        rows: [0, 2, 5, 8],
      },
      {
        label: 'check',
        count: 3,
        cases: 2,
        reworkCases: 1,
        selfLoops: 0,
        roles: [{ name: 'credit', count: 3 }],
        resources: [
          { name: 'Bob', count: 1 },
          { name: 'Ann', count: 1 },
        ],
        processing: null,
        rows: [1, 3, 6],
      },
      {
        label: 'ship',
        count: 2,
        cases: 2,
        reworkCases: 0,
        selfLoops: 0,
        roles: [{ name: 'warehouse', count: 1 }],
        resources: [{ name: 'Cy', count: 2 }],
        processing: null,
        rows: [4, 7],
      },
    ],
    transitions: [
      {
        source: 0,
        target: 1,
        count: 3,
        wait: enterToCheck,
        medianInterval: null,
        resourceChanges: 1,
        passings: [{ from: 'clerk', to: 'credit', count: 3, wait: enterToCheck, rows: [1, 3, 6] }],
        rows: [1, 3, 6],
      },
      {
        source: 1,
        target: 2,
        count: 2,
        wait: minutes([0, 40], { median: 20, p90: 36 }),
        medianInterval: null,
        resourceChanges: 1,
        passings: [{ from: 'credit', to: 'warehouse', count: 1, wait: minutes([0], { median: 0, p90: 0 }), rows: [4] }],
        rows: [4, 7],
      },
      {
        source: 1,
        target: 0,
        count: 1,
        wait: minutes([20], { median: 20, p90: 20 }),
        medianInterval: null,
        resourceChanges: 1,
        passings: [{ from: 'credit', to: 'clerk', count: 1, wait: minutes([20], { median: 20, p90: 20 }), rows: [2] }],
        rows: [2],
      },
    ],
    start: [{ activity: 0, count: 3, rows: [0, 5, 8] }],
    end: [
      { activity: 2, count: 2, rows: [4, 7] },
      { activity: 0, count: 1, rows: [8] },
    ],
    variants: {
      count: 3,
      top: [
        { activities: [0, 1, 0, 1, 2], count: 1 },
        { activities: [0, 1, 2], count: 1 },
        { activities: [0], count: 1 },
      ],
    },
    resourceHandoffs: [
      { from: 'Ann', to: 'Bob', count: 1 },
      { from: 'Bob', to: 'Ann', count: 1 },
      { from: 'Ann', to: 'Cy', count: 1 },
    ],
    selfHandovers: 1,
  });
});

test('a log without start events is the same paired as atomic', () => {
  expect(mineLog(orders, { instances: 'paired' })).toEqual(mineLog(orders, { instances: 'atomic' }));
});

test('an empty log has no cases, and no times', () => {
  expect(mineLog(createLogBuilder().build(), { instances: 'paired' })).toEqual({
    cases: 0,
    events: 0,
    cycle: null,
    activities: [],
    transitions: [],
    start: [],
    end: [],
    variants: { count: 0, top: [] },
    resourceHandoffs: [],
    selfHandovers: 0,
  });
});

test('activities the log names but never has are left out, and the others numbered anew', () => {
  const { activities, activityOf, ...rest } = logOf(['1', 'a', 0, '-', '-'], ['1', 'b', 1, '-', '-']);
  const padded = {
    ...rest,
    activities: ['never', ...activities],
    activityOf: activityOf.map((activity) => activity + 1),
  };
  const plain = { ...rest, activities, activityOf };
  expect(mineLog(padded, { instances: 'atomic' })).toEqual(mineLog(plain, { instances: 'atomic' }));
});

test('the same sequence is one variant however many cases follow it, the most frequent first', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => {
    const name = `${at}`;
    const middle = at % 3 === 0 ? 'check' : `step ${at % 700}`;
    return [
      [name, 'start', at, '-', '-'],
      [name, middle, at + 1, '-', '-'],
    ] as const;
  });
  const { variants, activities } = mineLog(logOf(...rows.flat()), { instances: 'atomic' });
  const label = (activity: number): string => activities[activity]!.label;
  // 1000 of 3000 are checks; the other 2000 fall on 700 steps.
  expect(variants.count).toBe(701);
  expect(variants.top).toHaveLength(50);
  expect(variants.top[0]).toEqual({ activities: [0, 1], count: 1000 });
  expect(label(1)).toBe('check');
});
