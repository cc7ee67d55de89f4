// What is made of a recording's sound and pictures: how far each stage has come, and the spans in which somebody speaks.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson, json } from './columns.ts';
import { recordings } from './recordings.ts';

const recordingId = () =>
  text('recording_id')
    .notNull()
    .references(() => recordings.id, { onDelete: 'cascade' });

/** One row for each stage that was ever planned for the recording; `done` is written with what the stage made. */
export const recordingStages = sqliteTable(
  'recording_stages',
  {
    recordingId: recordingId(),
    stage: text('stage').notNull(),
    state: text('state').notNull(),
    /** Of what it works on; with `madeBy` it says whether the result still stands. */
    inputHash: text('input_hash').notNull(),
    /** The tool or the model that makes it, with its version. */
    madeBy: text('made_by').notNull(),
    /** Tries that failed. */
    attempts: integer('attempts').notNull(),
    leaseUntilMs: integer('lease_until_ms'),
    progress: json('progress'),
    problem: text('problem'),
    counts: json('counts').notNull(),
    warnings: json('warnings').notNull(),
    startedAtMs: integer('started_at_ms'),
    endedAtMs: integer('ended_at_ms'),
  },
  (table) => [
    primaryKey({ columns: [table.recordingId, table.stage] }),
    isJson('recording_stages', 'progress'),
    isJson('recording_stages', 'counts'),
    isJson('recording_stages', 'warnings'),
  ],
);

export const speechSpans = sqliteTable(
  'speech_spans',
  {
    recordingId: recordingId(),
    position: integer('position').notNull(),
    startMs: integer('start_ms').notNull(),
    endMs: integer('end_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.recordingId, table.position] })],
);
