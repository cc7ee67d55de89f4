// What can be searched: every text that evidence holds, each with the place it opens. Derived; rows go with their source.
// The words of `search_entries` are indexed in `search_fts` (FTS5) and listed by `search_words`, which migration 0005
// makes, with the triggers that keep them in step: drizzle knows no virtual tables. A migration that builds `search_entries` anew must make them again.
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { artifacts, processes, recordings } from './recordings.ts';

export const searchEntries = sqliteTable(
  'search_entries',
  {
    /** Never given twice: who has read up to one reads on from there. */
    id: integer('id').primaryKey({ autoIncrement: true }),
    processId: text('process_id')
      .notNull()
      .references(() => processes.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    recordingId: text('recording_id').references(() => recordings.id, { onDelete: 'cascade' }),
    artifactId: text('artifact_id').references(() => artifacts.id, { onDelete: 'cascade' }),
    /** Of the segment, the event or the page in its source; of a frame, its time. */
    position: integer('position').notNull(),
    startMs: integer('start_ms'),
    endMs: integer('end_ms'),
    text: text('text').notNull(),
  },
  (table) => [
    index('search_entries_by_process').on(table.processId),
    index('search_entries_by_recording').on(table.recordingId),
    index('search_entries_by_artifact').on(table.artifactId),
  ],
);

/** `vector`: Float32, little-endian, of unit length; as long as the model makes them. */
export const searchVectors = sqliteTable('search_vectors', {
  entryId: integer('entry_id')
    .primaryKey()
    .references(() => searchEntries.id, { onDelete: 'cascade' }),
  model: text('model').notNull(),
  vector: blob('vector', { mode: 'buffer' }).notNull(),
});
