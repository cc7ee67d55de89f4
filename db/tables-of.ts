// In: a database. Out: the names of the tables that hold rows of their own.
import type BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';

/** In the order of their names, without those that SQLite and its search index keep for themselves. */
export function tablesOf(sqlite: BetterSqlite3.Database): string[] {
  const own =
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'";
  return z.array(z.string()).parse(sqlite.prepare(`${own} ORDER BY name`).pluck().all());
}
