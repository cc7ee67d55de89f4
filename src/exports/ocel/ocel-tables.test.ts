import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../db/testing.ts';
import { writeTables } from '../../../db/write-tables.ts';
import { ALL_LOGS } from '../all-logs.case.ts';
import type { ExportInput } from '../export-input.ts';
import { inputOfLogs, inputOfRecordings, tellTwo } from '../fixtures.ts';
import { listOcel } from './ocel-log.ts';
import { describeOcelTables } from './ocel-tables.ts';
import { findBroken } from './relational-constraints.case.ts';

test.each([
  ...ALL_LOGS.map(([name, read]) => [name, async () => inputOfLogs(await read())] as const),
  ['two recordings', async () => inputOfRecordings(...tellTwo())] as const,
])('%s keeps all 24 constraints of the standard', async (_name, make) => {
  const input = await make();
  const sqlite = writeOcel(input);
  expect(findBroken(sqlite)).toEqual([]);
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  const events = [...listOcel(input).events()];
  expect(sqlite.prepare('SELECT count(*) FROM event').pluck().get()).toBe(events.length);
  expect(sqlite.prepare('SELECT count(*) FROM event_object').pluck().get()).toBe(
    events.reduce((sum, { objects }) => sum + objects.length, 0),
  );
});

test('types whose names differ in capitals or are the standard’s own have tables of their own', async () => {
  const sqlite = writeOcel(inputOfLogs(await ALL_LOGS[0]![1]()));
  const maps = sqlite.prepare('SELECT ocel_type, ocel_type_map FROM event_map_type').raw().all() as [string, string][];
  expect(Object.fromEntries(maps)).toEqual({
    'say "yes", then no': 'SayYesThenNo',
    '=1+1': '11',
    '<b>sign</b>': 'BSignB',
    object: 'Object2',
    Object: 'Object3',
    map_type: 'MapType',
    'two\nlines `and` #quot; ;--> x': 'TwoLinesAndQuotX',
    '…': 'Type',
    '—': 'Type2',
  });
});

test('a row of a step says where it comes from', () => {
  const sqlite = writeOcel(inputOfRecordings(...tellTwo()));
  expect(sqlite.prepare('SELECT * FROM event_EnterOrder').all()).toEqual([
    {
      ocel_id: 'e1',
      ocel_time: '2026-03-02T09:00:00.900Z',
      lifecycle: 'complete',
      start_timestamp: '2026-03-02T09:00:00.000Z',
      resource: null,
      role: 'order clerk',
      provenance: 'stated',
      evidence: 'r1/step0',
    },
  ]);
});

test('what breaks a constraint is found', () => {
  const sqlite = writeOcel(inputOfRecordings(...tellTwo()));
  sqlite.exec(
    'DROP TABLE event_EnterOrder; ALTER TABLE object_Case RENAME COLUMN ocel_time TO time; DROP TABLE object_object',
  );
  expect(findBroken(sqlite).map((name) => name.split(':')[0])).toEqual([
    '1',
    '3',
    '7',
    '9',
    '11',
    '12',
    '13',
    '17',
    '18',
    '22',
    '23',
  ]);
});

function writeOcel(input: ExportInput): BetterSqlite3.Database {
  const file = join(temporaryFolder(), 'log.sqlite');
  Array.from(writeTables(file, describeOcelTables(input)));
  const sqlite = new BetterSqlite3(file);
  sqlite.pragma('foreign_keys = OFF');
  onTestFinished(() => void sqlite.close());
  return sqlite;
}
