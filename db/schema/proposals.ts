// What agents would have corrected; nothing of it is in force until a person accepts it, as a correction of their own.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson, json } from './columns.ts';
import { processes } from './recordings.ts';

export const proposals = sqliteTable(
  'proposals',
  {
    id: text('id').primaryKey(),
    processId: text('process_id')
      .notNull()
      .references(() => processes.id, { onDelete: 'cascade' }),
    atMs: integer('at_ms').notNull(),
    agent: text('agent').notNull(),
    why: text('why').notNull(),
    command: json('command').notNull(),
    state: text('state').notNull(),
    decidedMs: integer('decided_ms'),
  },
  (table) => [index('proposals_by_process').on(table.processId, table.atMs), isJson('proposals', 'command')],
);
