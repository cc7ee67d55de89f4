// In: how far a recording's stages have come. Out: the same, stored.
import { eq, inArray } from 'drizzle-orm';
import type { RecordingId } from '../../src/domain/ids.ts';
import { RecordingStage, StageName, type StageState } from '../../src/domain/ingest.ts';
import type { MirrorDatabase } from '../database.ts';
import { parseRow } from '../rows.ts';
import { recordingStages } from '../schema/ingest.ts';

/** Inserts the row, or changes that of the same recording and stage. */
export function saveStage(db: MirrorDatabase, row: RecordingStage): void {
  const target = [recordingStages.recordingId, recordingStages.stage];
  db.write(() => db.orm.insert(recordingStages).values(row).onConflictDoUpdate({ target, set: row }).run());
}

/** Those that have a row, in the order in which they are worked off. */
export function listStages(db: MirrorDatabase, id: RecordingId): RecordingStage[] {
  const rows = db.orm.select().from(recordingStages).where(eq(recordingStages.recordingId, id)).all();
  return inOrder(rows.map((row) => toStage(db, row)));
}

/** Of all recordings, those in one of the states. */
export function listStagesIn(db: MirrorDatabase, states: readonly StageState[]): RecordingStage[] {
  const rows = db.orm
    .select()
    .from(recordingStages)
    .where(inArray(recordingStages.state, [...states]));
  return inOrder(rows.all().map((row) => toStage(db, row)));
}

const inOrder = (rows: readonly RecordingStage[]): RecordingStage[] =>
  rows.toSorted((a, b) => StageName.options.indexOf(a.stage) - StageName.options.indexOf(b.stage));

const toStage = (db: MirrorDatabase, row: unknown): RecordingStage =>
  parseRow(RecordingStage, row, { db, table: 'recording_stages' });
