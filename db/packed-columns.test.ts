import { expect, test } from 'vitest';
import { columns } from './fixtures/sample-evidence.ts';
import { type PackedColumn, packColumns, unpackColumns } from './packed-columns.ts';

const change = (name: string, fields: Partial<PackedColumn>): PackedColumn[] =>
  packColumns(columns).map((column) => (column.name === name ? { ...column, ...fields } : column));

test('unpacks what was packed, wherever the bytes lie', () => {
  const shifted = packColumns(columns).map((column) => {
    const bytes = Buffer.alloc(column.data.length + 3);
    column.data.copy(bytes, 3);
    return { ...column, data: bytes.subarray(3) };
  });
  expect([unpackColumns(packColumns(columns)), unpackColumns(shifted)]).toStrictEqual([columns, columns]);
});

test('packs only the part of a buffer that a column views', () => {
  const whole = Int32Array.of(7, 0, 0, 1, 7);
  expect(unpackColumns(packColumns({ ...columns, caseOf: whole.subarray(1, 4) }))).toStrictEqual({
    ...columns,
    caseOf: Int32Array.of(0, 0, 1),
  });
});

test('packs numbers with the low byte first', () => {
  const caseOf = packColumns(columns).find(({ name }) => name === 'caseOf');
  expect(caseOf).toEqual({
    name: 'caseOf',
    dtype: 'int32',
    length: 3,
    data: Buffer.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0),
  });
});

test('keeps an empty log', () => {
  const none = { ...columns, cases: [], activities: [], resources: [] };
  const numbers = { caseOf: new Int32Array(), activityOf: new Int32Array(), resourceOf: new Int32Array() };
  const rest = { roleOf: new Int32Array(), zoneMinutes: new Int32Array(), lifecycle: new Uint8Array() };
  const empty = { ...none, ...numbers, ...rest, startMs: new Float64Array(), endMs: new Float64Array() };
  expect(unpackColumns(packColumns(empty))).toStrictEqual(empty);
});

test('refuses columns that do not fit together', () => {
  const short = { ...columns, endMs: Float64Array.of(1) };
  const complaints: [() => unknown, string][] = [
    [() => packColumns(short), 'column endMs has 1 rows, caseOf has 3'],
    [() => unpackColumns(packColumns(columns).slice(1)), 'column cases is missing'],
    [() => unpackColumns(change('caseOf', { dtype: 'float64' })), 'column caseOf is float64, not int32'],
    [() => unpackColumns(change('caseOf', { length: 2 })), 'column activityOf has 3 rows, caseOf has 2'],
    [() => unpackColumns(change('caseOf', { data: Buffer.alloc(8) })), 'column caseOf has 8 bytes for 3 rows'],
    [() => unpackColumns(change('cases', { length: 3 })), 'column cases is no list of 3 texts'],
    [() => unpackColumns(change('cases', { data: Buffer.from('[1,2]') })), 'column cases is no list of 2 texts'],
    [() => unpackColumns(change('cases', { data: Buffer.from('["a') })), 'column cases is no list of 2 texts'],
  ];
  const said = complaints.map(([run]) => messageOf(run));
  expect(said).toEqual(complaints.map(([, complaint]) => complaint));
});

function messageOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (cause) {
    return cause instanceof RangeError ? cause.message : 'another error';
  }
}
