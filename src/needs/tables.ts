// A relational database as data: rooms that know no SQL engine describe one, db/ writes it.

export type CellValue = string | number | null;

export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: 'TEXT' | 'INTEGER' | 'REAL' | 'TIMESTAMP' }[];
  /** Names of columns; empty for a table without one. */
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

/** The column refers to a table's column that is its primary key. */
export interface ForeignKey {
  readonly column: string;
  readonly table: string;
  readonly of: string;
}

/** One row of the table named, its cells in the order of the columns. */
export type TableRow = readonly [table: string, cells: readonly CellValue[]];

export interface TablesDraft {
  readonly tables: readonly TableShape[];
  /** Of all tables, in any order in which no row refers to one that is still to come. Read once. */
  readonly rows: Iterable<TableRow>;
}
