// Conversations about processes, the models that write in them, and what those have cost.
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { isJson, json } from './columns.ts';
import { processes } from './recordings.ts';

/** Called by its first question. One without turns is never kept. */
export const threads = sqliteTable(
  'threads',
  {
    id: text('id').primaryKey(),
    processId: text('process_id')
      .notNull()
      .references(() => processes.id, { onDelete: 'cascade' }),
  },
  (table) => [index('threads_by_process').on(table.processId)],
);

/**
 * `folded`: the words of question and answer without capitals and accents, for the search. It reads all turns of a process
 * instead of keeping an index: even ten thousand are few megabytes, parts of words are found as well, and no second
 * index has to be kept in step or cleared of what was removed.
 */
export const turns = sqliteTable(
  'turns',
  {
    id: text('id').primaryKey(),
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    askedAtMs: integer('asked_at_ms').notNull(),
    question: text('question').notNull(),
    answer: json('answer').notNull(),
    folded: text('folded').notNull(),
  },
  (table) => [uniqueIndex('turns_by_thread').on(table.threadId, table.position), isJson('turns', 'answer')],
);

/** Models that can be asked. Their keys are never here. */
export const writers = sqliteTable('writers', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  dialect: text('dialect').notNull(),
  url: text('url').notNull(),
  model: text('model').notNull(),
  strength: text('strength').notNull(),
  /** US dollars for a million tokens; both or neither. */
  inputUsd: real('input_usd'),
  outputUsd: real('output_usd'),
  contextTokens: integer('context_tokens'),
  callsTools: integer('calls_tools', { mode: 'boolean' }),
});

/** What requests to models have cost, whether or not their answer was kept: a budget counts what was spent. */
export const writerCosts = sqliteTable(
  'writer_costs',
  {
    id: integer('id').primaryKey(),
    atMs: integer('at_ms').notNull(),
    writerId: text('writer_id').notNull(),
    usd: real('usd').notNull(),
  },
  (table) => [index('writer_costs_by_time').on(table.atMs)],
);
