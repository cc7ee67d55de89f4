// In: the path of a workspace's database. Out: the one handle that may write it, with the schema of this Mirror.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { MirrorError } from '../src/domain/errors.ts';
import type { Clock } from '../src/needs/clock.ts';
import { MirrorDatabase } from './database.ts';
import { keepPrivate, removeDatabaseFiles, replaceFile } from './files.ts';
import { APPLICATION_ID, isThere, openSound } from './inspect.ts';
import { takeWriterLock } from './lock.ts';
import { applyMigrations, MIGRATIONS_FOLDER, type Migration, readMigrations, readVersion } from './migrations.ts';
import { upgradeFile } from './upgrade.ts';

export interface OpenOptions {
  /** Dates the workspace and its migrations; the machine's clock if left out. */
  readonly clock?: Clock;
  /** Where a bundled app keeps its copy of db/migrations. */
  readonly migrationsFolder?: string;
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
  const { clock = { nowMs: () => Date.now() }, migrationsFolder = MIGRATIONS_FOLDER } = options;
  if (!existsSync(dirname(file))) throw new MirrorError('file/missing', { data: { file: dirname(file) } });
  const lock = takeWriterLock(file);
  try {
    const migrations = readMigrations(migrationsFolder);
    const sqlite = openCurrent(file, migrations, clock.nowMs());
    return new MirrorDatabase(file, configure(sqlite), lock);
  } catch (cause) {
    lock.release();
    throw cause;
  }
}

function openCurrent(file: string, migrations: readonly Migration[], nowMs: number): BetterSqlite3.Database {
  // Left over when a run was killed half-way; the file in place is whole.
  removeDatabaseFiles(`${file}.next`);
  if (!isThere(file)) createFile(file, migrations, nowMs);
  keepPrivate(file);
  const sqlite = openSound(file, { newestVersion: migrations.length });
  if (readVersion(sqlite) === migrations.length) return sqlite;
  upgradeFile(file, sqlite, { migrations, nowMs });
  return openSound(file, { newestVersion: migrations.length });
}

// Made under another name, so that a kill leaves no database or a whole one.
function createFile(file: string, migrations: readonly Migration[], nowMs: number): void {
  const next = `${file}.next`;
  try {
    const sqlite = new BetterSqlite3(next);
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
