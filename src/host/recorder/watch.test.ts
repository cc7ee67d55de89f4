// What windows are told of a recording: before it, while it runs, and when its own window is gone.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_EXCLUSIONS } from '../../capture/default-exclusions.ts';
import type { RecorderState } from '../../domain/capture.ts';
import { createTestCore, createTestFolder } from '../testing.ts';
import { createFakeWindows, windowOf } from './fixtures/fake-windows.ts';
import { makeSamples, request, samples, screen, send, untilState } from './testing.ts';

test('before a recording: how much fits, what is watched and not recorded, and who recorded last', async () => {
  const folder = join(createTestFolder(), 'workspace');
  const options = { recorder: { freeBytes: async () => 10e9 } };
  const core = await createTestCore(folder, options);
  expect(await core.client.recorder.prepare()).toEqual({
    budget: expect.objectContaining({ words: 'about 28 h left', isNearlyFull: false }),
    windows: { state: 'unavailable', words: 'not in tests' },
    exclusions: DEFAULT_EXCLUSIONS,
    last: null,
  });
  const bank = { by: 'title' as const, pattern: 'Savings bank' };
  await core.client.recorder.setExclusions({ rules: [bank, { ...bank, pattern: 'savings BANK' }] });
  const { recordingId } = await core.client.recorder.start(request(samples));
  await core.client.recorder.discard({ recordingId });
  await core.close();
  const again = await createTestCore(folder, options);
  expect(await again.client.recorder.prepare()).toMatchObject({
    exclusions: [{ by: 'title', pattern: 'savings BANK' }],
    last: { actor: 'Ida', role: 'agent', language: 'en' },
  });
  await again.client.recorder.setExclusions({ rules: [] });
  expect((await again.client.recorder.prepare()).exclusions).toEqual([]);
});

test('all windows hear how a recording goes, from its start to its end', async () => {
  const core = await createTestCore();
  const stop = new AbortController();
  const follow = async (): Promise<(string | null)[]> => {
    const phases: (string | null)[] = [];
    const watch = await core.client.recorder.watch(undefined, { signal: stop.signal });
    for await (const { running } of watch) {
      const phase = running?.phase ?? null;
      if (phases.at(-1) !== phase || phases.length === 0) phases.push(phase);
      if (phases.length > 1 && phase === null) return phases;
    }
    return phases;
  };
  const all = [follow(), follow()];
  // Both have been told that nothing runs before something does.
  await untilState(core, ({ running }) => running === null);
  const { recordingId } = await core.client.recorder.start(request(samples));
  await untilState(core, ({ running }) => running?.phase === 'preflight');
  const half = makeSamples(0).subarray(0, 16_000);
  for (const chunk of [0, 1]) {
    await send(core, recordingId, samples, { chunk, data: half, clockMs: 500 * (chunk + 1) });
    await untilState(core, ({ running }) => running?.phase === (chunk === 0 ? 'armed' : 'recording'));
  }
  await core.client.recorder.pause({ recordingId, clockMs: 1000 });
  await untilState(core, ({ running }) => running?.phase === 'paused');
  await core.client.recorder.stop({ recordingId });
  for (const phases of await Promise.all(all))
    expect(phases).toEqual([null, 'preflight', 'armed', 'recording', 'paused', 'finalising', null]);
  stop.abort();
});

test('a running recording is told of again and again, and says its process by the name it has now', async () => {
  const core = await createTestCore();
  const made = await core.client.recorder.start(request(samples));
  await send(core, made.recordingId, samples, { chunk: 0, data: makeSamples(0) });
  const { processId } = await core.client.recorder.stop({ recordingId: made.recordingId });
  const { recordingId, process, startedAtMs } = await core.client.recorder.start(request(samples));
  expect([process, startedAtMs]).toEqual(['Refunds', core.host.clock.nowMs()]);
  await core.client.process.rename({ processId, name: 'Returns' });
  // Nothing of the recording itself has changed: it is told of because time goes by.
  await untilState(core, ({ running }) => running?.process === 'Returns');
  await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  expect(await core.client.recorder.stop({ recordingId })).toMatchObject({ processId, intent: { process: 'Refunds' } });
  expect((await core.client.process.list()).map((each) => [each.process.name, each.recordings])).toEqual([
    ['Returns', 2],
  ]);
});

test('a process that is removed while it is recorded is there again with the recording', async () => {
  const core = await createTestCore();
  const made = await core.client.recorder.start(request(samples));
  await send(core, made.recordingId, samples, { chunk: 0, data: makeSamples(0) });
  const { processId } = await core.client.recorder.stop({ recordingId: made.recordingId });
  const { recordingId } = await core.client.recorder.start(request(samples));
  await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  await core.client.process.remove({ processId });
  await core.client.recorder.stop({ recordingId });
  const [summary, ...others] = await core.client.process.list();
  expect([summary?.process.name, summary?.recordings, others]).toEqual(['Refunds', 1, []]);
});

