// What people corrected. Append-only: a row is added for each correction, and it outlives all that is derived.
import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson, json } from './columns.ts';
import { processes, recordings } from './recordings.ts';

/**
 * `command` does it and holds the words it is about (`anchors`); `inverse` is what an undo appends. An undo is a row
 * like any other, so `undoneBy` stays empty: a row is never changed.
 */
export const corrections = sqliteTable(
  'corrections',
  {
    id: text('id').primaryKey(),
    processId: text('process_id')
      .notNull()
      .references(() => processes.id, { onDelete: 'cascade' }),
    recordingId: text('recording_id').references(() => recordings.id, { onDelete: 'cascade' }),
    createdAtMs: integer('created_at_ms').notNull(),
    command: json('command').notNull(),
    inverse: json('inverse').notNull(),
    undoneBy: text('undone_by').references((): AnySQLiteColumn => corrections.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('corrections_by_process').on(table.processId, table.createdAtMs),
    index('corrections_by_recording').on(table.recordingId),
    index('corrections_by_undoing').on(table.undoneBy),
    isJson('corrections', 'command'),
    isJson('corrections', 'inverse'),
  ],
);
