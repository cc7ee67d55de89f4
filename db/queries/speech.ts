// In: where somebody speaks in a recording, and what was written down of it. Out: the same, stored.
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { SpeechSpan } from '../../src/domain/ingest.ts';
import type { WrittenSpeech } from '../../src/needs/store.ts';
import type { MirrorDatabase } from '../database.ts';
import { damaged } from '../inspect.ts';
import { insertRows } from '../rows.ts';
import { recordingStages, speechSpans } from '../schema/ingest.ts';
import { recordings, transcriptSegments } from '../schema/recordings.ts';

/** In place of those that were found before. */
export function saveSpans(db: MirrorDatabase, recordingId: RecordingId, spans: readonly SpeechSpan[]): void {
  db.write(() => {
    db.orm.delete(speechSpans).where(eq(speechSpans.recordingId, recordingId)).run();
    insertRows(
      db,
      speechSpans,
      spans.map(({ startMs, endMs }, position) => ({ recordingId, position, startMs, endMs })),
    );
  });
}

/** In order of time. @throws workspace/damaged when a row is no span */
export function listSpans(db: MirrorDatabase, id: RecordingId): SpeechSpan[] {
  const rows = db.orm.select().from(speechSpans).where(eq(speechSpans.recordingId, id));
  return rows
    .orderBy(asc(speechSpans.position))
    .all()
    .map(({ position, startMs, endMs }) => {
      if (startMs < 0 || endMs < startMs) throw damaged(db.file, `table speech_spans, row ${position}`);
      return { startMs, endMs };
    });
}

/**
 * In place of the words the recording had, which is marked for its steps to be found anew: until they are, what quotes
 * the old words cites nothing. On the disk when this returns.
 */
export function saveTranscript(db: MirrorDatabase, recordingId: RecordingId, written: WrittenSpeech): void {
  const { segments, by: transcriptBy, language } = written;
  db.writeDurably(() => {
    db.orm.delete(transcriptSegments).where(eq(transcriptSegments.recordingId, recordingId)).run();
    insertRows(
      db,
      transcriptSegments,
      segments.map(({ index, speaker = null, confidence01 = null, ...rest }) => ({
        ...rest,
        recordingId,
        position: index,
        speaker,
        confidence01,
      })),
    );
    const changes = { transcriptBy, state: 'ingesting', problem: null, ...(language !== undefined && { language }) };
    db.orm.update(recordings).set(changes).where(eq(recordings.id, recordingId)).run();
  });
}

/** The words stay; the stages that find and write them down are as if they had never been. */
export function forgetWriter(db: MirrorDatabase, recordingId: RecordingId): void {
  db.writeDurably(() => {
    const stages = inArray(recordingStages.stage, ['speech', 'transcribe']);
    db.orm
      .delete(recordingStages)
      .where(and(eq(recordingStages.recordingId, recordingId), stages))
      .run();
    db.orm.update(recordings).set({ transcriptBy: null }).where(eq(recordings.id, recordingId)).run();
  });
}
