// In: the path of a workspace's database. Out: the one handle that may write it, with the schema of this Mirror.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { MirrorError } from '../src/domain/errors.ts';
import type { Clock } from '../src/needs/clock.ts';
import { connect, type DatabaseKey } from './connect.ts';
import { MirrorDatabase } from './database.ts';
import { keepPrivate, removeDatabaseFiles, replaceFile } from './files.ts';
import { APPLICATION_ID, isThere, openSound } from './inspect.ts';
import { takeWriterLock, type WriterLock } from './lock.ts';
import { applyMigrations, MIGRATIONS_FOLDER, type Migration, readMigrations, readVersion } from './migrations.ts';
import { upgradeFile } from './upgrade.ts';

export interface OpenOptions {
  /** Dates the workspace and its migrations; the machine's clock if left out. */
  readonly clock?: Clock;
  /** Where a bundled app keeps its copy of db/migrations. */
  readonly migrationsFolder?: string;
  /** Of a sealed database; a new one is made under it. */
  readonly key?: DatabaseKey | undefined;
  /** Of a caller who had the lock before; it goes with the handle, or is released when this fails. */
  readonly lock?: WriterLock | undefined;
}

interface Opening {
  readonly migrations: readonly Migration[];
  readonly nowMs: number;
  readonly key: DatabaseKey | undefined;
}

/**
 * Opens the database, makes it if there is none, and brings an older one up to this Mirror's schema (see upgrade.ts).
 * Close the handle when done: it keeps every other process out. The folder must exist.
 * @throws file/missing when the folder does not exist
 * @throws workspace/locked when another process has the database open
 * @throws workspace/damaged when the file is no database, another program's, or broken
 * @throws workspace/newer when a newer Mirror wrote it
 */
export function openDatabase(file: string, options: OpenOptions = {}): MirrorDatabase {
  const { clock = { nowMs: () => Date.now() }, migrationsFolder = MIGRATIONS_FOLDER, key } = options;
  if (!existsSync(dirname(file))) throw new MirrorError('file/missing', { data: { file: dirname(file) } });
  const lock = options.lock ?? takeWriterLock(file);
  try {
    const migrations = readMigrations(migrationsFolder);
    const sqlite = openCurrent(file, { migrations, nowMs: clock.nowMs(), key });
    return new MirrorDatabase(file, configure(sqlite), { lock, key });
  } catch (cause) {
    lock.release();
    throw cause;
  }
}

function openCurrent(file: string, opening: Opening): BetterSqlite3.Database {
  const { migrations, key } = opening;
  // Left over when a run was killed half-way; the file in place is whole.
  removeDatabaseFiles(`${file}.next`);
  if (!isThere(file)) createFile(file, opening);
  keepPrivate(file);
  const sqlite = openSound(file, { newestVersion: migrations.length, key });
  if (readVersion(sqlite) === migrations.length) return sqlite;
  upgradeFile(file, sqlite, opening);
  return openSound(file, { newestVersion: migrations.length, key });
}

// Made under another name, so that a kill leaves no database or a whole one.
function createFile(file: string, { migrations, nowMs, key }: Opening): void {
  const next = `${file}.next`;
  try {
    const sqlite = connect(next, { key });
    try {
      sqlite.pragma(`application_id = ${APPLICATION_ID}`);
      applyMigrations(sqlite, migrations, nowMs);
      sqlite.prepare('INSERT INTO workspace VALUES (1, ?, ?)').run(randomUUID(), nowMs);
    } finally {
      sqlite.close();
    }
    keepPrivate(next);
    replaceFile(file, next);
  } finally {
    removeDatabaseFiles(next);
  }
}

function configure(sqlite: BetterSqlite3.Database): BetterSqlite3.Database {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('busy_timeout = 5000');
  // An imported log of a million rows leaves a write-ahead log of its size behind otherwise.
  sqlite.pragma('journal_size_limit = 4194304');
  // A person who removes a recording expects its words to be gone from the file, not only from the tables.
  sqlite.pragma('secure_delete = ON');
  return sqlite;
}
