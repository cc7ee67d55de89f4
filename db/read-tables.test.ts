import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openTables } from './read-tables.ts';
import { errorOf, temporaryFolder } from './testing.ts';

const SCHEMA = `
  CREATE TABLE "a ""b""" (id TEXT, n INTEGER, blob BLOB, twice INTEGER GENERATED ALWAYS AS (n * 2));
  INSERT INTO "a ""b""" VALUES ('x', 1, x'00'), ('y', 2.5, NULL);
  CREATE VIEW sight AS SELECT 1;
  CREATE VIRTUAL TABLE words USING fts5(text);
`;

function makeFile(mode: 'WAL' | 'DELETE' = 'DELETE'): string {
  const file = join(temporaryFolder(), 'log.sqlite');
  const sqlite = new BetterSqlite3(file);
  sqlite.pragma(`journal_mode = ${mode}`);
  sqlite.exec(SCHEMA);
  sqlite.close();
  return file;
}

test.each(['DELETE', 'WAL'] as const)('tables are read, and nothing beside the file is touched (%s)', (mode) => {
  const file = makeFile(mode);
  const before = readFileSync(file);
  const tables = openTables(file);
  expect(tables.tables()).toContain('a "b"');
  expect(tables.tables()).not.toContain('sight');
  expect(tables.tables()).not.toContain('words');
  expect([tables.columns('a "b"'), tables.columns('none')]).toEqual([['id', 'n', 'blob'], []]);
  expect([...tables.rows('a "b"', ['n', 'id', 'blob'])]).toEqual([
    [1, 'x', null],
    [2.5, 'y', null],
  ]);
  tables.close();
  expect([readFileSync(file).equals(before), readdirSync(dirname(file))]).toEqual([true, ['log.sqlite']]);
});

test('what is no sound database is refused in one line', () => {
  const file = makeFile();
  const whole = readFileSync(file);
  const say = (content: Buffer | string): string | undefined => {
    writeFileSync(file, content);
    return errorOf(() => openTables(file))?.message;
  };
  const hint = 'Export the log again (CSV as UTF-8), or correct the place named.';
  expect(say('case,activity')).toBe(`log.sqlite: this is no SQLite database. ${hint}`);
  expect(say(whole.subarray(0, 5000))).toMatch(/^log\.sqlite: it is damaged: /);
  writeFileSync(`${file}-wal`, 'rows that are not in the file yet');
  expect(say(whole)).toBe(`log.sqlite: another program still has it open; close that, or save a copy with it. ${hint}`);
});
