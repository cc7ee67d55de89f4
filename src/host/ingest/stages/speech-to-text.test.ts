// The whole way of speech, with models of our own run by the real libraries: from a file to words, steps and a graph.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { expect, test } from 'vitest';
import { join as joinSounds, mix, noise, silence, tone } from '../../../../models/testing/made-sound.ts';
import { toWave } from '../../../../models/wave.ts';
import { textsOf, TONES } from '../../../../models/testing/tiny-whisper-words.ts';
import type { Recording } from '../../../domain/process.ts';
import { readTranscript } from '../../../ingest/read-transcript.ts';
import { SAMPLES_PER_SECOND } from '../../../needs/transcriber.ts';
import type { Core } from '../../core.ts';
import { installMade } from '../../engines/testing/made-models.ts';
import { createTestCore, createTestFolder, finish } from '../../testing.ts';

test('speech becomes words with times, then steps: silence, noise and what nobody said do not', async () => {
  const core = await createTestCore();
  const model = await installMade(core, 'tiny-whisper');
  const { recording, warnings } = await takeIn(
    core,
    joinSounds(
      silence(2),
      tone(TONES.invoice, 3),
      silence(3),
      noise(4),
      silence(2),
      tone(TONES.handover, 3),
      silence(1),
    ),
  );
  const { store } = core.host;
  const [first, second] = textsOf('invoice');
  const [third] = textsOf('handover');
  const segments = store.listSegments(recording.id);
  expect(segments.map(({ text }) => text)).toEqual([first, second, third]);
  expect(segments.map(({ startMs, endMs }) => [startMs, endMs].map((ms) => Math.round(ms / 100)))).toEqual([
    [18, 30],
    [32, 44],
    [140, 162],
  ]);
  expect(segments.every(({ confidence01 }) => confidence01 === 0.999)).toBe(true);
  expect(recording).toMatchObject({ language: 'en', state: 'ready' });
  expect(recording.transcriptBy).toMatch(/^model:tiny-whisper@[0-9a-f]{8}$/);
  expect(recording.transcriptBy).toContain(model.files[0]!.sha256!.slice(0, 8));
  expect(stagesOf(core, recording)).toMatchObject({
    speech: { state: 'done', counts: { spans: 2 }, madeBy: 'rule:loudness-1 cut-1' },
    transcribe: { state: 'done', counts: { segments: 3, words: 19 }, madeBy: `${recording.transcriptBy} judge-1` },
  });
  expect(warnings).toEqual([]);
  const steps = store.listNarrated(recording.processId)[0]?.extraction.steps.map(({ label }) => label);
  expect(steps).toEqual(expect.arrayContaining(['open invoice', 'check amount']));
});

test('without a model speech is found by loudness: in a narration of the sample, sentence by sentence', async () => {
  const core = await createTestCore();
  const sample = join(import.meta.dirname, '../../../../samples/customer-onboarding/planning');
  const file = join(createTestFolder(), 'planning.webm');
  copyFileSync(`${sample}.webm`, file);
  const { recording } = await takeInFile(core, file);
  const { segments } = readTranscript(readFileSync(`${sample}.vtt`, 'utf8'), { file: 'planning.vtt' });
  const spans = core.host.store.listSpans(recording.id);
  expect(spans.length).toBe(segments.length);
  const off = spans.map(({ startMs, endMs }, at) =>
    Math.max(Math.abs(startMs - segments[at]!.startMs), Math.abs(endMs - segments[at]!.endMs)),
  );
  expect(Math.max(...off)).toBeLessThanOrEqual(200);
});

test('11 seconds of silence and of noise give no text', async () => {
  const core = await createTestCore();
  await installMade(core, 'tiny-whisper');
  for (const sound of [silence(11), noise(11)]) {
    const { recording } = await takeIn(core, sound, `${sound[1]}`);
    expect(core.host.store.listSegments(recording.id)).toEqual([]);
    expect(stagesOf(core, recording).transcribe).toMatchObject({ state: 'skipped', problem: 'Nobody speaks in it.' });
  }
});

test('what a model makes up all the same is left out, counted and told', async () => {
  const core = await createTestCore();
  await installMade(core, 'tiny-whisper');
  // A detector that takes everything for speech, as one may take a noisy room.
  core.host.speech.detector = () => ({
    madeBy: 'rule:everything',
    detect: async (samples) => [{ startMs: 0, endMs: (samples.length * 1000) / SAMPLES_PER_SECOND }],
  });
  const { recording, warnings } = await takeIn(core, joinSounds(silence(30), noise(30, 0.3), silence(11)));
  expect(core.host.store.listSegments(recording.id)).toEqual([]);
  expect(stagesOf(core, recording).transcribe).toMatchObject({
    state: 'done',
    counts: { segments: 0, words: 0, repeated: 2, noSpeech: 2 },
  });
  expect(warnings.join()).toContain(
    'speech: 4 of 4 sentences the model heard are left out: 2 stand where nobody speaks, 2 said the same again and again',
  );
});

