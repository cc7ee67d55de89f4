// Columns that many tables share. In: a column's name. Out: a drizzle column, the same everywhere.
import { sql } from 'drizzle-orm';
import { check, integer, real, text } from 'drizzle-orm/sqlite-core';

/** JSON text; drizzle writes and reads it as a value. Pair it with `isJson`, so that SQL users can rely on it. */
export const json = (name: string) => text(name, { mode: 'json' }).$type<unknown>();

/**
 * The constraint that a column holds JSON (or nothing, where it may be null). The column is named without its table:
 * a migration that builds the table anew under another name would carry a wrong name along.
 */
export const isJson = (table: string, column: string) =>
  check(`${table}_${column}_is_json`, sql`json_valid(${sql.identifier(column)})`);

/** How a derived fact is known: the columns of `Grounds`. `evidence` is a JSON list of references. */
export const grounds = () => ({
  evidence: json('evidence').notNull(),
  provenance: text('provenance').notNull(),
  confidence01: real('confidence01').notNull(),
  unsure: integer('unsure', { mode: 'boolean' }).notNull(),
});
