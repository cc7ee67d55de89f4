// The recorder through the API, on real files: what is acknowledged is there, once, whatever happens in between.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestCore, createTestFolder, TEST_TIME_MS } from '../testing.ts';
import { makeSamples, request, samples, screen, send, windows } from './testing.ts';

const HOUR_MS = 3_600_000;

const event = (t: number, title: string): Buffer => Buffer.from(`${JSON.stringify({ t, app: 'Atlas', title })}\n`);

test('it records only when a frame and a second of sound have come, and says at the end what it has', async () => {
  const core = await createTestCore();
  const { recordingId, phase } = await core.client.recorder.start(request(samples, windows));
  const half = makeSamples(0).subarray(0, 16_000);
  const phases = [phase];
  phases.push((await send(core, recordingId, samples, { chunk: 0, data: half, clockMs: 500 })).phase);
  phases.push((await send(core, recordingId, samples, { chunk: 1, data: half, clockMs: 1000 })).phase);
  expect(phases).toEqual(['preflight', 'armed', 'recording']);
  await send(core, recordingId, windows, { chunk: 0, data: event(0.5, 'Order 4711') });
  await core.client.recorder.mark({ recordingId, mark: { atMs: 700, kind: 'decision', note: 'over 200 euros' } });

  const receipt = await core.client.recorder.stop({ recordingId });
  const [track] = core.host.store.listTracks(recordingId);
  const quiet = { gaps: [], driftMs: 0, pieces: 1 };
  expect(receipt).toEqual({
    recordingId,
    processId: core.host.store.findProcessByName('Refunds')!.id,
    intent: request().intent,
    phase: 'verified',
    startedAtMs: TEST_TIME_MS,
    timeZone: 'Europe/Vienna',
    durationMs: 1000,
    tracks: [
      { ...quiet, name: 'narration', kind: 'microphone', recordedMs: 1000, sizeBytes: 32_044, sha256: [track!.sha256] },
      { ...quiet, name: 'events', kind: 'events', recordedMs: 500, sizeBytes: 45, sha256: [expect.any(String)] },
    ],
    marks: [{ atMs: 700, kind: 'decision', note: 'over 200 euros' }],
    frames: 0,
    exclusions: [],
    unreadable: [],
    words: 'recorded 1 s',
  });
  expect(await core.client.recorder.receipt({ recordingId })).toEqual(receipt);
  expect(await core.client.recorder.stop({ recordingId })).toEqual(receipt);
  expect(core.host.store.listEvents(recordingId)).toEqual([
    { index: 0, atMs: 500, kind: 'window', app: 'Atlas', title: 'Order 4711' },
    { index: 1, atMs: 700, kind: 'mark', app: 'Mirror', title: 'decision: over 200 euros' },
  ]);
  expect(readdirSync(core.host.workspace.live)).toEqual([]);
});

test('a second recording is refused while one runs, and is as good as the first one after it', async () => {
  const core = await createTestCore();
  const seconds: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    const { recordingId } = await core.client.recorder.start(request(samples));
    await expect(core.client.recorder.start(request(samples))).rejects.toMatchObject({
      data: { code: 'recorder/busy' },
    });
    for (let chunk = 0; chunk < 3; chunk += 1)
      await send(core, recordingId, samples, { chunk, data: makeSamples(chunk) });
    seconds.push((await core.client.recorder.stop({ recordingId })).durationMs);
  }
  expect(seconds).toEqual([3000, 3000]);
});

test('a chunk sent twice is there once, and one that comes too early is asked for again', async () => {
  const core = await createTestCore();
  const { recordingId } = await core.client.recorder.start(request(samples));
  await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  const again = await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  expect(again.nextChunk).toBe(1);
  await expect(send(core, recordingId, samples, { chunk: 2, data: makeSamples(2) })).rejects.toMatchObject({
    data: { code: 'recorder/chunk-missing', hint: 'Send chunk 1 and those after it again.' },
  });
  await send(core, recordingId, samples, { chunk: 1, data: makeSamples(1) });
  const { durationMs } = await core.client.recorder.stop({ recordingId });
  expect(durationMs).toBe(2000);
});

