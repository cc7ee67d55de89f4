import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { backupDatabase, restoreDatabase } from './backup.ts';
import { findDamage, listNamedFiles } from './check.ts';
import { connect, isSealed } from './connect.ts';
import { fillEveryTable } from './fixtures/fill-every-table.ts';
import { copyInForm } from './reseal.ts';
import { appendNote, findNote, removeNote } from './sealed-copy.ts';
import { openSearchReader } from './search-reader.ts';
import { errorOf, migrationsWith, openForTest, readAllRows, temporaryFolder } from './testing.ts';

const KEY = new Uint8Array(32).fill(7);
const OTHER = new Uint8Array(32).fill(8);

function openFilled(key: Uint8Array | undefined) {
  const db = openForTest(undefined, { key });
  fillEveryTable(db);
  return db;
}

/** Every word of letters that any text of the database has. */
function wordsOf(rows: Record<string, unknown[]>): string[] {
  return [...new Set(JSON.stringify(rows).match(/[a-z]{6,}/gi))];
}

/** Words that stand in any file of the folder. */
function findPlain(folder: string, words: readonly string[]): string[] {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  return words.filter((word) => files.some((bytes) => bytes.includes(word)));
}

test('a sealed database holds every row and shows no word, in its file or its log', () => {
  const db = openFilled(KEY);
  const rows = readAllRows(db);
  const words = wordsOf(rows);
  expect(words.length).toBeGreaterThan(100);
  expect(readdirSync(dirname(db.file))).toContain('mirror.db-wal');
  expect(findPlain(dirname(db.file), words)).toEqual([]);
  db.close();
  expect(isSealed(db.file)).toBe(true);
  expect(findPlain(dirname(db.file), words)).toEqual([]);
  expect(readAllRows(openForTest(db.file, { key: KEY }))).toEqual(rows);
});

test('another key, none, and a key for a plain database open nothing', () => {
  const sealed = openFilled(KEY);
  sealed.close();
  const plain = openFilled(undefined);
  plain.close();
  const codes = [
    errorOf(() => openForTest(sealed.file, { key: OTHER })),
    errorOf(() => openForTest(sealed.file)),
    errorOf(() => openForTest(plain.file, { key: KEY })),
  ].map((error) => error?.code);
  expect(codes).toEqual(['workspace/damaged', 'workspace/damaged', 'workspace/damaged']);
});

test('a changed byte of a page is told as damage', () => {
  const db = openFilled(KEY);
  db.close();
  const bytes = readFileSync(db.file);
  bytes[4096 * 3 + 100]! ^= 1;
  writeFileSync(db.file, bytes);
  expect(findDamage(db.file, KEY)).toBeDefined();
});

test('whoever reads beside the writer reads what is sealed', () => {
  const db = openFilled(KEY);
  const reader = openSearchReader(db.file, KEY);
  expect([...reader.readPlaces()].length).toBeGreaterThan(0);
  reader.close();
  expect([findDamage(db.file, KEY), listNamedFiles(db.file, KEY).length > 0]).toEqual([undefined, true]);
});

test('an upgrade leaves nothing plain', () => {
  const db = openFilled(KEY);
  const words = wordsOf(readAllRows(db));
  db.close();
  const migrationsFolder = migrationsWith('9999_later', 'CREATE TABLE "later" (id INTEGER PRIMARY KEY) STRICT;');
  const upgraded = openForTest(db.file, { migrationsFolder, key: KEY });
  expect(Object.keys(readAllRows(upgraded))).toContain('later');
  expect(findPlain(dirname(db.file), words)).toEqual([]);
});

test('a sealed backup is one sealed file with its note, and comes back', async () => {
  const db = openFilled(KEY);
  const rows = readAllRows(db);
  const folder = temporaryFolder();
  const backup = join(folder, 'orders.backup');
  await backupDatabase(db, backup, { note: '{"slots":"ü"}\n' });
  expect(readdirSync(folder)).toEqual(['orders.backup']);
  expect(findPlain(folder, wordsOf(rows))).toEqual([]);
  expect(findNote(backup)?.note).toBe('{"slots":"ü"}\n');
  db.sqlite.exec('DELETE FROM settings');
  db.close();
  restoreDatabase(backup, db.file, { key: KEY });
  expect(readAllRows(openForTest(db.file, { key: KEY }))).toEqual(rows);
});

test('a plain backup is sealed on its way into a sealed workspace', async () => {
  const plain = openFilled(undefined);
  const rows = readAllRows(plain);
  const backup = join(temporaryFolder(), 'orders.backup');
  await backupDatabase(plain, backup);
  const sealed = openForTest(undefined, { key: KEY });
  sealed.close();
  restoreDatabase(backup, sealed.file, { key: KEY });
  expect(findPlain(dirname(sealed.file), wordsOf(rows))).toEqual([]);
  expect(readAllRows(openForTest(sealed.file, { key: KEY }))).toEqual(rows);
});

test('a backup under another key changes nothing', async () => {
  const theirs = openFilled(OTHER);
  const backup = join(temporaryFolder(), 'theirs.backup');
  await backupDatabase(theirs, backup, { note: 'theirs' });
  const db = openFilled(KEY);
  const rows = readAllRows(db);
  db.close();
  expect(errorOf(() => restoreDatabase(backup, db.file, { key: KEY }))?.code).toBe('workspace/damaged');
  expect(existsSync(`${db.file}.before-restore`)).toBe(false);
  expect(readAllRows(openForTest(db.file, { key: KEY }))).toEqual(rows);
});

test('a copy in the other form holds every row, there and back', () => {
  const db = openFilled(undefined);
  const rows = readAllRows(db);
  const words = wordsOf(rows);
  // A log that a crash left belongs to it.
  const folder = temporaryFolder();
  for (const suffix of ['', '-wal']) cpSync(`${db.file}${suffix}`, join(folder, `mirror.db${suffix}`));
  const into = temporaryFolder();
  copyInForm(join(folder, 'mirror.db'), join(into, 'mirror.db'), { from: undefined, into: KEY });
  expect([readdirSync(into), findPlain(into, words)]).toEqual([['mirror.db'], []]);
  expect(findPlain(folder, words).length).toBeGreaterThan(100);
  const back = temporaryFolder();
  copyInForm(join(into, 'mirror.db'), join(back, 'mirror.db'), { from: KEY, into: undefined });
  expect(isSealed(join(back, 'mirror.db'))).toBe(false);
  expect(readAllRows(openForTest(join(into, 'mirror.db'), { key: KEY }))).toEqual(rows);
  expect(readAllRows(openForTest(join(back, 'mirror.db')))).toEqual(rows);
});

test('a note goes onto any file and comes off it', () => {
  const file = join(temporaryFolder(), 'some.db');
  connect(file).exec('CREATE TABLE a (b)').close();
  const before = readFileSync(file);
  expect(findNote(file)).toBeUndefined();
  appendNote(file, 'a note');
  expect(findNote(file)).toEqual({ note: 'a note', databaseBytes: before.length });
  removeNote(file);
  removeNote(file);
  expect(readFileSync(file)).toEqual(before);
});
