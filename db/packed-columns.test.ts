import { expect, test } from 'vitest';
import type { LogColumns } from '../src/domain/log.ts';
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

test('packs numbers in the narrowest type that holds them, with the low byte first', () => {
  const pack = (fields: Partial<LogColumns>) => {
    const [name = ''] = Object.keys(fields);
    const packed = packColumns({ ...columns, ...fields });
    expect(unpackColumns(packed)).toStrictEqual({ ...columns, ...fields });
    const { dtype, data } = packed.find((column) => column.name === name)!;
    return [dtype, ...data];
  };
  expect([
    pack({ caseOf: Int32Array.of(0, 127, -128) }),
    pack({ caseOf: Int32Array.of(0, 128, -1) }),
    pack({ caseOf: Int32Array.of(0, 0x7fff, -0x8000) }),
    pack({ caseOf: Int32Array.of(0, 0x8000, 1) }),
    pack({ caseOf: Int32Array.of(0, -0x8001, 1) }),
    pack({ caseOf: Int32Array.of(0, 0, 0) }),
    pack({ caseOf: Int32Array.of(-1, -1, -1) }),
    pack({ startMs: Float64Array.of(Number.NaN, Number.NaN, Number.NaN) }),
    pack({ startMs: Float64Array.of(Number.NaN, Number.NaN, 2) }),
    pack({ startMs: Float64Array.of(-0, -0, -0) }),
    pack({ startMs: Float64Array.of(-0, 0, 0) }).slice(0, 1),
    pack({ lifecycle: Uint8Array.of(1, 1, 1) }),
    pack({ lifecycle: Uint8Array.of(0, 1, 255) }),
  ]).toEqual([
    ['int8', 0, 127, 128],
    ['int16', 0, 0, 128, 0, 255, 255],
    ['int16', 0, 0, 255, 127, 0, 128],
    ['int32', 0, 0, 0, 0, 0, 128, 0, 0, 1, 0, 0, 0],
    ['int32', 0, 0, 0, 0, 255, 127, 255, 255, 1, 0, 0, 0],
    ['constant', 0, 0, 0, 0, 0, 0, 0, 0],
    ['constant', 0, 0, 0, 0, 0, 0, 240, 191],
    ['constant', 0, 0, 0, 0, 0, 0, 248, 127],
    ['float64', 0, 0, 0, 0, 0, 0, 248, 127, 0, 0, 0, 0, 0, 0, 248, 127, 0, 0, 0, 0, 0, 0, 0, 64],
    ['constant', 0, 0, 0, 0, 0, 0, 0, 128],
    ['float64'],
    ['constant', 0, 0, 0, 0, 0, 0, 240, 63],
    ['uint8', 0, 1, 255],
  ]);
});

test('reads what an older Mirror packed, each column in its own type', () => {
  const older = packColumns(columns).map((column): PackedColumn => {
    // Safe: a name of a column.
    const values = columns[column.name as keyof LogColumns];
    if (!ArrayBuffer.isView(values)) return column;
    const dtype = values instanceof Int32Array ? 'int32' : values instanceof Uint8Array ? 'uint8' : 'float64';
    return { ...column, dtype, data: Buffer.from(values.buffer, values.byteOffset, values.byteLength) };
  });
  expect(unpackColumns(older)).toStrictEqual(columns);
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
    [() => unpackColumns(change('endMs', { data: Buffer.alloc(23) })), 'column endMs has 23 bytes for 3 rows'],
    [
      () => unpackColumns(change('roleOf', { dtype: 'constant', data: Buffer.alloc(16) })),
      'column roleOf has 16 bytes for 3 rows',
    ],
    [() => unpackColumns(change('endMs', { dtype: 'int8' })), 'column endMs is int8, not float64'],
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
