import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fillEveryTable } from './fixtures/fill-every-table.ts';
import { openDatabase } from './open.ts';
import { errorOf, openForTest, temporaryFolder } from './testing.ts';

test('makes a database that is there, whole and empty when it is opened again', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'mirror.db');
  openDatabase(file, { clock: { nowMs: () => 42 } }).close();
  const db = openForTest(file, { clock: { nowMs: () => 43 } });
  expect(db.sqlite.prepare('SELECT created_at_ms FROM workspace').all()).toEqual([{ created_at_ms: 42 }]);
  expect(readdirSync(folder).toSorted()).toEqual(['mirror.db', 'mirror.db-shm', 'mirror.db-wal', 'mirror.db.lock']);
});

test('writes ahead, checks parents and waits for readers', () => {
  const { sqlite } = openForTest();
  const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout', 'trusted_schema'];
  const values = pragmas.map((name) => [name, sqlite.pragma(name, { simple: true })]);
  expect(Object.fromEntries(values)).toEqual({
    journal_mode: 'wal',
    synchronous: 1,
    foreign_keys: 1,
    busy_timeout: 5000,
    trusted_schema: 0,
  });
});

test('a durable write flushes the disk, is all or nothing, and leaves later writes as they were', () => {
  const db = openForTest();
  const synchronous = () => db.sqlite.pragma('synchronous', { simple: true });
  expect(db.writeDurably(synchronous)).toBe(2);
  const failing = () =>
    db.writeDurably(() => {
      db.sqlite.prepare("INSERT INTO settings VALUES ('a', '1')").run();
      throw new Error('stop');
    });
  expect(failing).toThrow('stop');
  expect([synchronous(), db.sqlite.prepare('SELECT * FROM settings').all()]).toEqual([1, []]);
});

test('refuses a second writer in the same process until the first closes', () => {
  const file = join(temporaryFolder(), 'mirror.db');
  const first = openForTest(file);
  expect(errorOf(() => openDatabase(file))).toEqual({
    code: 'workspace/locked',
    message: `${file}: another Mirror is using this workspace. Close it, or choose another folder with --workspace.`,
  });
  first.close();
  expect(errorOf(() => openForTest(file))).toBeUndefined();
});

test('refuses while another process writes, and not any more once that process is killed', async () => {
  const file = join(temporaryFolder(), 'mirror.db');
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'fixtures', 'hold-open.ts'), file]);
  await once(holder.stdout, 'data');
  expect(errorOf(() => openDatabase(file))?.code).toBe('workspace/locked');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(errorOf(() => openForTest(file))).toBeUndefined();
});

test('a failed opening lets the next one in', () => {
  const file = join(temporaryFolder(), 'mirror.db');
  expect(() => openDatabase(file, { migrationsFolder: temporaryFolder() })).toThrow('_journal.json');
  expect(errorOf(() => openForTest(file))).toBeUndefined();
});

const damages: Record<string, { damage: (file: string) => void; detail: string }> = {
  'that is another kind of file': {
    damage: (file) => writeFileSync(file, 'Dear diary,\n'.repeat(1000)),
    detail: 'file is not a database',
  },
  'that is empty': { damage: (file) => truncateSync(file, 0), detail: 'the file is empty' },
  'that breaks off': { damage: (file) => truncateSync(file, 20_480), detail: 'database disk image is malformed' },
  'with a page overwritten': { damage: overwritePage, detail: 'btreeInitPage() returns error' },
  'that another program made': { damage: replaceByForeign, detail: 'another program made it' },
};

for (const [name, { damage, detail }] of Object.entries(damages)) {
  test(`refuses a database ${name} with one line, and leaves it alone`, () => {
    const folder = temporaryFolder();
    const file = join(folder, 'mirror.db');
    const db = openDatabase(file);
    fillEveryTable(db);
    db.close();
    damage(file);
    const before = readFileSync(file);
    const error = errorOf(() => openDatabase(file));
    expect(error?.code).toBe('workspace/damaged');
    expect(error?.message).toContain(detail);
    expect(error?.message).not.toContain('\n');
    expect(readFileSync(file)).toEqual(before);
    expect(readdirSync(folder).filter((entry) => entry.includes('.next'))).toEqual([]);
  });
}

test('refuses to make a database beside the log of one that is gone', () => {
  const file = join(temporaryFolder(), 'mirror.db');
  writeFileSync(`${file}-wal`, 'part of another database');
  expect(errorOf(() => openDatabase(file))?.code).toBe('workspace/damaged');
});

test('refuses a database of a newer Mirror', () => {
  const file = join(temporaryFolder(), 'mirror.db');
  openDatabase(file).close();
  const newer = new BetterSqlite3(file);
  newer.pragma('user_version = 999');
  newer.close();
  expect(errorOf(() => openDatabase(file))).toEqual({
    code: 'workspace/newer',
    message: `${file}: a newer version of Mirror made this workspace. Update Mirror to open it.`,
  });
});

test('says which folder is missing, and that a folder is no database', () => {
  const folder = temporaryFolder();
  expect(errorOf(() => openDatabase(join(folder, 'gone', 'mirror.db')))).toEqual({
    code: 'file/missing',
    message: `${join(folder, 'gone')}: there is no such file. Check the path.`,
  });
  mkdirSync(join(folder, 'mirror.db'));
  expect(errorOf(() => openDatabase(join(folder, 'mirror.db')))?.code).toBe('file/unreadable');
});

function overwritePage(file: string): void {
  const sqlite = new BetterSqlite3(file, { readonly: true });
  const page = sqlite.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'steps'").pluck().get();
  sqlite.close();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, (Number(page) - 1) * 4096, Number(page) * 4096);
  writeFileSync(file, bytes);
}

function replaceByForeign(file: string): void {
  truncateSync(file, 0);
  const foreign = new BetterSqlite3(file);
  foreign.exec('CREATE TABLE bookmarks (url TEXT)');
  foreign.close();
}
