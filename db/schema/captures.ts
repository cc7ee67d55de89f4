// Recordings in the making: the files that are whole already, and what was said at the end of each recording.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson, json } from './columns.ts';
import { recordings } from './recordings.ts';

/** The manifest. Its recording has no row yet: the rows go when the tracks made of these files are stored. */
export const pieces = sqliteTable(
  'pieces',
  {
    recordingId: text('recording_id').notNull(),
    track: text('track').notNull(),
    number: integer('number').notNull(),
    cause: text('cause').notNull(),
    path: text('path').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    startMs: integer('start_ms').notNull(),
    endMs: integer('end_ms').notNull(),
    mediaMs: integer('media_ms').notNull(),
    units: integer('units').notNull(),
    isRecovered: integer('is_recovered', { mode: 'boolean' }).notNull(),
    lostBytes: integer('lost_bytes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.recordingId, table.track, table.number] })],
);

export const receipts = sqliteTable(
  'receipts',
  {
    recordingId: text('recording_id')
      .primaryKey()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    body: json('body').notNull(),
  },
  () => [isJson('receipts', 'body')],
);
