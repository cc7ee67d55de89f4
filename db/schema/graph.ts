// The process graph and its findings. Derived: a row of `graphs` takes all that hangs on it along when it is deleted.
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { grounds, isJson, json } from './columns.ts';
import { processes } from './recordings.ts';

/** `body`: the rest of the graph (cycle time, starts, ends, variants, …). `notes`: definitions and exclusions. */
export const graphs = sqliteTable(
  'graphs',
  {
    processId: text('process_id')
      .primaryKey()
      .references(() => processes.id, { onDelete: 'cascade' }),
    cases: integer('cases').notNull(),
    events: integer('events').notNull(),
    recordings: integer('recordings').notNull(),
    body: json('body').notNull(),
    notes: json('notes').notNull(),
  },
  () => [isJson('graphs', 'body'), isJson('graphs', 'notes')],
);

const partColumns = () => ({
  processId: text('process_id')
    .notNull()
    .references(() => graphs.processId, { onDelete: 'cascade' }),
  id: text('id').notNull(),
  position: integer('position').notNull(),
  ...grounds(),
  body: json('body').notNull(),
});

export const activities = sqliteTable(
  'activities',
  {
    ...partColumns(),
    label: text('label').notNull(),
    count: integer('count').notNull(),
    cases: integer('cases').notNull(),
    reworkCases: integer('rework_cases').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.processId, table.id] }),
    uniqueIndex('activities_by_label').on(table.processId, table.label),
    isJson('activities', 'evidence'),
    isJson('activities', 'body'),
  ],
);

export const transitions = sqliteTable(
  'transitions',
  {
    ...partColumns(),
    sourceId: text('source_id').notNull(),
    targetId: text('target_id').notNull(),
    count: integer('count').notNull(),
    handoffs: integer('handoffs').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.processId, table.id] }),
    foreignKey({
      name: 'transitions_source',
      columns: [table.processId, table.sourceId],
      foreignColumns: [activities.processId, activities.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'transitions_target',
      columns: [table.processId, table.targetId],
      foreignColumns: [activities.processId, activities.id],
    }).onDelete('cascade'),
    index('transitions_by_source').on(table.processId, table.sourceId),
    index('transitions_by_target').on(table.processId, table.targetId),
    isJson('transitions', 'evidence'),
    isJson('transitions', 'body'),
  ],
);

/** `kind` is the list of `Insights` it stands in; a finding's own kind, where it has one, is in `body`. */
export const findings = sqliteTable(
  'findings',
  {
    ...partColumns(),
    kind: text('kind').notNull(),
    label: text('label').notNull(),
    status: text('status').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.processId, table.id] }),
    uniqueIndex('findings_by_kind').on(table.processId, table.kind, table.position),
    isJson('findings', 'evidence'),
    isJson('findings', 'body'),
  ],
);