test('chunks sent at once are written in their order', async () => {
  const core = await createTestCore();
  const { recordingId } = await core.client.recorder.start(request(samples));
  const all = Array.from({ length: 20 }, (_, chunk) =>
    send(core, recordingId, samples, { chunk, data: makeSamples(chunk) }),
  );
  await Promise.all(all);
  await core.client.recorder.stop({ recordingId });
  const [track] = core.host.store.listTracks(recordingId);
  expect(track).toMatchObject({ sizeBytes: 20 * 32_000 + 44, durationMs: 20_000 });
});

test('a recorder goes on after the core was restarted, and nothing is lost or doubled', async () => {
  const folder = join(createTestFolder(), 'workspace');
  const first = await createTestCore(folder);
  const { recordingId } = await first.client.recorder.start(request(samples, windows));
  for (let chunk = 0; chunk < 3; chunk += 1)
    await send(first, recordingId, samples, { chunk, data: makeSamples(chunk) });
  await first.close();
  // What was on its way when it went down.
  writeFileSync(join(folder, 'live', recordingId, 'narration-0001.wav.part'), 'half a chunk', { flag: 'a' });

  const second = await createTestCore(folder, { recorder: { graceMs: HOUR_MS } });
  await second.recorder.settled();
  expect(await second.client.recorder.health({})).toEqual({ running: null, recovered: [] });
  await expect(second.client.recorder.start(request(samples))).rejects.toMatchObject({
    data: { code: 'recorder/returning' },
  });
  const { running } = await second.client.recorder.health({ recordingId });
  expect(running).toMatchObject({
    phase: 'recording',
    tracks: [{ nextChunk: 3, piece: 1, units: 48_000 }, { nextChunk: 0 }],
  });
  for (let chunk = 2; chunk < 5; chunk += 1)
    await send(second, recordingId, samples, { chunk, data: makeSamples(chunk) });
  const receipt = await second.client.recorder.stop({ recordingId });
  expect(receipt).toMatchObject({ phase: 'verified', durationMs: 5000, words: 'recorded 5 s' });
  expect(second.host.store.listTracks(recordingId)).toMatchObject([{ sizeBytes: 5 * 32_000 + 44 }]);
});

test('a recording nobody comes back to is saved when its time is over, and says so', async () => {
  const folder = join(createTestFolder(), 'workspace');
  const first = await createTestCore(folder);
  const { recordingId } = await first.client.recorder.start(request(samples));
  for (let chunk = 0; chunk < 4; chunk += 1)
    await send(first, recordingId, samples, { chunk, data: makeSamples(chunk) });
  await first.close();
  const second = await createTestCore(folder, { recorder: { graceMs: 0 } });
  await second.recorder.settled();
  const { recovered } = await second.client.recorder.health({});
  expect(recovered).toMatchObject([{ recordingId, durationMs: 4000, words: 'recovered 4 s, at most 1.0 s lost' }]);
  await expect(send(second, recordingId, samples, { chunk: 4, data: makeSamples(4) })).rejects.toMatchObject({
    data: { code: 'recorder/none' },
  });
  await second.close();
  const third = await createTestCore(folder, { recorder: { graceMs: 0 } });
  await third.recorder.settled();
  expect((await third.client.recorder.health({})).recovered).toEqual([]);
  expect(await third.client.recorder.receipt({ recordingId })).toEqual(recovered[0]);
});

