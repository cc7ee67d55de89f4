// The workspace itself: who it is, which migrations made it, the jobs it runs and the settings it keeps.
import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson, json } from './columns.ts';

/** Exactly one row. */
export const workspace = sqliteTable(
  'workspace',
  {
    onlyRow: integer('only_row').primaryKey(),
    id: text('id').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  () => [check('workspace_has_one_row', sql`only_row = 1`)],
);

/** Each migration this file went through. The newest version is also in `PRAGMA user_version`, which decides. */
export const schemaVersions = sqliteTable('schema_versions', {
  version: integer('version').primaryKey(),
  tag: text('tag').notNull(),
  sha256: text('sha256').notNull(),
  appliedAtMs: integer('applied_at_ms').notNull(),
});

export const jobs = sqliteTable(
  'jobs',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    state: text('state').notNull(),
    progress: json('progress'),
    problem: text('problem'),
    createdAtMs: integer('created_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  () => [isJson('jobs', 'progress')],
);

export const settings = sqliteTable(
  'settings',
  { key: text('key').primaryKey(), value: text('value').notNull() },
  () => [isJson('settings', 'value')],
);
