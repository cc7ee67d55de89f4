// Holes in a recording: a pause, a sleep, and what comes late. Each moment stands at its time, and the receipt says why.
import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTestCore, createTestFolder } from '../testing.ts';
import {
  cutByTime,
  hasFfmpeg,
  makeHoledFilm,
  makeSamples,
  makeWebm,
  readMedia,
  request,
  samples,
  screen,
  send,
  voice,
} from './testing.ts';

test.skipIf(!hasFfmpeg)('after a pause a new file begins; in the track each moment stands at its time', async () => {
  const core = await createTestCore();
  const made = createTestFolder();
  const pictures = cutByTime(makeWebm(made, 4));
  const sounds = cutByTime(makeWebm(made, 4, 'audio')).slice(0, 4);
  const { recordingId } = await core.client.recorder.start(request(screen, voice, samples));
  const record = async (piece: number, fromMs: number): Promise<void> => {
    for (let at = 0; at < 4; at += 1) {
      const same = { chunk: (piece - 1) * 4 + at, piece, clockMs: fromMs + (at + 1) * 1000, cause: 'pause' as const };
      await send(core, recordingId, screen, { ...same, data: pictures[at]! });
      await send(core, recordingId, voice, { ...same, data: sounds[at]! });
      await send(core, recordingId, samples, { ...same, data: makeSamples(at) });
    }
  };
  await record(1, 0);
  expect((await core.client.recorder.pause({ recordingId, clockMs: 4000 })).phase).toBe('paused');
  expect((await core.client.recorder.resume({ recordingId, clockMs: 9000 })).phase).toBe('recording');
  const late = send(core, recordingId, samples, { chunk: 4, data: makeSamples(4), clockMs: 9500 });
  await expect(late).rejects.toMatchObject({ data: { title: 'narration: file 1 is closed; begin file 2' } });
  await record(2, 9000);
  const receipt = await core.client.recorder.stop({ recordingId });
  expect(receipt.tracks.map(({ pieces, gaps }) => ({ pieces, gaps: gaps.map(({ cause }) => cause) }))).toEqual(
    Array.from({ length: 3 }, () => ({ pieces: 2, gaps: ['pause'] })),
  );
  for (const track of core.host.store.listTracks(recordingId)) {
    const file = core.host.workspace.file(track.path);
    const { endMs, saidMs } = await readMedia(file);
    expect(Math.abs(endMs - 13_000)).toBeLessThan(300);
    expect(Math.abs(saidMs! - 13_000)).toBeLessThan(300);
    expect(statSync(file).size).toBe(track.sizeBytes);
  }
});

test('a chunk from before a pause that comes after it stands where it belongs', async () => {
  const core = await createTestCore();
  const { recordingId } = await core.client.recorder.start(request(samples));
  await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  await core.client.recorder.pause({ recordingId, clockMs: 2000 });
  await core.client.recorder.resume({ recordingId, clockMs: 5000 });
  await send(core, recordingId, samples, { chunk: 1, data: makeSamples(1) });
  await send(core, recordingId, samples, { chunk: 2, piece: 2, clockMs: 6000, cause: 'pause', data: makeSamples(2) });
  const { durationMs, tracks } = await core.client.recorder.stop({ recordingId });
  expect([durationMs, tracks[0]!.gaps]).toEqual([6000, [{ startMs: 2000, endMs: 5000, cause: 'pause' }]]);
});

test('a pause is told as a pause, though a track takes it for a hole of its clock', async () => {
  const core = await createTestCore();
  const { recordingId } = await core.client.recorder.start(request(samples));
  await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  await core.client.recorder.pause({ recordingId, clockMs: 1100 });
  await core.client.recorder.resume({ recordingId, clockMs: 6700 });
  await send(core, recordingId, samples, { chunk: 1, piece: 2, clockMs: 8000, cause: 'length', data: makeSamples(1) });
  const { durationMs, tracks } = await core.client.recorder.stop({ recordingId });
  expect([durationMs, tracks[0]!.gaps]).toEqual([8000, [{ startMs: 1000, endMs: 7000, cause: 'pause' }]]);
});

test.skipIf(!hasFfmpeg)('a film whose pictures stop while its voice goes on says so', async () => {
  const core = await createTestCore();
  const { recordingId } = await core.client.recorder.start(request(screen));
  // Without the rest of a packet of sound that ffmpeg adds.
  const chunks = cutByTime(makeHoledFilm(createTestFolder(), 14, { fromS: 3, toS: 12 })).slice(0, 14);
  for (const [chunk, data] of chunks.entries()) await send(core, recordingId, screen, { chunk, data });
  const [film] = (await core.client.recorder.stop({ recordingId })).tracks;
  // The last picture comes at 2.8 s and the next one at 12.2 s: in between lie nine chunks of sound alone.
  expect(film!.gaps).toEqual([{ startMs: 3000, endMs: 12_000, cause: 'display' }]);
  expect(Math.abs(film!.recordedMs - 5000)).toBeLessThan(300);
});

test('a machine that slept is asked for a new file, and the receipt says how long it slept', async () => {
  const core = await createTestCore();
  const { recordingId } = await core.client.recorder.start(request(samples));
  const SLEPT_MS = 100_000;
  const rotates: boolean[] = [];
  const record = async (chunk: number, piece: number, clockMs: number): Promise<void> => {
    const { rotate } = await send(core, recordingId, samples, {
      chunk,
      piece,
      clockMs,
      data: makeSamples(chunk),
      cause: 'length',
    });
    rotates.push(rotate);
  };
  await record(0, 1, 1000);
  await record(1, 1, 2000);
  // The chunk that was being filled when it fell asleep.
  await record(2, 1, SLEPT_MS);
  await record(3, 2, SLEPT_MS + 1000);
  expect(rotates).toEqual([false, false, true, false]);
  const { durationMs, tracks } = await core.client.recorder.stop({ recordingId });
  expect([durationMs, tracks[0]!.gaps]).toEqual([
    SLEPT_MS + 1000,
    [{ startMs: 3000, endMs: SLEPT_MS, cause: 'sleep' }],
  ]);
});
