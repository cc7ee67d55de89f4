import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MirrorError } from '../src/domain/errors.ts';
import { backupDatabase, restoreDatabase } from './backup.ts';
import { fillEveryTable } from './fixtures/fill-every-table.ts';
import { createStore } from './store.ts';
import { errorOf, openForTest, readAllRows, temporaryFolder } from './testing.ts';

function openFilled() {
  const db = openForTest();
  fillEveryTable(db);
  return { db, folder: dirname(db.file), backup: join(temporaryFolder(), 'orders.backup') };
}

test('a backup is one file that holds every row', async () => {
  const { db, backup } = openFilled();
  writeFileSync(backup, 'an earlier one');
  await backupDatabase(db, backup);
  expect(readAllRows(openForTest(backup))).toEqual(readAllRows(db));
  const again = join(dirname(backup), 'again');
  await backupDatabase(db, again);
  expect(readdirSync(dirname(backup)).filter((entry) => entry.startsWith('again'))).toEqual(['again']);
});

test('a cancelled backup leaves the earlier one', async () => {
  const { db, backup } = openFilled();
  writeFileSync(backup, 'an earlier one');
  const signal = AbortSignal.abort(new Error('cancelled'));
  await expect(backupDatabase(db, backup, { signal })).rejects.toThrow('cancelled');
  expect([readFileSync(backup, 'utf8'), readdirSync(dirname(backup))]).toEqual(['an earlier one', ['orders.backup']]);
});

test('says where a backup cannot be written', async () => {
  const { db, folder } = openFilled();
  const failure = await backupDatabase(db, join(folder, 'gone', 'orders.backup')).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(MirrorError);
  expect(failure).toMatchObject({ code: 'export/unwritable' });
});

test('restoring brings back what was stored then, and keeps what was there', async () => {
  const { db, backup } = openFilled();
  const then = readAllRows(db);
  await backupDatabase(db, backup);
  createStore(db).writeSetting('appearance', 'light');
  const now = readAllRows(db);
  db.close();
  restoreDatabase(backup, db.file);
  expect(readAllRows(openForTest(db.file))).toEqual(then);
  expect(readAllRows(openForTest(`${db.file}.before-restore`))).toEqual(now);
});

const remains: Record<string, string | undefined> = {
  gone: undefined,
  empty: '',
  damaged: 'Dear diary,\n'.repeat(1000),
};

for (const [name, content] of Object.entries(remains)) {
  test(`restores over a database that is ${name}, without replaying the log it left`, async () => {
    const { db, backup } = openFilled();
    const then = readAllRows(db);
    await backupDatabase(db, backup);
    db.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    createStore(db).writeSetting('appearance', 'written after the backup');
    const file = join(temporaryFolder(), 'mirror.db');
    if (content !== undefined) writeFileSync(file, content);
    copyFileSync(`${db.file}-wal`, `${file}-wal`);
    restoreDatabase(backup, file);
    expect(existsSync(`${file}.before-restore`)).toBe(content !== undefined);
    expect(readAllRows(openForTest(file))).toEqual(then);
  });
}

test('restores a database that was copied together with its log', () => {
  const { db, backup } = openFilled();
  for (const suffix of ['', '-wal']) copyFileSync(`${db.file}${suffix}`, `${backup}${suffix}`);
  const file = join(temporaryFolder(), 'mirror.db');
  restoreDatabase(backup, file);
  expect(readAllRows(openForTest(file))).toEqual(readAllRows(db));
});

test('refuses to restore over an open database, and lets it be', async () => {
  const { db, backup } = openFilled();
  await backupDatabase(db, backup);
  expect(errorOf(() => restoreDatabase(backup, db.file))?.code).toBe('workspace/locked');
  expect(createStore(db).listProcesses()).toHaveLength(1);
});

const faults: Record<string, { spoil: (backup: string) => void; code: string }> = {
  missing: { spoil: (backup) => rmSync(backup), code: 'file/missing' },
  'cut off': { spoil: (backup) => truncateSync(backup, 20_480), code: 'workspace/damaged' },
  'of a newer Mirror': { spoil: (backup) => edit(backup, 'PRAGMA user_version = 999'), code: 'workspace/newer' },
  'with rows whose parents are gone': {
    spoil: (backup) => edit(backup, 'PRAGMA foreign_keys = OFF; DELETE FROM processes'),
    code: 'workspace/damaged',
  },
};

for (const [name, { spoil, code }] of Object.entries(faults)) {
  test(`a backup that is ${name} is refused, and the database stays`, async () => {
    const { db, folder, backup } = openFilled();
    const rows = readAllRows(db);
    await backupDatabase(db, backup);
    db.close();
    spoil(backup);
    const error = errorOf(() => restoreDatabase(backup, db.file));
    expect(error?.code).toBe(code);
    expect(error?.message).toContain(backup);
    expect(readdirSync(folder).toSorted()).toEqual(['mirror.db', 'mirror.db.lock']);
    expect(readAllRows(openForTest(db.file))).toEqual(rows);
  });
}

function edit(backup: string, sql: string): void {
  const sqlite = new BetterSqlite3(backup);
  sqlite.exec(sql);
  sqlite.close();
}
