// Real files of each kind through the real child process; ffmpeg is the measure where it is there.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { ProcessId, RecordingId, TrackId } from '../../domain/ids.ts';
import type { Recording } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Core } from '../core.ts';
import { OUTSIDE } from '../files/create-files.ts';
import { hasFfmpeg } from '../recorder/testing.ts';
import { createTestCore, createTestFolder, TEST_TIME_MS } from '../testing.ts';
import { createFfmpegFinder } from './find-ffmpeg.ts';
import { dropSound, followSound, readSamples, type Sound } from './sound.ts';
import { writeWave } from './testing.ts';

const SAMPLE = join(import.meta.dirname, '../../../samples/customer-onboarding/planning.webm');
const FFMPEG = process.env['MIRROR_FFMPEG'] || 'ffmpeg';

/** A recording with one track of sound, its file in the workspace. */
function keep(core: Core, file: string, durationMs: number): Recording {
  const processId = ProcessId.parse('process-sound');
  const recording: Recording = {
    id: RecordingId.parse(`recording-${basename(file)}`),
    processId,
    title: basename(file),
    actor: null,
    role: null,
    language: 'en',
    durationMs,
    state: 'ready',
    problem: null,
    startedAtMs: null,
    timeZone: null,
    createdAtMs: TEST_TIME_MS,
  };
  const path = `media/${basename(file)}`;
  writeFileSync(core.host.workspace.file(path), readFileSync(file));
  const { size: sizeBytes } = statSync(file);
  const [widthPx, heightPx, mimeType] = [null, null, 'audio/any'];
  const sha256 = Buffer.from(basename(file)).toString('hex').padEnd(64, '0').slice(0, 64);
  const id = TrackId.parse(`track-${basename(file)}`);
  const track = { id, kind: 'microphone' as const, path, mimeType, sizeBytes, sha256, durationMs, widthPx, heightPx };
  core.host.store.saveProcess({
    id: processId,
    name: 'Sound',
    owner: null,
    description: null,
    createdAtMs: TEST_TIME_MS,
  });
  core.host.store.saveRecording({ recording, tracks: [{ ...track, hasAudio: true }], segments: [], events: [] });
  return recording;
}

async function hear(core: Core, recording: Recording, signal = new AbortController().signal) {
  const told: Progress[] = [];
  const work = followSound(core.host, recording, signal);
  for (;;) {
    const step = await work.next();
    if (step.done) return { sound: step.value, told };
    told.push(step.value);
  }
}

/** How alike two sounds are, 1 for the same: their correlation. */
function compare(a: Float32Array, b: Float32Array): number {
  let [both, ofA, ofB] = [0, 0, 0];
  for (const [at, sample] of a.entries()) {
    both += sample * b[at]!;
    ofA += sample * sample;
    ofB += b[at]! * b[at]!;
  }
  return both / Math.sqrt(ofA * ofB);
}

const tone = (hz: number, rate: number, seconds: number): Float32Array =>
  Float32Array.from({ length: rate * seconds }, (_, at) => 0.5 * Math.sin((2 * Math.PI * hz * at) / rate));

const loudest = (samples: Float32Array): number => samples.reduce((most, each) => Math.max(most, Math.abs(each)), 0);

test('a WAV as the recorder writes it is used as it is, wherever its samples begin', async () => {
  const core = await createTestCore();
  const file = writeWave(createTestFolder(), { channels: [tone(440, 16_000, 2)], rate: 16_000, note: 'a comment' });
  const { sound, told } = await hear(core, keep(core, file, 2000));
  expect([told, sound.file, sound.durationMs]).toEqual([[], core.host.workspace.file('media/sound.wav'), 2000]);
  const wanted = tone(440, 16_000, 2).slice(16_000, 16_800);
  const got = await readSamples(sound, 1000, 1050);
  expect([got.length, Math.max(...got.map((each, at) => Math.abs(each - wanted[at]!))) < 1e-4]).toEqual([800, true]);
  expect(await readSamples(sound, 1999, 2001)).toEqual(
    Float32Array.from([...(await readSamples(sound, 1999, 2000)), ...new Float32Array(16)]),
  );
});

test('any other WAV is brought to 16 kHz and one channel, in every way samples are written', async () => {
  const core = await createTestCore();
  const left = tone(500, 44_100, 1);
  const wanted = tone(500, 16_000, 1);
  const alike: unknown[] = [];
  for (const encoding of ['u8', 's16', 's24', 's32', 'f32', 'f64'] as const) {
    const channels = [left, left.map((each) => each * 0.5)];
    const file = writeWave(createTestFolder(), { channels, rate: 44_100, encoding, name: `${encoding}.wav` });
    const { sound } = await hear(core, keep(core, file, 1000));
    const samples = await readSamples(sound, 0, 1000);
    const level = loudest(samples.slice(1000, 15_000));
    alike.push([encoding, compare(samples, wanted) > 0.999, Math.round(level * 100)]);
  }
  expect(alike).toEqual(
    ['u8', 's16', 's24', 's32', 'f32', 'f64'].map((encoding) => [encoding, true, expect.closeTo(38, -0.5)]),
  );
});

