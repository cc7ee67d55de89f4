// What ingest asks of whoever can open a database file that another program made.

export type TableValue = string | number | null;

export interface TableReader {
  /** Names of its tables; views and virtual tables are none. */
  tables(): readonly string[];
  /** Names of a table's columns; empty where there is no such table. */
  columns(table: string): readonly string[];
  /** The rows of these columns, which must be there, in no particular order. @throws log/bad-format */
  rows(table: string, columns: readonly string[]): Iterable<readonly TableValue[]>;
}