test('the language is guessed once for the whole recording, and kept', async () => {
  const core = await createTestCore();
  await installMade(core, 'tiny-whisper');
  const { recording } = await takeIn(core, joinSounds(tone(TONES.german, 6), silence(3), tone(TONES.handover, 3)));
  expect(recording.language).toBe('de');
  expect(core.host.store.listSegments(recording.id)[0]?.text).toBe('Dann prüfe ich die Rechnung.');
});

test('what the rules take out never reaches the disk', async () => {
  const core = await createTestCore();
  await installMade(core, 'tiny-whisper');
  const { recording } = await takeIn(core, joinSounds(silence(1), tone(TONES.secret, 3), silence(1)));
  expect(core.host.store.listSegments(recording.id).map(({ text }) => text)).toEqual(['Write to [e-mail] now.']);
});

test('without a model the recording is kept, and told what a model would add; with one later, it is written down', async () => {
  const core = await createTestCore();
  const { recording, warnings } = await takeIn(core, joinSounds(silence(1), tone(TONES.handover, 3), silence(1)));
  expect(warnings.join()).toContain('No model of speech is installed');
  expect([recording.state, recording.transcriptBy]).toEqual(['ready', undefined]);
  expect(stagesOf(core, recording)).toMatchObject({ speech: { state: 'done' }, transcribe: { state: 'skipped' } });
  await installMade(core, 'tiny-whisper');
  await workOff(core, recording);
  expect(core.host.store.listSegments(recording.id).map(({ text }) => text)).toEqual(textsOf('handover'));
});

test('another model changes no words that are there, and none is needed to keep them', async () => {
  const core = await createTestCore();
  await installMade(core, 'tiny-whisper');
  const { recording } = await takeIn(core, joinSounds(silence(1), tone(TONES.handover, 3), silence(1)));
  const heard = () => [stagesOf(core, recording).speech, stagesOf(core, recording).transcribe, find(core, recording)];
  const before = heard();
  await installMade(core, 'tiny-silero');
  await core.client.models.remove({ modelId: 'tiny-whisper' });
  await workOff(core, recording);
  expect(heard()).toEqual(before);
});

test('a model that is damaged is refused in one line, and the recording goes on without it', async () => {
  const core = await createTestCore();
  const { id } = await installMade(core, 'tiny-whisper');
  const file = join(core.host.workspace.path, '..', 'models', id, 'onnx', 'encoder_model_quantized.onnx');
  writeFileSync(file, Buffer.alloc(100));
  const { recording, warnings } = await takeIn(core, joinSounds(silence(1), tone(TONES.handover, 3), silence(1)));
  expect([recording.state, recording.transcriptBy]).toEqual(['ready', undefined]);
  expect(stagesOf(core, recording).transcribe).toMatchObject({ state: 'failed', attempts: 1 });
  expect(warnings[0]).toBe(
    'speech: writing down what is said did not work out. The model tiny-whisper is damaged: onnx/encoder_model_quantized.onnx has 100 bytes instead of 1498. Fetch it again with `mirror models pull tiny-whisper`.',
  );
});

test('speech is found by the models of both engines where they are installed', async () => {
  const spans: unknown[] = [];
  for (const name of ['tiny-silero', 'tiny-silero-ggml'] as const) {
    const core = await createTestCore();
    await installMade(core, name);
    const sound = mix(joinSounds(silence(2), tone(300, 3), silence(2)), noise(7, 0.002));
    const { recording } = await takeIn(core, sound);
    spans.push(
      core.host.store
        .listSpans(recording.id)
        .map(({ startMs, endMs }) => [startMs, endMs].map((ms) => Math.round(ms / 250) / 4)),
    );
    expect(stagesOf(core, recording).speech?.madeBy).toContain(name);
  }
  expect(spans).toEqual([[[2, 5]], [[2, 5]]]);
});

/** As `mirror ingest` does with a WAV file of these samples. */
async function takeIn(
  core: Core,
  samples: Float32Array,
  name = 'speech',
): Promise<{ recording: Recording; warnings: readonly string[] }> {
  const file = join(createTestFolder(), `${name}.wav`);
  writeFileSync(file, toWave(samples));
  return takeInFile(core, file);
}

async function takeInFile(core: Core, file: string): Promise<{ recording: Recording; warnings: readonly string[] }> {
  const sources = [{ kind: 'recording' as const, file }];
  const { process, warnings } = await finish(await core.client.process.takeIn({ process: 'Invoices', sources }));
  const recording = core.host.store
    .listRecordings(process.id)
    .find(({ title }) => title === basename(file, extname(file)));
  return { recording: recording!, warnings };
}

const find = ({ host }: Core, { id }: Recording): Recording | undefined => host.store.findRecording(id);

const stagesOf = ({ host }: Core, { id }: Recording) =>
  Object.fromEntries(host.store.listStages(id).map((row) => [row.stage, row]));

async function workOff({ host }: Core, { id }: Recording): Promise<void> {
  for await (const _ of host.ingest.follow(host, id, undefined)) continue;
}
