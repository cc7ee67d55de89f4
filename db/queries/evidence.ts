// In: a recording's id. Out: what was said in it, what its windows showed, and the pictures of them, in order.
import { and, asc, eq } from 'drizzle-orm';
import { Frame, type Segment, type UiEvent, UiEventKind } from '../../src/domain/evidence.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { MirrorDatabase } from '../database.ts';
import { damaged } from '../inspect.ts';
import { parseRow } from '../rows.ts';
import { frames, transcriptSegments, uiEvents } from '../schema/recordings.ts';

// A recording may have a hundred thousand rows, and STRICT tables have seen to the types of their columns: here only
// what a column's type does not say is checked, in plain comparisons.

/** @throws workspace/damaged when a row is no segment */
export function listSegments(db: MirrorDatabase, id: RecordingId): Segment[] {
  const ofRecording = db.orm.select().from(transcriptSegments).where(eq(transcriptSegments.recordingId, id));
  const rows = ofRecording.orderBy(asc(transcriptSegments.position)).all();
  return rows.map((row) => toSegment(db, row));
}

/** One segment by its place in the transcript. */
export function findSegment(db: MirrorDatabase, id: RecordingId, index: number): Segment | undefined {
  const isIt = and(eq(transcriptSegments.recordingId, id), eq(transcriptSegments.position, index));
  const row = db.orm.select().from(transcriptSegments).where(isIt).get();
  return row && toSegment(db, row);
}

/** @throws workspace/damaged when a row is no event */
export function listEvents(db: MirrorDatabase, id: RecordingId): UiEvent[] {
  const ofRecording = db.orm.select().from(uiEvents).where(eq(uiEvents.recordingId, id));
  const rows = ofRecording.orderBy(asc(uiEvents.position)).all();
  return rows.map((row) => toEvent(db, row));
}

/** One event by its place in the recording. */
export function findEvent(db: MirrorDatabase, id: RecordingId, index: number): UiEvent | undefined {
  const isIt = and(eq(uiEvents.recordingId, id), eq(uiEvents.position, index));
  const row = db.orm.select().from(uiEvents).where(isIt).get();
  return row && toEvent(db, row);
}

/** @throws workspace/damaged when a row is no frame */
export function listFrames(db: MirrorDatabase, id: RecordingId): Frame[] {
  const rows = db.orm.select().from(frames).where(eq(frames.recordingId, id)).orderBy(asc(frames.atMs)).all();
  return rows.map((row) => toFrame(db, row));
}

/** The picture of exactly this time. */
export function findFrame(db: MirrorDatabase, id: RecordingId, atMs: number): Frame | undefined {
  const isIt = and(eq(frames.recordingId, id), eq(frames.atMs, atMs));
  const row = db.orm.select().from(frames).where(isIt).get();
  return row && toFrame(db, row);
}

function toSegment(
  db: MirrorDatabase,
  { position: index, startMs, endMs, text, speaker, confidence01 }: typeof transcriptSegments.$inferSelect,
): Segment {
  if (index < 0 || startMs < 0 || endMs < 0) throw damaged(db.file, `table transcript_segments, row ${index}`);
  return {
    index,
    startMs,
    endMs,
    text,
    ...(speaker === null ? {} : { speaker }),
    ...(confidence01 === null ? {} : { confidence01 }),
  };
}

function toEvent(
  db: MirrorDatabase,
  { position: index, atMs, kind, app, title, count }: typeof uiEvents.$inferSelect,
): UiEvent {
  if (index < 0 || atMs < 0 || !isKind(kind) || (count ?? 1) < 1)
    throw damaged(db.file, `table ui_events, row ${index}`);
  return count === null ? { index, atMs, kind, app, title } : { index, atMs, kind, app, title, count };
}

const toFrame = (db: MirrorDatabase, { words, ...row }: typeof frames.$inferSelect): Frame =>
  parseRow(Frame, words === null ? row : { ...row, words }, { db, table: 'frames' });

const isKind = (kind: string): kind is UiEventKind => Object.hasOwn(UiEventKind.enum, kind);
