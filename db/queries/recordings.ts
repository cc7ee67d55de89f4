// In: recordings with their tracks and evidence. Out: the same, stored as one; replaced or removed as one.
import { asc, eq } from 'drizzle-orm';
import { MirrorError } from '../../src/domain/errors.ts';
import type { ProcessId, RecordingId, TrackId } from '../../src/domain/ids.ts';
import { Recording, type RecordingState, Track } from '../../src/domain/process.ts';
import type { RecordingDraft } from '../../src/needs/store.ts';
import type { MirrorDatabase } from '../database.ts';
import { insertRows, parseRow } from '../rows.ts';
import { extractions } from '../schema/extraction.ts';
import { graphs } from '../schema/graph.ts';
import { recordingStages, speechSpans } from '../schema/ingest.ts';
import { frames, recordings, tracks, transcriptSegments, uiEvents } from '../schema/recordings.ts';
import { searchEntries } from '../schema/search.ts';
import { forgetInApprovals } from './approvals.ts';
import { dropCorrectionsQuoting } from './corrections.ts';
import { dropTurnsQuoting } from './threads.ts';

/** Oldest first. */
export function listRecordings(db: MirrorDatabase, processId: ProcessId): Recording[] {
  const ofProcess = db.orm.select().from(recordings).where(eq(recordings.processId, processId));
  const rows = ofProcess.orderBy(asc(recordings.createdAtMs), asc(recordings.id)).all();
  return rows.map((row) => toRecording(db, row));
}

/** The recording with this id. */
export function findRecording(db: MirrorDatabase, id: RecordingId): Recording | undefined {
  const row = db.orm.select().from(recordings).where(eq(recordings.id, id)).get();
  return row && toRecording(db, row);
}

/**
 * Inserts the recording, or replaces it with its tracks and evidence. Replacing drops what was made of it (its stages,
 * its frames, its entries in the search, its extraction) and the graph of its process, which quotes evidence that is
 * gone; corrections and artifacts people added stay.
 */
export function saveRecording(
  db: MirrorDatabase,
  { recording, tracks: media, segments, events }: RecordingDraft,
): void {
  const { id } = recording;
  const row = { ...recording, transcriptBy: recording.transcriptBy ?? (segments.length > 0 ? 'file' : null) };
  db.writeDurably(() => {
    dropGraphQuoting(db, id);
    // Changed in place, not deleted and inserted: deleting it would take corrections along.
    db.orm.insert(recordings).values(row).onConflictDoUpdate({ target: recordings.id, set: row }).run();
    for (const table of [
      extractions,
      frames,
      recordingStages,
      searchEntries,
      speechSpans,
      tracks,
      transcriptSegments,
      uiEvents,
    ]) {
      db.orm.delete(table).where(eq(table.recordingId, id)).run();
    }
    const ofRecording = { recordingId: id };
    insertRows(
      db,
      tracks,
      media.map((track, position) => ({ ...track, ...ofRecording, position })),
    );
    insertRows(
      db,
      transcriptSegments,
      segments.map(({ index, speaker = null, confidence01 = null, ...rest }) => ({
        ...rest,
        ...ofRecording,
        position: index,
        speaker,
        confidence01,
      })),
    );
    insertRows(
      db,
      uiEvents,
      events.map(({ index, count = null, ...rest }) => ({ ...rest, ...ofRecording, position: index, count })),
    );
  });
}

/** @throws recording/missing */
export function setRecordingState(
  db: MirrorDatabase,
  id: RecordingId,
  { state, problem }: { state: RecordingState; problem: string | null },
): void {
  const { changes } = db.write(() =>
    db.orm.update(recordings).set({ state, problem }).where(eq(recordings.id, id)).run(),
  );
  if (changes === 0) throw new MirrorError('recording/missing', { data: { id } });
}

/** Of a recording that is there. */
export function setRecordingTitle(db: MirrorDatabase, id: RecordingId, title: string): void {
  db.writeDurably(() => db.orm.update(recordings).set({ title }).where(eq(recordings.id, id)).run());
}

/** Removes the recording with all that hangs on it or quotes it: the graph of its process, corrections, answers. */
export function removeRecording(db: MirrorDatabase, id: RecordingId): void {
  db.writeDurably(() => {
    dropGraphQuoting(db, id);
    dropCorrectionsQuoting(db, id);
    forgetInApprovals(db, id);
    dropTurnsQuoting(db, id);
    db.orm.delete(recordings).where(eq(recordings.id, id)).run();
  });
}

/** In the order they were saved in. */
export function listTracks(db: MirrorDatabase, id: RecordingId): Track[] {
  const rows = db.orm.select().from(tracks).where(eq(tracks.recordingId, id)).orderBy(asc(tracks.position)).all();
  return rows.map((row) => toTrack(db, row));
}

/** The track with this id. */
export function findTrack(db: MirrorDatabase, id: TrackId): Track | undefined {
  const row = db.orm.select().from(tracks).where(eq(tracks.id, id)).get();
  return row && toTrack(db, row);
}

function dropGraphQuoting(db: MirrorDatabase, id: RecordingId): void {
  const before = db.orm.select().from(recordings).where(eq(recordings.id, id)).get();
  if (before) db.orm.delete(graphs).where(eq(graphs.processId, before.processId)).run();
}

const toRecording = (db: MirrorDatabase, { transcriptBy, ...row }: typeof recordings.$inferSelect): Recording =>
  parseRow(Recording, transcriptBy === null ? row : { ...row, transcriptBy }, { db, table: 'recordings' });

const toTrack = (db: MirrorDatabase, row: unknown): Track => parseRow(Track, row, { db, table: 'tracks' });
