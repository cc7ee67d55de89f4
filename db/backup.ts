// In: an open database, or a backup of one. Out: a backup in one file, or the database put back from it.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { MirrorError } from '../src/domain/errors.ts';
import type { MirrorDatabase } from './database.ts';
import { copyFile, keepAs, keepPrivate, removeDatabaseFiles, replaceFile } from './files.ts';
import { damaged, openSound } from './inspect.ts';
import { takeWriterLock } from './lock.ts';
import { MIGRATIONS_FOLDER, readMigrations } from './migrations.ts';
import { foldLogIntoFile } from './upgrade.ts';

/**
 * Writes all that is stored at this moment into one file, replacing it if it is there; work on `db` may go on
 * meanwhile. When it fails or is cancelled, an earlier backup of that name is as it was.
 * @throws export/unwritable when the file cannot be written there
 */
export async function backupDatabase(
  db: MirrorDatabase,
  file: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const next = `${file}.next`;
  try {
    removeDatabaseFiles(next);
    await db.sqlite.backup(next, {
      progress: () => {
        signal?.throwIfAborted();
        return PAGES_AT_ONCE;
      },
    });
    makeSelfContained(next);
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

/** 16 MB: a block takes some ten milliseconds, in which nothing else of the process runs. */
const PAGES_AT_ONCE = 4096;

/**
 * Puts a backup in the place of `file`; what was there stays as `<file>.before-restore`. An older backup is brought
 * up to date when it is opened. When anything is wrong with the backup, `file` is as it was.
 * @throws file/missing, workspace/damaged, workspace/newer about the backup; workspace/locked while `file` is open
 */
export function restoreDatabase(
  backup: string,
  file: string,
  { migrationsFolder = MIGRATIONS_FOLDER }: { migrationsFolder?: string } = {},
): void {
  if (!existsSync(backup)) throw new MirrorError('file/missing', { data: { file: backup } });
  const lock = takeWriterLock(file);
  const next = `${file}.next`;
  try {
    removeDatabaseFiles(next);
    copyFile(backup, next);
    // A database that was merely copied may have part of itself in its log.
    if (existsSync(`${backup}-wal`)) copyFile(`${backup}-wal`, `${next}-wal`);
    checkAll(next, { newestVersion: readMigrations(migrationsFolder).length, shownAs: backup });
    setAside(file, `${file}.before-restore`);
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
function checkAll(file: string, options: { newestVersion: number; shownAs: string }): void {
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

function setAside(file: string, aside: string): void {
  removeDatabaseFiles(aside);
  // SQLite would throw the log of an empty file away.
  const isWhole = existsSync(file) && statSync(file).size > 0 && takesItsLogIn(file);
  // Too damaged to take its log in, which may be why somebody restores: the log is kept beside it as it is.
  if (!isWhole && existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`);
  rmSync(`${file}-shm`, { force: true });
  if (existsSync(file)) keepAs(file, aside);
}

function takesItsLogIn(file: string): boolean {
  try {
    foldLogIntoFile(file, new BetterSqlite3(file, { fileMustExist: true }));
    return true;
  } catch (cause) {
    if (cause instanceof MirrorError) throw cause;
    return false;
  }
}
