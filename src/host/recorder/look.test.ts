// How long a picture waits before it is recorded: news of a window comes later than its pixels.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestCore, createTestFolder } from '../testing.ts';
import { noWindows, type WindowSource } from '../windows/window-source.ts';
import { createFakeWindows, windowOf } from './fixtures/fake-windows.ts';
import { request, samples } from './testing.ts';

test('how long a picture waits: for windows that come and change, for news on its way, not at all without rules', async () => {
  let nowMs = 0;
  const monotonicMs = (): number => nowMs;
  const windows = createFakeWindows(monotonicMs);
  const core = await createTestCore(join(createTestFolder(), 'workspace'), { recorder: { windows, monotonicMs } });
  const { recordingId } = await core.client.recorder.start(request(samples));
  const look = () => core.client.recorder.look({ recordingId });
  expect(await look()).toEqual({ isExcluded: false, settleMs: 1000 });
  nowMs += 2000;
  expect(await look()).toEqual({ isExcluded: false, settleMs: 250 });
  windows.show(windowOf('Vault', 'KeePassXC'));
  expect(await look()).toEqual({ isExcluded: true, settleMs: 1000 });
  await core.client.recorder.setExclusions({ rules: [] });
  expect(await look()).toEqual({ isExcluded: false, settleMs: 0 });
  await core.client.recorder.discard({ recordingId });
  await expect(look()).rejects.toMatchObject({ data: { code: 'recorder/none' } });
});

test('until it is known which windows there are no picture goes; where nobody can know, it goes at once', async () => {
  const open = (windows: WindowSource) =>
    createTestCore(join(createTestFolder(), 'workspace'), { recorder: { windows, monotonicMs: () => 0 } });
  const silent: WindowSource = {
    check: async () => ({ state: 'off', words: '' }),
    watch: () => ({ stop: async () => {} }),
  };
  for (const [windows, settleMs] of [
    [silent, null],
    [noWindows('there is no display'), 0],
  ] as const) {
    const core = await open(windows);
    const { recordingId } = await core.client.recorder.start(request(samples));
    expect(await core.client.recorder.look({ recordingId })).toEqual({ isExcluded: false, settleMs });
    await core.client.recorder.discard({ recordingId });
  }
});
