// The table of classes against the schema in the code, read as drizzle reads it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { TEXT_COLUMNS } from './redaction-classes.ts';

const SCHEMA = join(import.meta.dirname, 'schema');

test('every text column of the schema has a redaction class, and no class is of a column that is not there', async () => {
  const found: Record<string, string[]> = {};
  for (const file of readdirSync(SCHEMA)) {
    const exported: Record<string, unknown> = await import(join(SCHEMA, file));
    for (const table of Object.values(exported)) {
      if (is(table, SQLiteTable)) found[getTableName(table)] = textColumnsOf(table);
    }
  }
  const classed = Object.entries(TEXT_COLUMNS).map(([table, columns]) => [table, Object.keys(columns).toSorted()]);
  expect(found).toEqual(Object.fromEntries(classed));
  expect(Object.keys(found).length).toBeGreaterThan(20);
});

/** JSON is text too. */
const textColumnsOf = (table: SQLiteTable): string[] =>
  Object.values(getTableColumns(table))
    .filter(({ columnType }) => columnType.startsWith('SQLiteText'))
    .map(({ name }) => name)
    .toSorted();
