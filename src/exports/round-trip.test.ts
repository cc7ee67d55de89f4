import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTables } from '../../db/read-tables.ts';
import { temporaryFolder } from '../../db/testing.ts';
import { writeTables } from '../../db/write-tables.ts';
import type { LogColumns } from '../domain/log.ts';
import { mineLog } from '../graph/mine-log.ts';
import { readCsv } from '../ingest/read-csv.ts';
import { readOcelJson } from '../ingest/read-ocel-json.ts';
import { readOcelTables } from '../ingest/read-ocel-tables.ts';
import { readXes } from '../ingest/read-xes.ts';
import { ALL_LOGS, readText } from './all-logs.case.ts';
import { writeCsv } from './events/csv.ts';
import { writeXes } from './events/xes.ts';
import { inputOfLogs, joinText } from './fixtures.ts';
import { writeOcelJson } from './ocel/ocel-json.ts';
import { describeOcelTables } from './ocel/ocel-tables.ts';

test.each(ALL_LOGS)('%s, written as XES and read again, is the same log', async (_name, read) => {
  const columns = await read();
  const again = await readXes(joinText(writeXes(inputOfLogs(columns))), { file: 'again.xes' });
  expect(again).toMatchObject({ warnings: [], events: columns.caseOf.length, cases: columns.cases.length });
  expect(toRows(again.columns)).toEqual(toRows(columns));
  for (const instances of ['paired', 'atomic'] as const) {
    expect(mineLog(renumber(again.columns), { instances })).toEqual(mineLog(renumber(columns), { instances }));
  }
});

test.each(ALL_LOGS)('%s, written as CSV and read again, is the same log in UTC', async (_name, read) => {
  const columns = inUtc(await read());
  const again = await readCsv(joinText(writeCsv(inputOfLogs(columns))), { file: 'again.csv' });
  expect(again).toMatchObject({ warnings: [], events: columns.caseOf.length, cases: columns.cases.length });
  expect(toRows(again.columns)).toEqual(toRows(columns));
  for (const instances of ['paired', 'atomic'] as const) {
    expect(mineLog(renumber(again.columns), { instances })).toEqual(mineLog(renumber(columns), { instances }));
  }
});

test.each(ALL_LOGS)('%s, written as OCEL in either form and read again, is the same log', async (_name, read) => {
  const columns = await read();
  const input = inputOfLogs(columns);
  const fromJson = await readOcelJson(joinText(writeOcelJson(input)), { file: 'again.jsonocel' });
  const file = join(temporaryFolder(), 'again.sqlite');
  Array.from(writeTables(file, describeOcelTables(input)));
  const tables = openTables(file);
  const fromTables = readOcelTables(tables, { file: 'again.sqlite' });
  tables.close();
  expect(fromJson.details).toMatchObject({ objectType: 'case' });
  expect(toRows(fromJson.columns)).toEqual(toRows(columns));
  expect(toRows(fromTables.columns)).toEqual(toRows(inUtc(columns)));
  for (const instances of ['paired', 'atomic'] as const) {
    expect(mineLog(renumber(fromJson.columns), { instances })).toEqual(mineLog(renumber(columns), { instances }));
    const inUtcMined = mineLog(renumber(inUtc(columns)), { instances });
    expect(mineLog(renumber(fromTables.columns), { instances })).toEqual(inUtcMined);
  }
});

test('a log of two logs keeps cases of equal name apart', async () => {
  const columns = await readText(
    'case,activity,timestamp\n1,open,2026-01-01T10:00:00Z\n1,close,2026-01-01T11:00:00Z\n',
  );
  const again = await readXes(joinText(writeXes(inputOfLogs(columns, columns))), { file: 'again.xes' });
  expect(again.columns.cases).toEqual(['1', '1 (log2.xes)']);
  expect(again.events).toBe(4);
});

/** Every row with its names, whatever numbers the names have. */
function toRows(columns: LogColumns) {
  return Array.from(columns.caseOf, (caseOf, row) => [
    columns.cases[caseOf],
    columns.activities[columns.activityOf[row]!],
    columns.resources[columns.resourceOf[row]!],
    columns.roles[columns.roleOf[row]!],
    columns.startMs[row],
    columns.endMs[row],
    columns.zoneMinutes[row],
    columns.lifecycle[row],
  ]);
}

/** Names numbered as the rows meet them: a file that is read numbers them as it met them, before the rows were sorted. */
function renumber(columns: LogColumns): LogColumns {
  const number = (names: readonly string[], indexOf: Int32Array) => {
    const list = [...new Set(indexOf)].filter((index) => index >= 0);
    return { names: list.map((index) => names[index]!), of: indexOf.map((index) => list.indexOf(index)) };
  };
  const [cases, activities] = [number(columns.cases, columns.caseOf), number(columns.activities, columns.activityOf)];
  const [resources, roles] = [number(columns.resources, columns.resourceOf), number(columns.roles, columns.roleOf)];
  return {
    ...columns,
    cases: cases.names,
    caseOf: cases.of,
    activities: activities.names,
    activityOf: activities.of,
    resources: resources.names,
    resourceOf: resources.of,
    roles: roles.names,
    roleOf: roles.of,
  };
}

const inUtc = (columns: LogColumns): LogColumns => ({
  ...columns,
  zoneMinutes: new Int32Array(columns.zoneMinutes.length),
});
