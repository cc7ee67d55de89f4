// In: models that can write answers, and what they cost. Out: the same, stored; keys are kept elsewhere.
import { asc, eq, gte, sql } from 'drizzle-orm';
import { WriterEntry, type WriterId } from '../../src/domain/writer.ts';
import type { WriterCost } from '../../src/needs/store.ts';
import type { MirrorDatabase } from '../database.ts';
import { parseRow } from '../rows.ts';
import { writerCosts, writers } from '../schema/chat.ts';

/** By title. */
export function listWriters(db: MirrorDatabase): WriterEntry[] {
  const rows = db.orm.select().from(writers).orderBy(asc(writers.title), asc(writers.id)).all();
  return rows.map(({ inputUsd, outputUsd, ...row }) => {
    const price = inputUsd === null && outputUsd === null ? null : { input: inputUsd, output: outputUsd };
    return parseRow(WriterEntry, { ...row, price }, { db, table: 'writers' });
  });
}

/** Inserts the writer, or changes the one with its id. */
export function saveWriter(db: MirrorDatabase, { price, ...writer }: WriterEntry): void {
  const row = { ...writer, inputUsd: price?.input ?? null, outputUsd: price?.output ?? null };
  db.writeDurably(() => db.orm.insert(writers).values(row).onConflictDoUpdate({ target: writers.id, set: row }).run());
}

/** What it has cost stays counted. */
export function removeWriter(db: MirrorDatabase, id: WriterId): void {
  db.writeDurably(() => db.orm.delete(writers).where(eq(writers.id, id)).run());
}

/** Adds what a request has cost; it is on the disk when this returns, so that no crash makes a budget larger. */
export function addWriterCost(db: MirrorDatabase, cost: WriterCost): void {
  db.writeDurably(() => db.orm.insert(writerCosts).values(cost).run());
}

/** Of all writers, at or after a time. */
export function spentUsd(db: MirrorDatabase, sinceMs: number): number {
  const sum = db.orm.select({ usd: sql<number>`total(${writerCosts.usd})` }).from(writerCosts);
  return sum.where(gte(writerCosts.atMs, sinceMs)).get()?.usd ?? 0;
}