test('what cannot be read stays, and the rest is saved', async () => {
  const folder = join(createTestFolder(), 'workspace');
  const first = await createTestCore(folder);
  const { recordingId } = await first.client.recorder.start(request(screen, samples));
  const head = Buffer.from(
    '1a45dfa3a34286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff',
    'hex',
  );
  await send(first, recordingId, screen, { chunk: 0, data: head });
  await send(first, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  await first.close();
  for (let start = 0; start < 2; start += 1) {
    const core = await createTestCore(folder, { recorder: { graceMs: 0 } });
    await core.recorder.settled();
    expect((await core.client.recorder.receipt({ recordingId })).unreadable).toEqual(['screen-0001.webm.part']);
    expect(readdirSync(join(folder, 'live', recordingId))).toEqual(['screen-0001.webm.part']);
    await core.close();
  }
});

test('a recording stopped before anything came leaves nothing behind', async () => {
  const core = await createTestCore();
  const { recordingId } = await core.client.recorder.start(request(samples));
  expect(await core.client.recorder.stop({ recordingId })).toMatchObject({ durationMs: 0, words: 'recorded 0 s' });
  expect([readdirSync(core.host.workspace.live), core.host.store.listProcesses()]).toEqual([[], []]);
});

test('bytes of another kind and files out of turn are refused in words', async () => {
  const core = await createTestCore();
  const { recordingId } = await core.client.recorder.start(request(screen, samples, windows));
  const refusals = [
    send(core, recordingId, screen, { chunk: 0, data: Buffer.from('no video at all') }),
    send(core, recordingId, windows, { chunk: 0, data: Buffer.from('{"t":1}\n') }),
    send(core, recordingId, windows, { chunk: 0, data: Buffer.from('{"t":1') }),
    send(core, recordingId, samples, { chunk: 0, data: makeSamples(0), piece: 3 }),
  ];
  const titles = (await Promise.allSettled(refusals)).map((each) =>
    each.status === 'rejected' ? (each.reason as { data: { title: string } }).data.title : 'taken',
  );
  expect(titles).toEqual([
    'screen: this is no WebM',
    'events: "{"t":1}" is no event',
    'events: the last event breaks off',
    'narration: file 3 cannot follow file 0',
  ]);
  await expect(send(core, recordingId, samples, { chunk: 0, data: Buffer.alloc(9 << 20) })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

test('a track that falls silent is named, and a clock that is set back changes nothing', async () => {
  let monotonicMs = 0;
  const core = await createTestCore(undefined, { recorder: { monotonicMs: () => monotonicMs } });
  const { recordingId } = await core.client.recorder.start(request(samples, { ...samples, name: 'second' }));
  const other = { ...samples, name: 'second' };
  for (const track of [samples, other]) await send(core, recordingId, track, { chunk: 0, data: makeSamples(0) });
  monotonicMs = 6000;
  const { degraded } = await send(core, recordingId, samples, { chunk: 1, data: makeSamples(1) });
  expect(degraded).toEqual(['second']);
  // A chunk that brings no samples is no sign of life.
  expect((await send(core, recordingId, other, { chunk: 1, data: new Uint8Array(0) })).degraded).toEqual(['second']);
  expect((await send(core, recordingId, other, { chunk: 2, data: makeSamples(1) })).degraded).toEqual([]);
});

test('when the disk is nearly full it stops by itself with everything kept', async () => {
  let freeBytes = 10e9;
  const core = await createTestCore(undefined, { recorder: { freeBytes: async () => freeBytes } });
  const { recordingId, budget } = await core.client.recorder.start(request(samples));
  expect(budget.words).toBe('about 28 h left');
  await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  freeBytes = 257 * 1024 * 1024;
  const { stopped } = await send(core, recordingId, samples, { chunk: 1, data: makeSamples(1) });
  expect(stopped).toBe('the disk is nearly full');
  const problem = { data: { code: 'recorder/disk-nearly-full', title: 'The disk is nearly full: 269 MB are free' } };
  await expect(send(core, recordingId, samples, { chunk: 2, data: makeSamples(2) })).rejects.toMatchObject(problem);
  expect(await core.client.recorder.stop({ recordingId })).toMatchObject({ phase: 'verified', durationMs: 2000 });
  await expect(core.client.recorder.start(request(samples))).rejects.toMatchObject(problem);
});

test('a folder that is no recording is left alone', async () => {
  const folder = join(createTestFolder(), 'workspace');
  const first = await createTestCore(folder);
  mkdirSync(join(folder, 'live', 'recording-unplanned'));
  writeFileSync(join(folder, 'live', 'recording-unplanned', 'screen-0001.webm.part'), 'something');
  await first.close();
  const core = await createTestCore(folder, { recorder: { graceMs: 0 } });
  await core.recorder.settled();
  expect(readdirSync(join(folder, 'live', 'recording-unplanned'))).toEqual(['screen-0001.webm.part']);
});
