import { existsSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { TableRow, TablesDraft } from '../src/needs/tables.ts';
import { temporaryFolder } from './testing.ts';
import { writeTables } from './write-tables.ts';

const TABLES: TablesDraft['tables'] = [
  { name: 'a "b"; --', columns: [{ name: 'id', type: 'TEXT' }], primaryKey: ['id'], foreignKeys: [] },
  {
    name: 'order',
    columns: [
      { name: 'select', type: 'TEXT' },
      { name: 'amount', type: 'REAL' },
    ],
    primaryKey: [],
    foreignKeys: [{ column: 'select', table: 'a "b"; --', of: 'id' }],
  },
];

test('any text can be a name, and rows of all tables come in one stream', () => {
  const file = join(temporaryFolder(), 'new.sqlite');
  const rows: TableRow[] = [
    ['a "b"; --', ['x']],
    ['order', ['x', 1.5]],
    ['order', [null, null]],
  ];
  expect([...writeTables(file, { tables: TABLES, rows })]).toEqual([]);
  const sqlite = new BetterSqlite3(file);
  onTestFinished(() => void sqlite.close());
  expect(sqlite.prepare('SELECT * FROM "order"').all()).toEqual([
    { select: 'x', amount: 1.5 },
    { select: null, amount: null },
  ]);
});

test('a row that refers to nothing, or to no table, fails and leaves no transaction behind', () => {
  const folder = temporaryFolder();
  const write = (name: string, rows: TableRow[]) => () => [
    ...writeTables(join(folder, name), { tables: TABLES, rows }),
  ];
  expect(write('refers.sqlite', [['order', ['nobody', 1]]])).toThrow('FOREIGN KEY');
  expect(write('unknown.sqlite', [['none', []]])).toThrow('a row is of table "none"');
  expect(existsSync(join(folder, 'refers.sqlite-journal'))).toBe(false);
});

test('how far it has come is told every 20,000 rows', () => {
  const file = join(temporaryFolder(), 'long.sqlite');
  const rows = Array.from({ length: 45_000 }, (_, at): TableRow => ['order', [null, at]]);
  expect([...writeTables(file, { tables: TABLES, rows })]).toEqual([20_000, 40_000]);
});
