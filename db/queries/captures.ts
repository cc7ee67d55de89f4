// In: files of recordings in the making, and receipts. Out: the same, stored.
import { and, asc, eq } from 'drizzle-orm';
import { Piece, Receipt } from '../../src/domain/capture.ts';
import type { Frame } from '../../src/domain/evidence.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { RecordingDraft } from '../../src/needs/store.ts';
import type { MirrorDatabase } from '../database.ts';
import { insertRows, parseRow } from '../rows.ts';
import { pieces, receipts } from '../schema/captures.ts';
import { frames } from '../schema/recordings.ts';
import { saveRecording } from './recordings.ts';

/** One file of a track, whole: on the disk when this returns. Saving it again replaces it. */
export function savePiece(db: MirrorDatabase, piece: Piece): void {
  const { recordingId, track, number } = piece;
  const same = and(eq(pieces.recordingId, recordingId), eq(pieces.track, track), eq(pieces.number, number));
  db.writeDurably(() => {
    db.orm.delete(pieces).where(same).run();
    db.orm.insert(pieces).values(piece).run();
  });
}

/** By track, in the order they were recorded in. */
export function listPieces(db: MirrorDatabase, id: RecordingId): Piece[] {
  const ofRecording = db.orm.select().from(pieces).where(eq(pieces.recordingId, id));
  const rows = ofRecording.orderBy(asc(pieces.track), asc(pieces.number)).all();
  return rows.map((row) => parseRow(Piece, row, { db, table: 'pieces' }));
}

export interface MadeRecording {
  readonly receipt: Receipt;
  readonly frames: readonly Frame[];
}

/** The recording with its tracks, its evidence and its receipt, in place of its pieces: all of it or nothing. */
export function saveCaptured(
  db: MirrorDatabase,
  draft: RecordingDraft,
  { receipt, frames: pictures }: MadeRecording,
): void {
  const { id } = draft.recording;
  db.writeDurably(() => {
    saveRecording(db, draft);
    insertRows(
      db,
      frames,
      pictures.map(({ words = null, ...frame }) => ({ ...frame, words, recordingId: id })),
    );
    db.orm.delete(pieces).where(eq(pieces.recordingId, id)).run();
    db.orm
      .insert(receipts)
      .values({ recordingId: id, body: receipt })
      .onConflictDoUpdate({ target: receipts.recordingId, set: { body: receipt } })
      .run();
  });
}

/** Of a recording that was thrown away. */
export function forgetPieces(db: MirrorDatabase, id: RecordingId): void {
  db.writeDurably(() => db.orm.delete(pieces).where(eq(pieces.recordingId, id)).run());
}

/** What was said at the end of a recording; undefined for one that was taken in from a file. */
export function findReceipt(db: MirrorDatabase, id: RecordingId): Receipt | undefined {
  const row = db.orm.select().from(receipts).where(eq(receipts.recordingId, id)).get();
  return row && parseRow(Receipt, row.body, { db, table: 'receipts' });
}
