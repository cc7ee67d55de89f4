// What one recording tells. Derived: a row of `extractions` takes all that hangs on it along when it is deleted.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { grounds, isJson, json } from './columns.ts';
import { recordings } from './recordings.ts';

/** A row says that the recording's steps have been extracted, even if there were none. */
export const extractions = sqliteTable(
  'extractions',
  {
    recordingId: text('recording_id')
      .primaryKey()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    warnings: json('warnings').notNull(),
  },
  () => [isJson('extractions', 'warnings')],
);

/** `position` is the place in the extraction's list; `foundBy` names the rule or voters. */
const elementColumns = () => ({
  id: text('id').primaryKey(),
  recordingId: text('recording_id')
    .notNull()
    .references(() => extractions.recordingId, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
  startMs: integer('start_ms').notNull(),
  endMs: integer('end_ms').notNull(),
  foundBy: text('found_by').notNull(),
  ...grounds(),
});

export const steps = sqliteTable(
  'steps',
  {
    ...elementColumns(),
    label: text('label').notNull(),
    verb: text('verb').notNull(),
    object: text('object').notNull(),
    actor: text('actor'),
    system: text('system'),
    artifact: text('artifact'),
    /** `order` and `when` of the domain, which are words of SQL. */
    stepOrder: integer('step_order').notNull(),
    doneWhen: text('done_when').notNull(),
  },
  (table) => [
    uniqueIndex('steps_by_recording').on(table.recordingId, table.position),
    index('steps_by_label').on(table.label),
    isJson('steps', 'evidence'),
  ],
);

/**
 * Handoffs, waits, decisions, exceptions, judgements, rework and transfers as told. What several kinds have is a column
 * (a decision's question is its label), null where a kind has no such thing; `body` holds the rest. Not generated
 * columns: drizzle-kit's rebuild of a table tries to copy those, and SQLite refuses.
 */
export const elements = sqliteTable(
  'elements',
  {
    ...elementColumns(),
    kind: text('kind').notNull(),
    label: text('label'),
    fromName: text('from_name'),
    toName: text('to_name'),
    duration: text('duration'),
    cause: text('cause'),
    body: json('body').notNull(),
  },
  (table) => [
    uniqueIndex('elements_by_recording').on(table.recordingId, table.kind, table.position),
    isJson('elements', 'evidence'),
    isJson('elements', 'body'),
  ],
);
