// In: the file of a database, in use or not. Out: what is wrong with it, having read all of it and changed nothing.
import BetterSqlite3 from 'better-sqlite3';

/**
 * More than opening checks: every page, every index against its table, every row against its parents. Reads the whole
 * file, so run it off the event loop. Undefined when all is well; otherwise the first complaint, in SQLite's words.
 */
export function findDamage(file: string): string | undefined {
  try {
    const sqlite = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
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
