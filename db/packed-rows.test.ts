import { expect, test } from 'vitest';
import { LIFECYCLE, type LogColumns } from '../src/domain/log.ts';
import { packColumns } from './packed-columns.ts';
import { openRows } from './packed-rows.ts';

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
  zoneMinutes: Int32Array.of(60, 60, -300, 0),
  lifecycle: new Uint8Array(4).fill(LIFECYCLE.complete),
};

test('a row says how long its case stood still before it, and the clock it was logged by', () => {
  const read = openRows(packColumns(columns));
  const ofA = { case: 'A', zoneMinutes: 60, role: null };
  const ofB = { case: 'B', startMs: null, resource: null, role: null };
  expect([-1, 0, 1, 2, 3, 4].map(read)).toEqual([
    undefined,
    { ...ofA, activity: 'open', startMs: 0, endMs: 10 * MINUTE, sinceMs: null, resource: 'Ida' },
    { ...ofA, activity: 'close', startMs: 30 * MINUTE, endMs: 40 * MINUTE, sinceMs: 20 * MINUTE, resource: null },
    { ...ofB, activity: 'open', endMs: 0, zoneMinutes: -300, sinceMs: null },
    { ...ofB, activity: 'close', endMs: 5 * MINUTE, zoneMinutes: 0, sinceMs: 5 * MINUTE },
    undefined,
  ]);
});

test('columns of every stored width are read alike', () => {
  const wide = [0, 127, 128, 32_767, 32_768];
  for (const most of wide) {
    const names = Array.from({ length: most + 1 }, (_, index) => `n${index}`);
    const read = openRows(packColumns({ ...columns, activities: names, activityOf: Int32Array.of(0, most, most, 0) }));
    expect([0, 1, 2, 3].map((row) => read(row)?.activity)).toEqual(['n0', `n${most}`, `n${most}`, 'n0']);
  }
});

test('a column that is missing, or of a type nobody writes, is refused', () => {
  const packed = packColumns(columns);
  expect(() => openRows(packed.filter(({ name }) => name !== 'endMs'))(0)).toThrow('column endMs is missing');
  const odd = packed.map((column) => (column.name === 'endMs' ? { ...column, dtype: 'int12' } : column));
  expect(() => openRows(odd)(0)).toThrow('column endMs is int12');
  const torn = packed.map((column) => (column.name === 'cases' ? { ...column, data: Buffer.from('["A"') } : column));
  expect(() => openRows(torn)(0)).toThrow('column cases is no list of 2 texts');
});
