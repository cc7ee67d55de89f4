// Imported event logs. A log's rows are packed: one blob per column, because mining reads whole columns.
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson, json } from './columns.ts';
import { processes } from './recordings.ts';

export const eventLogs = sqliteTable(
  'event_logs',
  {
    id: text('id').primaryKey(),
    processId: text('process_id')
      .notNull()
      .references(() => processes.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    format: text('format').notNull(),
    sha256: text('sha256').notNull(),
    path: text('path').notNull(),
    events: integer('events').notNull(),
    cases: integer('cases').notNull(),
    warnings: json('warnings').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [index('event_logs_by_process').on(table.processId, table.createdAtMs), isJson('event_logs', 'warnings')],
);

/**
 * `dtype` int8, int16, int32, uint8, float64: little-endian numbers. `constant`: one float64 for all rows. `strings`: a
 * JSON list in UTF-8. `length` counts entries.
 */
export const logColumns = sqliteTable(
  'log_columns',
  {
    logId: text('log_id')
      .notNull()
      .references(() => eventLogs.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    dtype: text('dtype').notNull(),
    length: integer('length').notNull(),
    data: blob('data', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.logId, table.name] })],
);
