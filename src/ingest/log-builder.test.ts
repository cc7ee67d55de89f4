import { expect, test } from 'vitest';
import { LIFECYCLE } from '../domain/log.ts';
import { createLogBuilder, type LogRow } from './log-builder.ts';

const row = (caseName: string, activity: string, endMs: number, more: Partial<LogRow> = {}): LogRow => ({
  case: caseName,
  activity,
  resource: '',
  role: '',
  startMs: Number.NaN,
  endMs,
  zoneMinutes: 0,
  lifecycle: LIFECYCLE.complete,
  ...more,
});

test('rows are grouped by case as first seen, ordered by time, and keep the file order at the same time', () => {
  const builder = createLogBuilder();
  builder.add(row('b', 'late', 30, { resource: 'Ann', role: 'clerk' }));
  builder.add(row('a', 'first', 10, { zoneMinutes: 60 }));
  builder.add(row('b', 'early', 20, { startMs: 5, lifecycle: LIFECYCLE.start }));
  builder.add(row('b', 'early too', 20, { resource: 'Bob' }));
  builder.add(row('a', 'late', 40, { resource: 'Ann' }));
  expect(builder.build()).toEqual({
    cases: ['b', 'a'],
    activities: ['late', 'first', 'early', 'early too'],
    resources: ['Ann', 'Bob'],
    roles: ['clerk'],
    caseOf: Int32Array.of(0, 0, 0, 1, 1),
    activityOf: Int32Array.of(2, 3, 0, 1, 0),
    resourceOf: Int32Array.of(-1, 1, 0, -1, 0),
    roleOf: Int32Array.of(-1, -1, 0, -1, -1),
    startMs: Float64Array.of(5, Number.NaN, Number.NaN, Number.NaN, Number.NaN),
    endMs: Float64Array.of(20, 20, 30, 10, 40),
    zoneMinutes: Int32Array.of(0, 0, 0, 60, 0),
    lifecycle: Uint8Array.of(1, 0, 0, 0, 0),
  });
});

test('more rows than the first arrays hold keep their values', () => {
  const builder = createLogBuilder();
  for (let at = 0; at < 5000; at += 1) builder.add(row(`${at % 7}`, `${at % 3}`, 5000 - at));
  const { cases, caseOf, activityOf, endMs } = builder.build();
  const rows = Array.from(caseOf, (number, at) => [number, endMs[at]!, activityOf[at]!]);
  const expected = Array.from({ length: 5000 }, (_, at) => [at % 7, 5000 - at, at % 3]);
  expect(rows).toEqual(expected.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!));
  expect(cases).toEqual(['0', '1', '2', '3', '4', '5', '6']);
});

test('times are mapped before the rows are ordered', () => {
  const builder = createLogBuilder();
  builder.add(row('a', 'x', 1, { startMs: 1 }));
  builder.add(row('a', 'y', 2, { startMs: 2 }));
  builder.mapTimes({ start: undefined, end: (ms) => -ms });
  const { startMs, endMs } = builder.build();
  expect([startMs, endMs]).toEqual([Float64Array.of(2, 1), Float64Array.of(-2, -1)]);
});
