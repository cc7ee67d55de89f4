// In: a database as data, and the path of a new file. Out: that file as SQLite, complete, with its keys enforced.
import BetterSqlite3 from 'better-sqlite3';
import type { TablesDraft, TableShape } from '../src/needs/tables.ts';

/**
 * Makes the file and fills it in one transaction, foreign keys on; yields the number of rows written, now and then. The
 * file must not exist. Half-written, it is for the caller to remove.
 */
export function* writeTables(file: string, draft: TablesDraft): Generator<number, void> {
  const sqlite = new BetterSqlite3(file);
  try {
    yield* fill(sqlite, draft);
  } finally {
    sqlite.close();
  }
}

/** The same in memory; gives the bytes of the file. */
export function* buildTables(draft: TablesDraft): Generator<number, Buffer> {
  const sqlite = new BetterSqlite3(':memory:');
  try {
    yield* fill(sqlite, draft);
    return sqlite.serialize();
  } finally {
    sqlite.close();
  }
}

function* fill(sqlite: BetterSqlite3.Database, { tables, rows }: TablesDraft): Generator<number, void> {
  sqlite.pragma('foreign_keys = ON');
  // A file that is thrown away when anything fails needs no journal beside it and no flush before it is whole.
  sqlite.pragma('journal_mode = MEMORY');
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma(`cache_size = -${CACHE_KB}`);
  sqlite.exec('BEGIN');
  for (const table of tables) sqlite.exec(defineTable(table));
  const inserts = new Map(tables.map((table) => [table.name, sqlite.prepare(insertInto(table))] as const));
  let written = 0;
  for (const [table, cells] of rows) {
    const insert = inserts.get(table);
    if (insert === undefined) throw new Error(`a row is of table "${table}", which is not there`);
    insert.run(cells);
    written += 1;
    if (written % ROWS_A_STEP === 0) yield written;
  }
  sqlite.exec('COMMIT');
}

const CACHE_KB = 64_000;
const ROWS_A_STEP = 20_000;

function defineTable({ name, columns, primaryKey, foreignKeys }: TableShape): string {
  const parts = [
    ...columns.map((column) => `${quote(column.name)} ${column.type}`),
    ...(primaryKey.length > 0 ? [`PRIMARY KEY (${primaryKey.map(quote).join(', ')})`] : []),
    ...foreignKeys.map(
      ({ column, table, of }) => `FOREIGN KEY (${quote(column)}) REFERENCES ${quote(table)} (${quote(of)})`,
    ),
  ];
  // Kept in the order of its key, a table needs no index beside it: the file is a third smaller.
  return `CREATE TABLE ${quote(name)} (${parts.join(', ')})${primaryKey.length > 0 ? ' WITHOUT ROWID' : ''}`;
}

const insertInto = ({ name, columns }: TableShape): string =>
  `INSERT INTO ${quote(name)} VALUES (${columns.map(() => '?').join(', ')})`;

/** Identifiers cannot be bound as values; quoted so, any text is one. */
const quote = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
