// In: pictures of recordings, and what was read on them. Out: the same, stored.
import { and, asc, eq, sql } from 'drizzle-orm';
import { Frame } from '../../src/domain/evidence.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { Picture, ReadFrame } from '../../src/needs/store.ts';
import type { MirrorDatabase } from '../database.ts';
import { insertRows, parseRow } from '../rows.ts';
import { frames } from '../schema/recordings.ts';

/** In order of time. */
export function listPictures(db: MirrorDatabase, id: RecordingId): Picture[] {
  const { atMs, path, sha256, widthPx, heightPx, text } = frames;
  const fields = { atMs, path, sha256, widthPx, heightPx, isRead: sql<number>`${text} IS NOT NULL` };
  const ofRecording = db.orm.select(fields).from(frames).where(eq(frames.recordingId, id));
  const rows = ofRecording.orderBy(asc(atMs)).all();
  return rows.map(({ isRead, ...row }) => ({
    ...parseRow(PictureRow, row, { db, table: 'frames' }),
    isRead: isRead === 1,
  }));
}

const PictureRow = Frame.omit({ text: true, words: true });

/** In place of all pictures of the recording. */
export function saveFrames(db: MirrorDatabase, id: RecordingId, pictures: readonly Frame[]): void {
  db.writeDurably(() => {
    db.orm.delete(frames).where(eq(frames.recordingId, id)).run();
    insertRows(
      db,
      frames,
      pictures.map(({ words = null, ...frame }) => ({ ...frame, words, recordingId: id })),
    );
  });
}

/** Text and words of those pictures; a time at which there is no picture changes nothing. */
export function saveScreens(db: MirrorDatabase, id: RecordingId, screens: readonly ReadFrame[]): void {
  db.writeDurably(() => {
    for (const { atMs, text, words } of screens)
      db.orm
        .update(frames)
        .set({ text, words })
        .where(and(eq(frames.recordingId, id), eq(frames.atMs, atMs)))
        .run();
  });
}
