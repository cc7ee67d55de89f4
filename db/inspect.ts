// In: a file that should be a Mirror database. Out: an open connection to it, once it has proved to be sound.
import { existsSync, statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { MirrorError } from '../src/domain/errors.ts';
import { connect, type DatabaseKey } from './connect.ts';
import { readVersion } from './migrations.ts';

/** Stands in the header of every Mirror database: "Mirr". */
export const APPLICATION_ID = 0x4d697272;

interface InspectOptions {
  /** The newest schema version this Mirror knows. */
  readonly newestVersion: number;
  /** The path to name in errors, when `file` is a temporary copy. */
  readonly shownAs?: string;
  /** Of a sealed database. */
  readonly key?: DatabaseKey | undefined;
}

/**
 * Opens an existing database after checking that all its pages hold together and that this Mirror can read it.
 * @throws workspace/damaged, workspace/newer, file/unreadable
 */
export function openSound(file: string, options: InspectOptions): BetterSqlite3.Database {
  const { newestVersion, shownAs = file, key } = options;
  if (statSync(file).size === 0) throw damaged(shownAs, 'the file is empty');
  const sqlite = explain(shownAs, () => connect(file, { fileMustExist: true, key }));
  try {
    explain(shownAs, () => {
      sqlite.pragma('trusted_schema = OFF');
      checkPages(sqlite, shownAs);
      checkOrigin(sqlite, { newestVersion, shownAs });
    });
    return sqlite;
  } catch (cause) {
    sqlite.close();
    throw cause;
  }
}

/**
 * Says whether there is a database at `file`.
 * @throws workspace/damaged when only its write-ahead log is there: a new database would replay foreign pages from it.
 */
export function isThere(file: string): boolean {
  if (existsSync(file)) return true;
  const log = `${file}-wal`;
  if (existsSync(log) && statSync(log).size > 0)
    throw damaged(file, `it is gone, and ${log} holds unsaved parts of it`);
  return false;
}

/** The error for a database that cannot be trusted; `detail` says in a few words why. */
export function damaged(file: string, detail: string, cause?: unknown): MirrorError {
  return new MirrorError('workspace/damaged', { data: { path: file, detail }, cause });
}

/** Runs `read`, turning what SQLite says about broken or unreadable files into errors with a name. */
function explain<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const code = cause instanceof BetterSqlite3.SqliteError ? cause.code : '';
    const detail = cause instanceof Error ? cause.message : '';
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw damaged(file, detail, cause);
    if (/^SQLITE_(CANTOPEN|IOERR)/.test(code))
      throw new MirrorError('file/unreadable', { data: { file, detail }, cause });
    throw cause;
  }
}

function checkPages(sqlite: BetterSqlite3.Database, shownAs: string): void {
  const verdict = String(sqlite.pragma('quick_check(1)', { simple: true }));
  if (verdict !== 'ok') throw damaged(shownAs, verdict);
}

function checkOrigin(sqlite: BetterSqlite3.Database, { newestVersion, shownAs = '' }: InspectOptions): void {
  if (sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw damaged(shownAs, 'another program made it');
  }
  const version = readVersion(sqlite);
  if (version > newestVersion) throw new MirrorError('workspace/newer', { data: { path: shownAs } });
  if (version < 1) throw damaged(shownAs, 'it has no tables');
}
