// In: the path of a database. Out: the right to write it, held by at most one process and gone when that process dies.
import BetterSqlite3 from 'better-sqlite3';
import { MirrorError } from '../src/domain/errors.ts';

export interface WriterLock {
  release(): void;
}

/**
 * Takes the lock beside `file`. The lock is SQLite's own on an empty database of its own, so that the operating
 * system drops it with the process however that ends, and so that it stays while the real database is replaced.
 * @param waitMs how long to wait, with the whole thread, for one that holds it for moments
 * @throws workspace/locked when another process, or another handle of this one, has it
 * @throws file/unreadable when nothing can be written in that folder
 */
export function takeWriterLock(file: string, { waitMs = 0 } = {}): WriterLock {
  const holder = openLockFile(`${file}.lock`, waitMs);
  try {
    holder.pragma('journal_mode = MEMORY');
    holder.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    holder.close();
    const isTaken = cause instanceof BetterSqlite3.SqliteError && cause.code.startsWith('SQLITE_BUSY');
    throw isTaken ? new MirrorError('workspace/locked', { data: { path: file }, cause }) : cause;
  }
  // The file stays: deleting it would let two processes lock two different files of the same name.
  return { release: () => void holder.close() };
}

function openLockFile(path: string, timeout: number): BetterSqlite3.Database {
  try {
    return new BetterSqlite3(path, { timeout });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new MirrorError('file/unreadable', { data: { file: path, detail }, cause });
  }
}
