import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fillEveryTable } from './fixtures/fill-every-table.ts';
import { MIGRATIONS_FOLDER, readMigrations } from './migrations.ts';
import { openDatabase } from './open.ts';
import { errorOf, migrationsWith, openForTest, readAllRows, temporaryFolder } from './testing.ts';

const NEXT = readMigrations(MIGRATIONS_FOLDER).length + 1;
const ADD_TABLE = 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;';

function makeFilled(): string {
  const file = join(temporaryFolder(), 'mirror.db');
  const db = openDatabase(file);
  fillEveryTable(db);
  db.close();
  return file;
}

const filesBeside = (file: string): string[] =>
  readdirSync(dirname(file)).filter((entry) => entry.startsWith(basename(file)) && !/-wal|-shm|\.lock/.test(entry));

test('keeps every row, and the old file beside the new one', () => {
  const file = makeFilled();
  const before = readFileSync(file);
  const db = openForTest(file, { migrationsFolder: migrationsWith('9999_later', ADD_TABLE) });
  const { later, schema_versions: versions, ...rows } = readAllRows(db);
  const { schema_versions: _, ...expected } = readAllRows(openForTest(copyOf(before)));
  expect(rows).toEqual(expected);
  expect(later).toEqual([]);
  expect(versions).toHaveLength(NEXT);
  expect(filesBeside(file)).toEqual(['mirror.db', `mirror.db.before-${NEXT}`]);
  // Byte for byte but for the mark of the write-ahead log in the header, which a file that stands alone must not have.
  const kept = readFileSync(`${file}.before-${NEXT}`);
  expect(kept.subarray(100)).toEqual(before.subarray(100));
});

test('keeps only the newest old file', () => {
  const file = makeFilled();
  writeFileSync(`${file}.before-1`, 'an older one');
  writeFileSync(`${file}.before-restore`, 'made by a person');
  openDatabase(file, { migrationsFolder: migrationsWith('9999_later', ADD_TABLE) }).close();
  expect(filesBeside(file)).toEqual(['mirror.db', `mirror.db.before-${NEXT}`, 'mirror.db.before-restore']);
});

const failures = {
  'does not parse': `${ADD_TABLE}--> statement-breakpoint\nCREATE TABEL oops (id);`,
  'leaves rows without parents': `${ADD_TABLE}--> statement-breakpoint\nDELETE FROM processes;`,
};

for (const [name, sql] of Object.entries(failures)) {
  test(`a migration that ${name} leaves the old file as it was`, () => {
    const file = makeFilled();
    const rows = readAllRows(openForTest(copyOf(readFileSync(file))));
    expect(() => openDatabase(file, { migrationsFolder: migrationsWith('9999_bad', sql) })).toThrow(/migration/);
    expect(filesBeside(file)).toEqual(['mirror.db']);
    expect(readAllRows(openForTest(file))).toEqual(rows);
  });
}

test('takes away what a killed upgrade left behind', () => {
  const file = makeFilled();
  writeFileSync(`${file}.next`, 'half a copy');
  writeFileSync(`${file}.next-journal`, 'half a journal');
  openForTest(file);
  expect(filesBeside(file)).toEqual(['mirror.db']);
});

test('does not replace a file that another program reads', () => {
  const file = makeFilled();
  const reader = new BetterSqlite3(file, { readonly: true });
  reader.prepare('SELECT * FROM processes').all();
  const options = { migrationsFolder: migrationsWith('9999_later', ADD_TABLE) };
  expect(errorOf(() => openDatabase(file, options))?.code).toBe('workspace/locked');
  reader.close();
  expect(errorOf(() => openForTest(file, options))).toBeUndefined();
});

function copyOf(bytes: Buffer): string {
  const file = join(temporaryFolder(), 'copy.db');
  writeFileSync(file, bytes);
  return file;
}
