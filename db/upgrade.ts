// In: a sound database of an older schema. Out: the same file name with today's schema, and the old file beside it.
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { MirrorError } from '../src/domain/errors.ts';
import { connect, type DatabaseKey } from './connect.ts';
import { copyFile, keepAs, removeDatabaseFiles, replaceFile } from './files.ts';
import { damaged } from './inspect.ts';
import { applyMigrations, type Migration } from './migrations.ts';

interface UpgradeOptions {
  readonly migrations: readonly Migration[];
  readonly nowMs: number;
  readonly key?: DatabaseKey | undefined;
}

/**
 * Migrates a copy and puts it in the place of the original in one step; the original stays as `<file>.before-<n>`, n
 * being the version it was brought to. Closes `sqlite`. When anything fails, the original is as it was.
 * @throws workspace/locked when another program has the file open, if only to read
 */
export function upgradeFile(file: string, sqlite: BetterSqlite3.Database, options: UpgradeOptions): void {
  foldLogIntoFile(file, sqlite);
  const next = `${file}.next`;
  try {
    copyFile(file, next);
    migrateCopy(next, options);
    const kept = `${file}.before-${options.migrations.length}`;
    keepAs(file, kept);
    replaceFile(file, next);
    removeOlderKept(file, kept);
  } finally {
    removeDatabaseFiles(next);
  }
}

/**
 * Moves what is in the write-ahead log into the file and removes the log, so that the file alone is the database.
 * Closes the connection. A log that stayed behind would be replayed into the file that takes this one's place.
 * @throws workspace/locked when another connection keeps the log in use
 */
export function foldLogIntoFile(file: string, sqlite: BetterSqlite3.Database): void {
  try {
    if (sqlite.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') {
      throw new MirrorError('workspace/locked', { data: { path: file } });
    }
  } catch (cause) {
    const isTaken = cause instanceof BetterSqlite3.SqliteError && cause.code.startsWith('SQLITE_BUSY');
    throw isTaken ? new MirrorError('workspace/locked', { data: { path: file }, cause }) : cause;
  } finally {
    sqlite.close();
  }
}

function migrateCopy(copy: string, { migrations, nowMs, key }: UpgradeOptions): void {
  const sqlite = connect(copy, { fileMustExist: true, key });
  try {
    applyMigrations(sqlite, migrations, nowMs);
    const verdict = String(sqlite.pragma('quick_check(1)', { simple: true }));
    if (verdict !== 'ok') throw damaged(copy, verdict);
  } finally {
    sqlite.close();
  }
}

function removeOlderKept(file: string, kept: string): void {
  const prefix = `${basename(file)}.before-`;
  for (const entry of readdirSync(dirname(file))) {
    const path = join(dirname(file), entry);
    if (/^\d+$/.test(entry.slice(prefix.length)) && entry.startsWith(prefix) && path !== kept) rmSync(path);
  }
}
