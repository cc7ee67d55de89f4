// A relational database as data: rooms that know no SQL engine describe one, db/ writes it.

export type CellValue = string | number | null;

export interface TableDraft {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: 'TEXT' | 'INTEGER' | 'REAL' | 'TIMESTAMP' }[];
  /** Names of columns; empty for a table without one. */
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Cells in the order of the columns. Read once, when the table is filled. */
  readonly rows: Iterable<readonly CellValue[]>;
}

/** The column refers to a table's column that is its primary key. */
export interface ForeignKey {
  readonly column: string;
  readonly table: string;
  readonly of: string;
}

/** Tables stand after those they refer to. */
export type TablesDraft = readonly TableDraft[];
