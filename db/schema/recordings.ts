// Processes, the recordings made of them, and the evidence each recording holds. Times are offsets on its own clock.
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { isJson, json } from './columns.ts';

export const processes = sqliteTable(
  'processes',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    owner: text('owner'),
    description: text('description'),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [uniqueIndex('processes_by_name').on(table.name)],
);

const processId = () =>
  text('process_id')
    .notNull()
    .references(() => processes.id, { onDelete: 'cascade' });

export const recordings = sqliteTable(
  'recordings',
  {
    id: text('id').primaryKey(),
    processId: processId(),
    title: text('title').notNull(),
    actor: text('actor'),
    role: text('role'),
    language: text('language').notNull(),
    durationMs: integer('duration_ms').notNull(),
    state: text('state').notNull(),
    problem: text('problem'),
    startedAtMs: integer('started_at_ms'),
    timeZone: text('time_zone'),
    createdAtMs: integer('created_at_ms').notNull(),
    /** `file`, `person` or `model:` and its id; null where there are no words. */
    transcriptBy: text('transcript_by'),
  },
  (table) => [index('recordings_by_process').on(table.processId, table.createdAtMs)],
);

const recordingId = () =>
  text('recording_id')
    .notNull()
    .references(() => recordings.id, { onDelete: 'cascade' });

export const tracks = sqliteTable(
  'tracks',
  {
    id: text('id').primaryKey(),
    recordingId: recordingId(),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    path: text('path').notNull(),
    mimeType: text('mime_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    durationMs: integer('duration_ms'),
    widthPx: integer('width_px'),
    heightPx: integer('height_px'),
    hasAudio: integer('has_audio', { mode: 'boolean' }).notNull(),
  },
  (table) => [uniqueIndex('tracks_by_recording').on(table.recordingId, table.position)],
);

export const transcriptSegments = sqliteTable(
  'transcript_segments',
  {
    recordingId: recordingId(),
    position: integer('position').notNull(),
    startMs: integer('start_ms').notNull(),
    endMs: integer('end_ms').notNull(),
    text: text('text').notNull(),
    speaker: text('speaker'),
    /** How sure the model was, 0 to 1; null when no model wrote it. */
    confidence01: real('confidence01'),
  },
  (table) => [primaryKey({ columns: [table.recordingId, table.position] })],
);

export const uiEvents = sqliteTable(
  'ui_events',
  {
    recordingId: recordingId(),
    position: integer('position').notNull(),
    atMs: integer('at_ms').notNull(),
    kind: text('kind').notNull(),
    app: text('app').notNull(),
    title: text('title').notNull(),
    count: integer('count'),
  },
  (table) => [primaryKey({ columns: [table.recordingId, table.position] })],
);

/** A picture of the screen where it changed, with the text read from it. */
export const frames = sqliteTable(
  'frames',
  {
    recordingId: recordingId(),
    atMs: integer('at_ms').notNull(),
    path: text('path').notNull(),
    sha256: text('sha256').notNull(),
    widthPx: integer('width_px').notNull(),
    heightPx: integer('height_px').notNull(),
    text: text('text'),
    /** Each word with its box in pixels of the picture. */
    words: json('words'),
  },
  (table) => [primaryKey({ columns: [table.recordingId, table.atMs] }), isJson('frames', 'words')],
);

/** A document somebody added, to the process or to one recording of it; `parentId` is the mail it was attached to. */
export const artifacts = sqliteTable(
  'artifacts',
  {
    id: text('id').primaryKey(),
    processId: processId(),
    recordingId: text('recording_id').references(() => recordings.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    path: text('path').notNull(),
    mimeType: text('mime_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    parentId: text('parent_id').references((): AnySQLiteColumn => artifacts.id, { onDelete: 'cascade' }),
    title: text('title'),
    warnings: json('warnings').notNull().default([]),
  },
  (table) => [
    index('artifacts_by_process').on(table.processId),
    index('artifacts_by_recording').on(table.recordingId),
    index('artifacts_by_parent').on(table.parentId),
    isJson('artifacts', 'warnings'),
  ],
);

/** The text of a document, page by page; `name` is that of a sheet. */
export const artifactPages = sqliteTable(
  'artifact_pages',
  {
    artifactId: text('artifact_id')
      .notNull()
      .references(() => artifacts.id, { onDelete: 'cascade' }),
    page: integer('page').notNull(),
    name: text('name'),
    text: text('text').notNull(),
  },
  (table) => [primaryKey({ columns: [table.artifactId, table.page] })],
);
