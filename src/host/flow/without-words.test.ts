// Recordings that come without a transcript, and those whose transcript comes later, or was written over by a person.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Recording } from '../../domain/process.ts';
import type { Core } from '../core.ts';
import { createTestCore, createTestFolder, finish } from '../testing.ts';

const SAMPLE = join(import.meta.dirname, '../../../samples/customer-onboarding/planning');

/** Takes the film in with the words given, as `mirror ingest` would. */
async function takeIn(core: Core, words?: string): Promise<{ recordings: Recording[]; warnings: readonly string[] }> {
  const folder = createTestFolder();
  const file = join(folder, 'planning.webm');
  const transcript = join(folder, 'planning.vtt');
  copyFileSync(`${SAMPLE}.webm`, file);
  if (words !== undefined) writeFileSync(transcript, `WEBVTT\n\n00:01.000 --> 00:04.000\n${words}\n`);
  const source = { kind: 'recording' as const, file, ...(words !== undefined && { transcript }) };
  const { process, warnings } = await finish(
    await core.client.process.takeIn({ process: 'Planning', sources: [source] }),
  );
  return { recordings: core.host.store.listRecordings(process.id), warnings };
}

const said = ({ host }: Core, { id }: Recording): string[] => host.store.listSegments(id).map(({ text }) => text);

test('a film without a transcript is taken in: its sound is read, and its words may come later', async () => {
  const core = await createTestCore();
  const { recordings } = await takeIn(core);
  expect(recordings).toMatchObject([{ title: 'planning', language: 'und', durationMs: 82_607, state: 'ready' }]);
  const [recording] = recordings;
  const stages = core.host.store
    .listStages(recording!.id)
    .filter(({ stage }) => stage === 'probe' || stage === 'audio');
  expect(stages.map(({ stage, state, counts }) => ({ stage, state, counts }))).toMatchObject([
    { stage: 'probe', state: 'done', counts: { files: 1, withSound: 1, withPicture: 1 } },
    { stage: 'audio', state: 'done', counts: { clippedSeconds: 0 } },
  ]);
  const later = await takeIn(core, 'First I open the order.');
  expect(later.recordings).toEqual([{ ...recording, language: 'en', transcriptBy: 'file' }]);
  expect(said(core, recording!)).toEqual(['First I open the order.']);
});

test('taken in again without its transcript, it keeps the words it has', async () => {
  const core = await createTestCore();
  const before = await takeIn(core, 'First I open the order.');
  const after = await takeIn(core);
  expect(after.recordings).toEqual(before.recordings);
  expect(after.warnings).toEqual([
    'planning.webm: already in this process; it was read again in its place, and nothing was added',
  ]);
  expect(said(core, before.recordings[0]!)).toEqual(['First I open the order.']);
});

test('what a person wrote over a transcript stays when its file is taken in again', async () => {
  const core = await createTestCore();
  const { recordings } = await takeIn(core, 'First I open the odor.');
  const [recording] = recordings;
  const segments = [{ index: 0, startMs: 1000, endMs: 4000, text: 'First I open the order.' }];
  const tracks = core.host.store.listTracks(recording!.id);
  core.host.store.saveRecording({ recording: { ...recording!, transcriptBy: 'person' }, tracks, segments, events: [] });
  const again = await takeIn(core, 'First I open the odor.');
  expect(again.recordings).toMatchObject([{ id: recording!.id, transcriptBy: 'person' }]);
  expect(said(core, recording!)).toEqual(['First I open the order.']);
});
