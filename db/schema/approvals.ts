// Graphs that people signed off, and when they withdrew one. Append-only: a row is never changed.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson, json } from './columns.ts';
import { processes } from './recordings.ts';

/** `measured`: the graph as it was approved, with its evidence. `scope`: what it was drawn from, in words. */
export const approvals = sqliteTable(
  'approvals',
  {
    id: text('id').primaryKey(),
    processId: text('process_id')
      .notNull()
      .references(() => processes.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    atMs: integer('at_ms').notNull(),
    scope: text('scope').notNull(),
    measured: json('measured').notNull(),
  },
  (table) => [index('approvals_by_process').on(table.processId, table.atMs), isJson('approvals', 'measured')],
);

export const withdrawals = sqliteTable('withdrawals', {
  approvalId: text('approval_id')
    .primaryKey()
    .references(() => approvals.id, { onDelete: 'cascade' }),
  atMs: integer('at_ms').notNull(),
});