test('a recording whose window is gone is stopped after a minute, and kept', async () => {
  const core = await createTestCore(undefined, { recorder: { tickMs: 1 } });
  const { recordingId } = await core.client.recorder.start(request(samples));
  await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  const told = await untilState(core, ({ running }) => running?.stopped === 'its window was closed');
  expect(told.running?.phase).toBe('finalising');
  const { recovered } = await untilState(core, ({ running }) => running === null);
  const words = 'recovered 1 s, at most 1.0 s lost, its window was closed';
  expect(recovered).toMatchObject([{ recordingId, phase: 'recovered', durationMs: 1000, words }]);
  // Nobody asks for it any more but the window itself, should it come back.
  expect(await core.client.recorder.stop({ recordingId })).toEqual(recovered[0]);
  const { recordingId: next } = await core.client.recorder.start(request(samples));
  await core.client.recorder.pause({ recordingId: next, clockMs: 0 }).catch(() => {});
  await core.client.recorder.discard({ recordingId: next });
});

test('what is thrown away leaves nothing, before it began, while it runs and after a restart', async () => {
  const folder = join(createTestFolder(), 'workspace');
  const first = await createTestCore(folder);
  const begun = await first.client.recorder.start(request(samples, screen));
  await first.client.recorder.discard({ recordingId: begun.recordingId });
  const { recordingId } = await first.client.recorder.start(request(samples));
  await send(first, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  await send(first, recordingId, samples, { chunk: 1, piece: 2, data: makeSamples(1) });
  await first.close();
  const second = await createTestCore(folder, { recorder: { graceMs: 3_600_000 } });
  await second.client.recorder.discard({ recordingId });
  const left = [readdirSync(second.host.workspace.live), readdirSync(second.host.workspace.incoming)];
  expect([...left, second.host.store.listPieces(recordingId)]).toEqual([[], [], []]);
  expect(await second.client.process.list()).toEqual([]);
  expect(await second.client.recorder.health({})).toEqual({ running: null, recovered: [] });
  const again = second.client.recorder.discard({ recordingId });
  await expect(again).rejects.toMatchObject({ data: { code: 'recorder/none' } });
});

test('the next recording begins while the last one is checked', async () => {
  const core = await createTestCore();
  const first = await core.client.recorder.start(request(samples));
  await send(core, first.recordingId, samples, { chunk: 0, data: makeSamples(0) });
  const stopping = core.client.recorder.stop({ recordingId: first.recordingId });
  await untilState(core, ({ running }) => running?.phase === 'finalising');
  const second = await core.client.recorder.start(request(samples));
  for (let chunk = 0; chunk < 2; chunk += 1)
    await send(core, second.recordingId, samples, { chunk, data: makeSamples(chunk) });
  expect([
    (await stopping).durationMs,
    (await core.client.recorder.stop({ recordingId: second.recordingId })).durationMs,
  ]).toEqual([1000, 2000]);
});

test('marks beyond the clock are refused, and one told more of afterwards is kept once', async () => {
  const core = await createTestCore();
  const { recordingId } = await core.client.recorder.start(request(samples));
  await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  const mark = { atMs: 400, kind: 'exception' as const };
  await core.client.recorder.mark({ recordingId, mark });
  await core.client.recorder.mark({ recordingId, mark: { atMs: 100, kind: 'decision' } });
  await core.client.recorder.mark({ recordingId, mark: { ...mark, note: 'no receipt' } });
  const late = core.client.recorder.mark({ recordingId, mark: { ...mark, atMs: 3_600_000 } });
  await expect(late).rejects.toMatchObject({ data: { code: 'recorder/bad-time' } });
  const nextYear = send(core, recordingId, samples, { chunk: 1, data: makeSamples(1), clockMs: 366 * 86_400_000 });
  await expect(nextYear).rejects.toMatchObject({ data: { code: 'recorder/bad-time' } });
  expect((await core.client.recorder.stop({ recordingId })).marks).toEqual([
    { atMs: 100, kind: 'decision' },
    { atMs: 400, kind: 'exception', note: 'no receipt' },
  ]);
});

test('windows go on being watched after a restart, on the same clock', async () => {
  const folder = join(createTestFolder(), 'workspace');
  let nowMs = 5_000;
  const monotonicMs = (): number => nowMs;
  const open = async () => {
    const windows = createFakeWindows(monotonicMs);
    const core = await createTestCore(folder, { recorder: { windows, monotonicMs, graceMs: 3_600_000 } });
    return { windows, core };
  };
  const first = await open();
  first.windows.show(windowOf('Order 1'));
  const { recordingId } = await first.core.client.recorder.start(request(samples));
  nowMs += 1000;
  await send(first.core, recordingId, samples, { chunk: 0, data: makeSamples(0), clockMs: 1000 });
  first.windows.show(windowOf('Order 1'), windowOf('Vault', 'KeePassXC'));
  await untilState(first.core, ({ running }) => running?.exclusion?.sinceMs === 1000);
  await first.core.close();
  expect(first.windows.running()).toBe(0);

  // Another process: its clock began elsewhere.
  nowMs = 100;
  const second = await open();
  second.windows.show(windowOf('Vault', 'KeePassXC'), windowOf('Order 2'));
  const back = await second.core.client.recorder.health({ recordingId, clockMs: 3000 });
  expect(back.running).toMatchObject({
    phase: 'recording',
    elapsedMs: 1000,
    exclusion: { sinceMs: 1000, rule: { by: 'app', pattern: '*keepass*' } },
  });
  const hidden = second.core.client.recorder.frame({
    recordingId,
    track: 'screen',
    atMs: 2000,
    widthPx: 1,
    heightPx: 1,
    image: new Blob(['RIFF1234WEBP']),
  });
  await expect(hidden).rejects.toMatchObject({ data: { title: 'screen: there is no such screen' } });
  nowMs += 500;
  second.windows.show(windowOf('Order 2'));
  nowMs += 500;
  second.windows.input('paste');
  await send(second.core, recordingId, samples, { chunk: 1, data: makeSamples(1), clockMs: 4000 });
  const receipt = await second.core.client.recorder.stop({ recordingId });
  expect(receipt.exclusions).toEqual([{ startMs: 1000, endMs: 3500, cause: 'exclusion' }]);
  const events = second.core.host.store.listEvents(recordingId);
  expect(events.map(({ atMs, kind, title }) => [atMs, kind, title])).toEqual([
    [0, 'window', 'Order 1'],
    [1000, 'mark', 'excluded: app: *keepass*'],
    [3500, 'mark', 'included'],
    [3500, 'window', 'Order 2'],
    [4000, 'paste', 'Order 2'],
  ]);
});

test('of a recording whose process died the events are saved, and their silence is no loss', async () => {
  const folder = join(createTestFolder(), 'workspace');
  let nowMs = 0;
  const monotonicMs = (): number => nowMs;
  const windows = createFakeWindows(monotonicMs);
  const first = await createTestCore(folder, { recorder: { windows, monotonicMs } });
  windows.show(windowOf('Order 0'));
  const { recordingId } = await first.client.recorder.start(request(samples));
  for (let chunk = 0; chunk < 40; chunk += 1) {
    nowMs += 1000;
    await send(first, recordingId, samples, { chunk, data: makeSamples(chunk) });
    if (chunk % 13 !== 12) continue;
    windows.show(windowOf(`Order ${chunk}`));
    const lines = 1 + (chunk + 1) / 13;
    await untilState(first, ({ running }) => running?.tracks[1]?.units === lines);
  }
  await first.close();
  const second = await createTestCore(folder, { recorder: { graceMs: 0 } });
  await second.recorder.settled();
  const [receipt] = (await second.client.recorder.health({})).recovered;
  expect(receipt).toMatchObject({
    words: 'recovered 40 s, at most 1.0 s lost',
    tracks: [{ name: 'narration' }, { name: 'events', driftMs: 0, gaps: [] }],
  });
  expect(second.host.store.listEvents(recordingId).map(({ atMs, title }) => [atMs, title])).toEqual([
    [0, 'Order 0'],
    [13_000, 'Order 12'],
    [26_000, 'Order 25'],
    [39_000, 'Order 38'],
  ]);
});

test('pictures of what is excluded are not kept, and nobody else writes the track of events', async () => {
  let nowMs = 0;
  const windows = createFakeWindows(() => nowMs);
  const core = await createTestCore(undefined, { recorder: { windows, monotonicMs: () => nowMs } });
  windows.show(windowOf('Order 1'));
  const { recordingId } = await core.client.recorder.start(request(samples, screen));
  nowMs = 1000;
  await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  const picture = (atMs: number) =>
    core.client.recorder.frame({
      recordingId,
      track: 'screen',
      atMs,
      widthPx: 8,
      heightPx: 8,
      image: new Blob([`RIFF1234WEBP${atMs}`]),
    });
  nowMs = 2000;
  windows.show(windowOf('Order 1'), windowOf('Vault', 'Bitwarden'));
  await picture(1900);
  await picture(2000);
  await picture(2100);
  expect((await core.client.recorder.health({})).running?.frames).toBe(1);
  nowMs = 3000;
  windows.show(windowOf('Order 1'));
  await picture(3100);
  // Taken before, and late.
  await picture(2900);
  const isRunning = (state: RecorderState): boolean => state.running?.exclusion === null;
  await untilState(core, isRunning);
  const own = send(core, recordingId, { ...samples, name: 'events' }, { chunk: 0, data: Buffer.from('{}\n') });
  await expect(own).rejects.toMatchObject({ data: { title: 'events: Mirror writes this track itself' } });
  const { frames } = await core.client.recorder.stop({ recordingId });
  expect(frames).toBe(2);
});
