// In: what people corrected. Out: the same, added at the end of the log and read back in order. No entry is ever changed.
import { asc, eq, or, sql } from 'drizzle-orm';
import { Correction } from '../../src/domain/correction.ts';
import type { CorrectionId, ProcessId, RecordingId } from '../../src/domain/ids.ts';
import type { MirrorDatabase } from '../database.ts';
import { asRecord, insertRows, parseRow } from '../rows.ts';
import { corrections } from '../schema/corrections.ts';

/** Adds one entry; it is on the disk when this returns, because nobody could make it again. */
export function appendCorrection(db: MirrorDatabase, correction: Correction): void {
  const { anchors, command, atMs, ...rest } = correction;
  const row = { ...rest, createdAtMs: atMs, command: { ...command, anchors }, undoneBy: null };
  db.writeDurably(() => insertRows(db, corrections, [row]));
}

/** The whole log of a process, oldest first. */
export function listCorrections(db: MirrorDatabase, processId: ProcessId): Correction[] {
  const ofProcess = db.orm.select().from(corrections).where(eq(corrections.processId, processId));
  return ofProcess
    .orderBy(asc(corrections.createdAtMs), asc(corrections.id))
    .all()
    .map((row) => fromRow(db, row));
}

/** One entry, whether or not it is in force. */
export function findCorrection(db: MirrorDatabase, id: CorrectionId): Correction | undefined {
  const row = db.orm.select().from(corrections).where(eq(corrections.id, id)).get();
  return row && fromRow(db, row);
}

/** For when a recording is removed: nothing that quotes it may stay behind. Call it within that transaction. */
export function dropCorrectionsQuoting(db: MirrorDatabase, recordingId: RecordingId): void {
  const quotes = sql`EXISTS (SELECT 1 FROM json_each(${corrections.command}, '$.anchors') AS anchor
    WHERE anchor.value ->> '$.ref.recordingId' = ${recordingId})`;
  db.orm
    .delete(corrections)
    .where(or(eq(corrections.recordingId, recordingId), quotes))
    .run();
}

function fromRow(db: MirrorDatabase, { command, createdAtMs, ...rest }: typeof corrections.$inferSelect): Correction {
  const body = asRecord(command);
  const anchors = 'anchors' in body ? body.anchors : undefined;
  return parseRow(Correction, { ...rest, atMs: createdAtMs, command, anchors }, { db, table: 'corrections' });
}
