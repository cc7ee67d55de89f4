import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readNewestSnapshot, statementsBetween, takeSnapshot } from './fixtures/drizzle-kit.ts';
import { fillEveryTable } from './fixtures/fill-every-table.ts';
import { applyMigrations, MIGRATIONS_FOLDER, readMigrations } from './migrations.ts';
import * as approvals from './schema/approvals.ts';
import * as captures from './schema/captures.ts';
import * as chat from './schema/chat.ts';
import * as corrections from './schema/corrections.ts';
import * as extraction from './schema/extraction.ts';
import * as graph from './schema/graph.ts';
import * as ingest from './schema/ingest.ts';
import * as logs from './schema/logs.ts';
import * as proposals from './schema/proposals.ts';
import * as recordings from './schema/recordings.ts';
import * as search from './schema/search.ts';
import * as workspace from './schema/workspace.ts';
import { tablesOf } from './tables-of.ts';
import { openForTest } from './testing.ts';

const SCHEMA = {
  ...approvals,
  ...captures,
  ...chat,
  ...corrections,
  ...extraction,
  ...graph,
  ...ingest,
  ...logs,
  ...proposals,
  ...recordings,
  ...search,
  ...workspace,
};

test('the migrations make exactly the schema in the code', async () => {
  const fresh = new BetterSqlite3(':memory:');
  const statements = await statementsBetween(await takeSnapshot({}), await takeSnapshot(SCHEMA));
  fresh.exec(statements.join('\n'));
  const migrated = new BetterSqlite3(':memory:');
  applyMigrations(migrated, readMigrations(MIGRATIONS_FOLDER), 0);
  expect(describeSchema(migrated)).toEqual(describeSchema(fresh));
});

test('drizzle-kit sees no change since the newest migration', async () => {
  const newest = readNewestSnapshot(readMigrations(MIGRATIONS_FOLDER).length);
  expect(await statementsBetween(newest, await takeSnapshot(SCHEMA))).toEqual([]);
});

test('every table is strict', () => {
  const { sqlite } = openForTest();
  const lax = "SELECT name FROM pragma_table_list WHERE NOT strict AND type = 'table' AND name NOT LIKE 'sqlite_%'";
  expect(sqlite.prepare(lax).pluck().all()).toEqual([]);
});

test('refuses values of a wrong type, text that is no JSON, children without parents and a second workspace', () => {
  const { sqlite } = openForTest();
  const run = (sql: string) => () => sqlite.exec(sql);
  expect(run("INSERT INTO processes VALUES ('p', 'Orders', NULL, NULL, 'yesterday')")).toThrow('cannot store TEXT');
  expect(run("INSERT INTO settings VALUES ('theme', '{dark}')")).toThrow('settings_value_is_json');
  expect(run("INSERT INTO ui_events VALUES ('r', 0, 0, 'copy', '', '', NULL)")).toThrow(
    'FOREIGN KEY constraint failed',
  );
  expect(run("INSERT INTO workspace VALUES (2, 'w', 0)")).toThrow('workspace_has_one_row');
});

test('deleting a process takes along all that hangs on it, and nothing else', () => {
  const db = openForTest();
  fillEveryTable(db);
  db.sqlite.exec('DELETE FROM processes');
  const left = tablesOf(db.sqlite).filter((name) => db.sqlite.prepare(`SELECT 1 FROM "${name}"`).get() !== undefined);
  // What is being recorded has no process yet.
  expect(left).toEqual(['jobs', 'pieces', 'schema_versions', 'settings', 'workspace', 'writer_costs', 'writers']);
});

test('every foreign key can be looked up from the parent by an index', () => {
  const { sqlite } = openForTest();
  // SQLite names the index it would use to find the children of a row.
  const missing = tablesOf(sqlite).flatMap((table) => {
    const keys = z
      .array(z.object({ id: z.int(), from: z.string() }))
      .parse(sqlite.pragma(`foreign_key_list(${table})`));
    return Object.values(Object.groupBy(keys, ({ id }) => id)).flatMap((columns = []) => {
      const where = columns.map(({ from }) => `${from} = 0`).join(' AND ');
      const plan = sqlite.prepare(`EXPLAIN QUERY PLAN SELECT 1 FROM ${table} WHERE ${where}`).all();
      return JSON.stringify(plan).includes('SEARCH') ? [] : [`${table}: ${where}`];
    });
  });
  expect(missing).toEqual([]);
});

/** What SQLite knows about each table, without the order and spelling of the statements that made it. */
function describeSchema(sqlite: BetterSqlite3.Database): unknown {
  const describe = (table: string) => ({
    strict: sqlite.prepare('SELECT strict FROM pragma_table_list WHERE name = ?').get(table),
    columns: sqlite.prepare('SELECT * FROM pragma_table_xinfo(?)').all(table),
    parents: sqlite.prepare('SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq').all(table),
    indexes: sqlite
      .prepare(
        `SELECT list.name, list."unique", list.origin, info.seqno, info.name AS column
         FROM pragma_index_list(?) AS list, pragma_index_info(list.name) AS info ORDER BY list.name, info.seqno`,
      )
      .all(table),
    checks: constraintsOf(sqlite, table),
  });
  return Object.fromEntries(tablesOf(sqlite).map((table) => [table, describe(table)]));
}

function constraintsOf(sqlite: BetterSqlite3.Database, table: string): string[] {
  const sql = z.string().parse(sqlite.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table));
  return sql
    .split('\n')
    .filter((line) => line.includes('CHECK'))
    .map((line) => line.trim().replace(/,$/, ''))
    .toSorted();
}
