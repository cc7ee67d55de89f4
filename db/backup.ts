// In: an open database, or a backup of one. Out: a backup in one file, or the database put back from it.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { MirrorError } from '../src/domain/errors.ts';
import { connect, type DatabaseKey, isSealed, rewriteUnder } from './connect.ts';
import type { MirrorDatabase } from './database.ts';
import { copyFile, keepAs, keepPrivate, removeDatabaseFiles, replaceFile } from './files.ts';
import { damaged, openSound } from './inspect.ts';
import { takeWriterLock, type WriterLock } from './lock.ts';
import { MIGRATIONS_FOLDER, readMigrations } from './migrations.ts';
import { appendNote, copySealed, removeNote } from './sealed-copy.ts';
import { foldLogIntoFile } from './upgrade.ts';

export interface BackupOptions {
  readonly signal?: AbortSignal;
  /** Of a sealed database: what a person needs to open the backup, which goes with it (see sealed-copy.ts). */
  readonly note?: string | undefined;
  /** Copies a sealed database off the event loop; on it otherwise. */
  readonly copy?: (file: string, key: DatabaseKey, to: string) => Promise<void>;
}

/**
 * Writes all that is stored at this moment into one file, replacing it if it is there; work on `db` may go on
 * meanwhile. What is sealed stays so. When it fails or is cancelled, an earlier backup of that name is as it was.
 * @throws export/unwritable when the file cannot be written there
 */
export async function backupDatabase(db: MirrorDatabase, file: string, options: BackupOptions = {}): Promise<void> {
  const { signal, note, copy = async (...asked) => copySealed(...asked) } = options;
  const next = `${file}.next`;
  try {
    removeDatabaseFiles(next);
    if (db.key === undefined) await copyPlain(db, next, signal);
    else await copy(db.file, db.key, next);
    signal?.throwIfAborted();
    if (note !== undefined) appendNote(next, note);
    keepPrivate(next);
    replaceFile(file, next);
  } catch (cause) {
    if (signal?.aborted) throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new MirrorError('export/unwritable', { data: { file, detail }, cause });
  } finally {
    removeDatabaseFiles(next);
  }
}

async function copyPlain(db: MirrorDatabase, to: string, signal: AbortSignal | undefined): Promise<void> {
  await db.sqlite.backup(to, {
    progress: () => {
      signal?.throwIfAborted();
      return PAGES_AT_ONCE;
    },
  });
  makeSelfContained(to);
}

/** 16 MB: a block takes some ten milliseconds, in which nothing else of the process runs. */
const PAGES_AT_ONCE = 4096;

export interface RestoreOptions {
  readonly migrationsFolder?: string;
  /** Of a sealed workspace. */
  readonly key?: DatabaseKey | undefined;
  /** Of a caller who had the lock before; it is released. */
  readonly lock?: WriterLock;
}

/**
 * Puts a backup in the place of `file`; what was there stays as `<file>.before-restore`. An older backup is brought
 * up to date when it is opened. Of a sealed workspace `key` is its key: a plain backup is sealed under it, a sealed one
 * must be sealed under it. When anything is wrong with the backup, `file` is as it was.
 * @throws file/missing, workspace/damaged, workspace/newer about the backup; workspace/locked while `file` is open
 */
export function restoreDatabase(
  backup: string,
  file: string,
  { migrationsFolder = MIGRATIONS_FOLDER, key, lock: held }: RestoreOptions = {},
): void {
  if (!existsSync(backup)) throw new MirrorError('file/missing', { data: { file: backup } });
  const lock = held ?? takeWriterLock(file);
  const next = `${file}.next`;
  try {
    removeDatabaseFiles(next);
    copyFile(backup, next);
    // A database that was merely copied may have part of itself in its log.
    if (existsSync(`${backup}-wal`)) copyFile(`${backup}-wal`, `${next}-wal`);
    removeNote(next);
    const sealedUnder = isSealed(next) ? key : undefined;
    checkAll(next, { newestVersion: readMigrations(migrationsFolder).length, shownAs: backup, key: sealedUnder });
    if (key !== sealedUnder) sealCopy(next, key);
    setAside(file, { aside: `${file}.before-restore`, key });
    replaceFile(file, next);
  } finally {
    removeDatabaseFiles(next);
    lock.release();
  }
}

// A backup carries the mark of the write-ahead log in its header, and would grow a log wherever it is looked at.
function makeSelfContained(file: string): void {
  const sqlite = new BetterSqlite3(file, { fileMustExist: true });
  try {
    sqlite.pragma('journal_mode = DELETE');
  } finally {
    sqlite.close();
  }
}

/** More than opening checks: also that indexes agree with their tables, and rows with their parents. */
function checkAll(
  file: string,
  options: { newestVersion: number; shownAs: string; key: DatabaseKey | undefined },
): void {
  const sqlite = openSound(file, options);
  try {
    const verdict = String(sqlite.pragma('integrity_check(1)', { simple: true }));
    if (verdict !== 'ok') throw damaged(options.shownAs, verdict);
    const orphans = sqlite.pragma('foreign_key_check');
    if (!Array.isArray(orphans) || orphans.length > 0) throw damaged(options.shownAs, 'rows without parents');
    foldLogIntoFile(file, sqlite);
  } finally {
    sqlite.close();
  }
}

function sealCopy(file: string, key: DatabaseKey | undefined): void {
  const sqlite = connect(file, { fileMustExist: true });
  try {
    rewriteUnder(sqlite, key);
  } finally {
    sqlite.close();
  }
}

function setAside(file: string, { aside, key }: { aside: string; key: DatabaseKey | undefined }): void {
  removeDatabaseFiles(aside);
  // SQLite would throw the log of an empty file away.
  const isWhole = existsSync(file) && statSync(file).size > 0 && takesItsLogIn(file, key);
  // Too damaged to take its log in, which may be why somebody restores: the log is kept beside it as it is.
  if (!isWhole && existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`);
  rmSync(`${file}-shm`, { force: true });
  if (existsSync(file)) keepAs(file, aside);
}

function takesItsLogIn(file: string, key: DatabaseKey | undefined): boolean {
  try {
    foldLogIntoFile(file, connect(file, { fileMustExist: true, key }));
    return true;
  } catch (cause) {
    if (cause instanceof MirrorError) throw cause;
    return false;
  }
}