test('sound in WebM is decoded with no ffmpeg, once, and can be dropped', async () => {
  const core = await createTestCore();
  const host = { ...core.host, ffmpeg: { find: async () => undefined } };
  const recording = keep(core, SAMPLE, 60_000);
  const work = followSound(host, recording, new AbortController().signal);
  const told: number[] = [];
  let step = await work.next();
  for (; !step.done; step = await work.next()) told.push(step.value.done);
  const sound: Sound = step.value;
  expect([told, sound.durationMs]).toEqual([[0, 60], 60_000]);
  expect((await hear(core, recording)).told).toEqual([]);
  await dropSound(core.host, recording);
  expect((await hear(core, recording)).told).not.toEqual([]);
});

test.skipIf(!hasFfmpeg)(
  'our own decoding of Opus sounds as that of ffmpeg, and every moment stands at its time',
  async () => {
    const core = await createTestCore();
    const { sound } = await hear(core, keep(core, SAMPLE, 60_000));
    const raw = join(createTestFolder(), 'ffmpeg.pcm');
    execFileSync(FFMPEG, ['-v', 'error', '-i', SAMPLE, '-vn', '-ac', '1', '-ar', '16000', '-f', 's16le', raw]);
    const other: Sound = { files: OUTSIDE, file: raw, firstByte: 0, durationMs: 60_000 };
    const alike = await Promise.all(
      [0, 10_000, 30_000, 55_000].map(async (at) =>
        compare(await readSamples(sound, at, at + 4000), await readSamples(other, at, at + 4000)),
      ),
    );
    expect(Math.min(...alike)).toBeGreaterThan(0.97);
  },
);

test.skipIf(!hasFfmpeg)('a hole in the time of a track is silence, and what follows is in its place', async () => {
  const core = await createTestCore();
  const folder = createTestFolder();
  const file = join(folder, 'hole.webm');
  const filter = "aselect='not(between(t,2,5))'";
  const made = ['-f', 'lavfi', '-i', 'sine=f=440:r=48000', '-t', '8', '-af', filter, '-c:a', 'libopus'];
  execFileSync(FFMPEG, ['-v', 'error', ...made, '-fps_mode', 'passthrough', file]);
  const { sound } = await hear(core, keep(core, file, 8000));
  const levels = await Promise.all(
    [500, 3000, 4500, 5500, 7000].map(async (at) => loudest(await readSamples(sound, at, at + 400)) > 0.01),
  );
  expect(levels).toEqual([true, false, false, true, true]);
});

test.skipIf(!hasFfmpeg)('what only ffmpeg reads is read by it, and without one it is said how to get it', async () => {
  const core = await createTestCore();
  const file = join(createTestFolder(), 'told.m4a');
  execFileSync(FFMPEG, ['-v', 'error', '-f', 'lavfi', '-i', 'sine=f=440', '-t', '3', '-c:a', 'aac', file]);
  const recording = keep(core, file, 3000);
  const none = { ...core.host, ffmpeg: { find: async () => undefined } };
  await expect(followSound(none, recording, new AbortController().signal).next()).rejects.toThrow(
    'told.m4a: its sound (aac) can only be read with ffmpeg, which is not on this machine. Install ffmpeg, or set MIRROR_FFMPEG to it, and try again.',
  );
  const { sound } = await hear(core, recording);
  const heard = await readSamples(sound, 1000, 2000);
  expect(compare(heard, await readSamples(sound, 1000, 2000))).toBeCloseTo(1);
  expect([Math.round(sound.durationMs / 100), loudest(heard) > 0.05]).toEqual([30, true]);
});

test('a file that is cut off or no sound at all is one clear line', async () => {
  const core = await createTestCore();
  const file = join(createTestFolder(), 'noise.webm');
  writeFileSync(file, Buffer.alloc(5000, 7));
  await expect(hear(core, keep(core, file, 1000))).rejects.toThrow(/^noise\.webm: /);
});

test('aborting ends the child at once and leaves nothing half-made in its place', async () => {
  const core = await createTestCore();
  const recording = keep(core, SAMPLE, 60_000);
  const stop = new AbortController();
  const work = followSound(core.host, recording, stop.signal);
  await work.next();
  const next = work.next();
  stop.abort(new Error('stopped'));
  await expect(next).rejects.toThrow('stopped');
  expect((await hear(core, recording)).told.map(({ done }) => done)).toEqual([0, 60]);
});

test('an ffmpeg that somebody names must run; otherwise the one of the package or of the system is found', async () => {
  const named = createFfmpegFinder({ MIRROR_FFMPEG: '/nowhere/ffmpeg' });
  await expect(named.find()).rejects.toThrow('MIRROR_FFMPEG names "/nowhere/ffmpeg", which does not run.');
  const bundled = createFfmpegFinder({}, async () => process.execPath);
  expect((await bundled.find())?.command).toBe(hasFfmpeg && FFMPEG === 'ffmpeg' ? 'ffmpeg' : undefined);
});
