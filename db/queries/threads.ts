// In: questions with their answers, in threads. Out: the same, stored as they are over, searched and read back.
import { asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { ChatTurn, Thread, type ThreadId, ThreadSummary } from '../../src/domain/chat.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import { foldWords } from '../../src/lib/fold-words.ts';
import type { MirrorDatabase } from '../database.ts';
import { parseRow } from '../rows.ts';
import { threads, turns } from '../schema/chat.ts';
import { artifacts } from '../schema/recordings.ts';

/** The newest first; with `text` those alone that have each of its words, or a word it is part of, in a question or an answer. */
export function listThreads(db: MirrorDatabase, processId: ProcessId, text: string): ThreadSummary[] {
  const has = foldWords(text).map(
    ({ word }) =>
      sql`EXISTS (SELECT 1 FROM ${turns} WHERE ${turns.threadId} = ${threads.id} AND instr(${turns.folded}, ${word}) > 0)`,
  );
  const ofProcess = sql.join([eq(threads.processId, processId), ...has], sql` AND `);
  const rows = summaries(db).where(ofProcess).orderBy(desc(changed), desc(threads.id)).all();
  return rows.map((row) => parseRow(ThreadSummary, row, { db, table: 'threads' }));
}

/** With all its turns, the oldest first. */
export function findThread(db: MirrorDatabase, id: ThreadId): Thread | undefined {
  const row = summaries(db).where(eq(threads.id, id)).get();
  if (row === undefined) return undefined;
  const all = db.orm.select().from(turns).where(eq(turns.threadId, id)).orderBy(asc(turns.position)).all();
  return parseRow(Thread, { ...row, all: all.map((turn) => toTurn(db, turn)) }, { db, table: 'threads' });
}

/** Adds the turn at the end of its thread, which begins with it where it is new; or puts it in the place of the one with its id. */
export function saveTurn(
  db: MirrorDatabase,
  thread: { readonly id: ThreadId; readonly processId: ProcessId },
  { id, askedMs, question, answer }: ChatTurn,
): void {
  const words = foldWords(`${question} ${answer.answer}`);
  const folded = words.map(({ word }) => word).join(' ');
  const row = { askedAtMs: askedMs, question, answer, folded };
  const next = sql<number>`(SELECT coalesce(max(${turns.position}) + 1, 0) FROM ${turns} WHERE ${turns.threadId} = ${thread.id})`;
  db.writeDurably(() => {
    db.orm.insert(threads).values(thread).onConflictDoNothing().run();
    db.orm
      .insert(turns)
      .values({ id, threadId: thread.id, position: next, ...row })
      .onConflictDoUpdate({ target: turns.id, set: row })
      .run();
  });
}

/** With its turns. */
export function removeThread(db: MirrorDatabase, id: ThreadId): void {
  db.writeDurably(() => db.orm.delete(threads).where(eq(threads.id, id)).run());
}

/**
 * For when a recording, a log or a document is removed: no answer that quotes it, or what was attached to it, may stay
 * behind. Call it within that transaction, before the row goes.
 */
export function dropTurnsQuoting(db: MirrorDatabase, removed: string): void {
  const quotes = [removed, ...listAttached(db, removed)].map(
    (id) => sql`instr(${turns.answer}, ${JSON.stringify(id)}) > 0`,
  );
  const { changes } = db.orm
    .delete(turns)
    .where(or(...quotes))
    .run();
  if (changes === 0) return;
  const kept = db.orm.selectDistinct({ id: turns.threadId }).from(turns);
  db.orm.delete(threads).where(sql`${threads.id} NOT IN ${kept}`).run();
}

/** Documents of a recording, and what was attached to a mail, however deep. */
function listAttached(db: MirrorDatabase, id: string): string[] {
  const found: string[] = [];
  for (let parents = [id]; parents.length > 0; ) {
    const under = or(inArray(artifacts.parentId, parents), inArray(artifacts.recordingId, parents));
    const children = db.orm.select({ id: artifacts.id }).from(artifacts).where(under).all();
    parents = children.map((child) => child.id).filter((child) => !found.includes(child));
    found.push(...parents);
  }
  return found;
}

const changed = sql<number>`max(${turns.askedAtMs})`;

const summaries = (db: MirrorDatabase) =>
  db.orm
    .select({
      id: threads.id,
      processId: threads.processId,
      title: sql<string>`(SELECT first.question FROM turns AS first WHERE first.thread_id = ${threads.id} ORDER BY first.position LIMIT 1)`,
      turns: sql<number>`count(*)`,
      changedMs: changed,
    })
    .from(threads)
    .innerJoin(turns, eq(turns.threadId, threads.id))
    .groupBy(threads.id)
    .$dynamic();

const toTurn = (db: MirrorDatabase, { askedAtMs, ...row }: typeof turns.$inferSelect): ChatTurn =>
  parseRow(ChatTurn, { ...row, askedMs: askedAtMs }, { db, table: 'turns' });
