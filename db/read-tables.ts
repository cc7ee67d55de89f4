// In: a SQLite file of another program. Out: its tables, to read; the file and the folder around it stay untouched.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { MirrorError } from '../src/domain/errors.ts';
import type { TableReader, TableValue } from '../src/needs/table-reader.ts';

export interface OpenTables extends TableReader {
  close(): void;
}

/** The file is read into memory: opening it where it lies would leave side files there, or wait for its writer. */
const MOST_BYTES = 1_000_000_000;

/** @throws log/bad-format when it is no sound SQLite database, log/too-large */
export function openTables(path: string): OpenTables {
  const file = basename(path);
  const sizeBytes = statSync(path).size;
  if (sizeBytes > MOST_BYTES) {
    throw new MirrorError('log/too-large', { data: { file, detail: `${Math.round(sizeBytes / 1e6)} MB` } });
  }
  // What a program has not yet folded into the file would silently be missing.
  if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0) {
    throw badDatabase(file, 'another program still has it open; close that, or save a copy with it');
  }
  return openBytes(readFileSync(path), file);
}

/** Like `openTables`, of bytes that are at hand. They are changed where they ask for a write-ahead log. */
export function openBytes(bytes: Buffer, file: string): OpenTables {
  if (!bytes.toString('latin1', 0, 16).startsWith('SQLite format 3'))
    throw badDatabase(file, 'this is no SQLite database');
  // Bytes 18 and 19 ask for a write-ahead log, which a database in memory cannot have (sqlite.org/fileformat.html).
  bytes[18] = 1;
  bytes[19] = 1;
  const sqlite = guard(file, () => new BetterSqlite3(bytes, { readonly: true }));
  try {
    const tables = guard(file, () => inspect(sqlite, file));
    return {
      tables: () => [...tables.keys()],
      columns: (table) => tables.get(table) ?? [],
      rows: (table, columns) => readRows(sqlite, file, selectFrom(table, columns)),
      close: () => void sqlite.close(),
    };
  } catch (cause) {
    sqlite.close();
    throw cause;
  }
}

/** Columns by table. Views and virtual tables may run code of the schema's choosing, so they are not even named. */
function inspect(sqlite: BetterSqlite3.Database, file: string): Map<string, string[]> {
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('cell_size_check = ON');
  const verdict = String(sqlite.pragma('quick_check(1)', { simple: true }));
  if (verdict !== 'ok') throw badDatabase(file, `it is damaged: ${verdict}`);
  const names = sqlite
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
    .map(String);
  // Generated columns compute what they please and are not listed here.
  const columns = sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  return new Map(names.map((name) => [name, columns.all(name).map(String)]));
}

function* readRows(sqlite: BetterSqlite3.Database, file: string, sql: string): Generator<TableValue[]> {
  const rows = guard(file, () => sqlite.prepare(sql).raw().iterate());
  try {
    for (;;) {
      const next = guard(file, () => rows.next());
      if (next.done) return;
      yield (next.value as unknown[]).map(toValue); // `raw` gives arrays
    }
  } finally {
    rows.return?.();
  }
}

/** A blob is no value that a log has. */
const toValue = (value: unknown): TableValue => (typeof value === 'string' || typeof value === 'number' ? value : null);

const selectFrom = (table: string, columns: readonly string[]): string =>
  `SELECT ${columns.map(quote).join(', ')} FROM ${quote(table)}`;

/** Identifiers cannot be bound as values; quoted so, any text is one. */
const quote = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

/** SQLite's complaints about a foreign file are about that file. */
function guard<Result>(file: string, run: () => Result): Result {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof BetterSqlite3.SqliteError) throw badDatabase(file, `it is damaged: ${cause.message}`, cause);
    throw cause;
  }
}

const badDatabase = (file: string, detail: string, cause?: unknown): MirrorError =>
  new MirrorError('log/bad-format', { data: { file, detail }, cause });
