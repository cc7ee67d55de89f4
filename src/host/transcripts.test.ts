import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silence, tone } from '../../models/testing/made-sound.ts';
import { toWave } from '../../models/wave.ts';
import { textsOf, TONES } from '../../models/testing/tiny-whisper-words.ts';
import type { Segment } from '../domain/evidence.ts';
import type { Recording } from '../domain/process.ts';
import type { Core } from './core.ts';
import { installMade } from './engines/testing/made-models.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from './testing.ts';

test('what a person puts right is stored as theirs, and the steps follow', async () => {
  const core = await createTestCore();
  const recording = await takeIn(core, writeTranscript(createTestFolder()));
  const before = core.host.store.listSegments(recording.id);
  const now = [{ startMs: 1000, endMs: 4000, text: 'First I print the delivery note in Atlas.' }];
  const seen = waitFor(core, () => labelsOf(core, recording).includes('print delivery note'));
  const { undo } = await core.client.transcript.edit({
    recordingId: recording.id,
    edit: { at: 0, was: [before[0]!.text], now },
  });
  expect(core.host.store.listSegments(recording.id)).toEqual([{ index: 0, ...now[0] }, ...before.slice(1)]);
  expect(core.host.store.findRecording(recording.id)?.transcriptBy).toBe('person');
  await seen;
  expect(labelsOf(core, recording)).not.toContain('open return request');
  const back = waitFor(core, () => labelsOf(core, recording).includes('open return request'));
  await core.client.transcript.edit({ recordingId: recording.id, edit: undo });
  expect(core.host.store.listSegments(recording.id)).toEqual(before);
  await back;
});

test('what the rules take out of an edit never reaches the disk, and is taken back as it stands there', async () => {
  const core = await createTestCore();
  const recording = await takeIn(core, writeTranscript(createTestFolder()));
  const before = core.host.store.listSegments(recording.id);
  const now = [{ startMs: 1000, endMs: 4000, text: 'First I write to noor.haddad@example.com.' }];
  const edit = { at: 0, was: [before[0]!.text], now };
  const { undo } = await core.client.transcript.edit({ recordingId: recording.id, edit });
  expect(core.host.store.listSegments(recording.id)[0]?.text).toBe('First I write to [e-mail].');
  await core.client.transcript.edit({ recordingId: recording.id, edit: undo });
  expect(core.host.store.listSegments(recording.id)).toEqual(before);
});

test('an edit of words that are others now changes nothing', async () => {
  const core = await createTestCore();
  const recording = await takeIn(core, writeTranscript(createTestFolder()));
  const before = core.host.store.listSegments(recording.id);
  const now = [{ startMs: 1000, endMs: 4000, text: 'First I wait.' }];
  const edit = (was: string, at = 0, startMs = 1000) =>
    core.client.transcript.edit({
      recordingId: recording.id,
      edit: { at, was: at < before.length ? [was] : [], now: [{ ...now[0]!, startMs, endMs: startMs + 1 }] },
    });
  await expect(edit('First I open it.')).rejects.toMatchObject({
    code: 'PROBLEM',
    data: { code: 'transcript/changed' },
  });
  await expect(edit('', before.length, 10 ** 8)).rejects.toMatchObject({ data: { code: 'transcript/unfit' } });
  expect(core.host.store.listSegments(recording.id)).toEqual(before);
  expect(core.host.store.findRecording(recording.id)?.transcriptBy).toBe('file');
});

test('no model overwrites what a person wrote, unless that person asks for it', async () => {
  const core = await createTestCore();
  await installMade(core, 'tiny-whisper');
  const file = join(createTestFolder(), 'spoken.wav');
  writeFileSync(file, toWave(new Float32Array([...silence(1), ...tone(TONES.handover, 3), ...silence(1)])));
  const recording = await takeIn(core, file);
  const heard = core.host.store.listSegments(recording.id);
  expect(heard.map(({ text }) => text)).toEqual(textsOf('handover'));
  const { startMs, endMs } = heard[0]!;
  const edit = { at: 0, was: textsOf('handover'), now: [{ startMs, endMs, text: 'I send it to Nora in accounting.' }] };
  await core.client.transcript.edit({ recordingId: recording.id, edit });
  for await (const _ of core.host.ingest.follow(core.host, recording.id, undefined)) continue;
  expect(said(core, recording)).toEqual(['I send it to Nora in accounting.']);
  const anew = waitFor(core, () => said(core, recording)[0] === textsOf('handover')[0]);
  await core.client.transcript.writeAnew({ recordingId: recording.id });
  await anew;
  expect(core.host.store.listSegments(recording.id)).toEqual(heard);
});

test('without a sound or a model nothing can be written anew, and the words stay', async () => {
  const core = await createTestCore();
  const recording = await takeIn(core, writeTranscript(createTestFolder()));
  await expect(core.client.transcript.writeAnew({ recordingId: recording.id })).rejects.toMatchObject({
    data: { code: 'media/no-sound' },
  });
  expect(core.host.store.findRecording(recording.id)?.transcriptBy).toBe('file');
});

async function takeIn(core: Core, file: string): Promise<Recording> {
  const source = { kind: 'recording' as const, file, ...(file.endsWith('.vtt') && { transcript: file }) };
  const { process } = await finish(await core.client.process.takeIn({ process: 'Refunds', sources: [source] }));
  return core.host.store.listRecordings(process.id)[0]!;
}

const said = ({ host }: Core, { id }: Recording): string[] =>
  host.store.listSegments(id).map(({ text }: Segment) => text);

const labelsOf = ({ host }: Core, { id, processId }: Recording): string[] =>
  host.store
    .listNarrated(processId)
    .filter(({ recording }) => recording.id === id)
    .flatMap(({ extraction }) => extraction.steps.map(({ label }) => label));

/** Resolves with the first announced change after which it is so. */
async function waitFor(core: Core, isSo: () => boolean): Promise<void> {
  const stop = new AbortController();
  try {
    for await (const _ of await core.client.app.watch(undefined, { signal: stop.signal })) if (isSo()) return;
  } finally {
    stop.abort();
  }
}
