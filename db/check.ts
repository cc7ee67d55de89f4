// In: the file of a database, in use or not. Out: what is wrong with it, or what files it counts on; nothing is changed.
import BetterSqlite3 from 'better-sqlite3';
import { connect, type DatabaseKey } from './connect.ts';

/**
 * More than opening checks: every page, every index against its table, every row against its parents. Reads the whole
 * file, so run it off the event loop. Undefined when all is well; otherwise the first complaint, in SQLite's words.
 */
export function findDamage(file: string, key?: DatabaseKey): string | undefined {
  try {
    const sqlite = connect(file, { readonly: true, fileMustExist: true, key });
    try {
      const verdict = String(sqlite.pragma('integrity_check(1)', { simple: true }));
      if (verdict !== 'ok') return verdict;
      const orphans = sqlite.pragma('foreign_key_check');
      return Array.isArray(orphans) && orphans.length === 0 ? undefined : 'rows without parents';
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError) return error.message;
    throw error;
  }
}

/** Tables whose rows have a file in the workspace. */
const WITH_FILES = ['tracks', 'frames', 'artifacts', 'event_logs'] as const;

/** Paths inside the workspace that rows of a sound database name, each once; an older schema may lack a table. */
export function listNamedFiles(file: string, key?: DatabaseKey): string[] {
  const sqlite = connect(file, { readonly: true, fileMustExist: true, key });
  try {
    const isThere = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    const paths = WITH_FILES.filter((table) => isThere.get(table) !== undefined).flatMap((table) =>
      sqlite.prepare(`SELECT DISTINCT path FROM "${table}"`).pluck().all().map(String),
    );
    return [...new Set(paths)].toSorted();
  } finally {
    sqlite.close();
  }
}
