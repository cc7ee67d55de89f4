import { expect, test } from 'vitest';
import { LIFECYCLE, type LogColumns } from '../domain/log.ts';
import { readLogRow } from './cite.ts';

const MINUTE = 60_000;
const NONE = Number.NaN;

const columns: LogColumns = {
  cases: ['A', 'B'],
  activities: ['open', 'close'],
  resources: ['Ida'],
  roles: [],
  caseOf: Int32Array.of(0, 0, 1, 1),
  activityOf: Int32Array.of(0, 1, 0, 1),
  resourceOf: Int32Array.of(0, -1, -1, -1),
  roleOf: Int32Array.of(-1, -1, -1, -1),
  startMs: Float64Array.of(0, 30 * MINUTE, NONE, NONE),
  endMs: Float64Array.of(10 * MINUTE, 40 * MINUTE, 0, 5 * MINUTE),
  zoneMinutes: Int32Array.of(60, 60, 0, 0),
  lifecycle: new Uint8Array(4).fill(LIFECYCLE.complete),
};

test('a row says how long its case stood still before it, and the clock it was logged by', () => {
  const nobody = { resource: null, role: null };
  expect([0, 1, 2, 3].map((row) => readLogRow(columns, row))).toEqual([
    {
      case: 'A',
      activity: 'open',
      startMs: 0,
      endMs: 10 * MINUTE,
      zoneMinutes: 60,
      sinceMs: null,
      resource: 'Ida',
      role: null,
    },
    {
      case: 'A',
      activity: 'close',
      startMs: 30 * MINUTE,
      endMs: 40 * MINUTE,
      zoneMinutes: 60,
      sinceMs: 20 * MINUTE,
      ...nobody,
    },
    { case: 'B', activity: 'open', startMs: null, endMs: 0, zoneMinutes: 0, sinceMs: null, ...nobody },
    { case: 'B', activity: 'close', startMs: null, endMs: 5 * MINUTE, zoneMinutes: 0, sinceMs: 5 * MINUTE, ...nobody },
  ]);
});
