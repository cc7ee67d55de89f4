// In: texts that can be found, with their vectors. Out: the same, stored; found again by db/search-reader.ts.
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { ArtifactId, RecordingId } from '../../src/domain/ids.ts';
import type { SearchSource, VectorEntry } from '../../src/needs/store.ts';
import type { MirrorDatabase } from '../database.ts';
import { searchEntries } from '../schema/search.ts';

/** Puts the entries in the place of those the source had, under new ids. */
export function saveSearchEntries(
  db: MirrorDatabase,
  source: SearchSource,
  { entries, model }: { readonly entries: readonly VectorEntry[]; readonly model: string },
): void {
  const addVector = db.sqlite.prepare('INSERT INTO search_vectors (entry_id, model, vector) VALUES (?, ?, ?)');
  const addEntry = db.sqlite.prepare(
    `INSERT INTO search_entries (process_id, kind, recording_id, artifact_id, position, start_ms, end_ms, text)
     VALUES (@processId, @kind, @recordingId, @artifactId, @position, @startMs, @endMs, @text)`,
  );
  db.write(() => {
    removeSearchEntries(db, source);
    for (const { vector, ...entry } of entries) {
      const { lastInsertRowid } = addEntry.run(entry);
      addVector.run(lastInsertRowid, model, toBytes(vector));
    }
  });
}

/** Of a source whose text has changed. */
export function removeSearchEntries(db: MirrorDatabase, source: SearchSource): void {
  const isOfIt =
    'artifactId' in source
      ? eq(searchEntries.artifactId, source.artifactId)
      : eq(searchEntries.recordingId, source.recordingId);
  db.orm.delete(searchEntries).where(isOfIt).run();
}

/** Documents that have no entries made by this model, and recordings with words that have none at all. */
export function listUnsearchable(db: MirrorDatabase, model: string): SearchSource[] {
  const documents = db.sqlite
    .prepare(
      `SELECT id FROM artifacts AS a
       WHERE NOT EXISTS (
         SELECT 1 FROM search_entries AS e JOIN search_vectors AS v ON v.entry_id = e.id
         WHERE e.artifact_id = a.id AND v.model = ?
       ) ORDER BY created_at_ms, id`,
    )
    .pluck()
    .all(model);
  const recordings = db.sqlite
    .prepare(
      `SELECT id FROM recordings AS r
       WHERE (EXISTS (SELECT 1 FROM transcript_segments WHERE recording_id = r.id)
         OR EXISTS (SELECT 1 FROM ui_events WHERE recording_id = r.id AND kind IN ('window', 'mark')))
       AND NOT EXISTS (SELECT 1 FROM search_entries WHERE recording_id = r.id)
       ORDER BY created_at_ms, id`,
    )
    .pluck()
    .all();
  return [
    ...z
      .array(RecordingId)
      .parse(recordings)
      .map((recordingId) => ({ recordingId })),
    ...z
      .array(ArtifactId)
      .parse(documents)
      .map((artifactId) => ({ artifactId })),
  ];
}

// Little-endian, as every machine is that Mirror runs on.
const toBytes = ({ buffer, byteOffset, byteLength }: Float32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
