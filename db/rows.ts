// In: rows from the database, which any program may have written, and rows to put there. Out: domain values, stored rows.
import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';
import type { MirrorDatabase } from './database.ts';
import { damaged } from './inspect.ts';

/**
 * Parses one row with a shape of the domain; columns the shape does not name are left out.
 * @throws workspace/damaged naming the table and the field that does not fit
 */
export function parseRow<Shape extends z.ZodType>(
  shape: Shape,
  row: unknown,
  { db, table }: { db: MirrorDatabase; table: string },
): z.output<Shape> {
  const parsed = shape.safeParse(row);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const detail = `table ${table}, ${issue?.path.join('.') ?? 'row'}: ${issue?.message ?? 'does not fit'}`;
  throw damaged(db.file, detail, parsed.error);
}

/** Inserts rows through one prepared statement. Every column must have a value in every row, `null` included. */
export function insertRows<Table extends SQLiteTable>(
  db: MirrorDatabase,
  table: Table,
  rows: Iterable<Table['$inferInsert']>,
): void {
  const names = Object.keys(getTableColumns(table));
  const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  // Safe: `values` has just this table's columns, and drizzle takes a placeholder wherever it takes a value.
  const insert = db.orm.insert(table).values(values as Table['$inferInsert']);
  const statement = insert.prepare();
  for (const row of rows) statement.run(row);
}

/** The fields of a JSON column; none when it holds something else. The shape that is parsed next complains then. */
export const asRecord = (body: unknown): object => (typeof body === 'object' && body !== null ? body : {});
