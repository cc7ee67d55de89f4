// Titles of windows that must not be recorded: none of them is in the track of events, whenever such a window goes.
import { expect, test } from 'vitest';
import type { SeenWindow } from '../../capture/windows.ts';
import type { RecordingId } from '../../domain/ids.ts';
import type { Core } from '../core.ts';
import { createTestCore } from '../testing.ts';
import { createFakeWindows, type FakeWindows, windowOf } from './fixtures/fake-windows.ts';
import { makeSamples, request, samples, send } from './testing.ts';

interface Step {
  readonly core: Core;
  readonly windows: FakeWindows;
  readonly recordingId: RecordingId;
  readonly clockMs: number;
}

/** The events of a recording that sees an order at its start, and then one step a second. */
async function record(steps: readonly ((step: Step) => unknown)[]): Promise<[number, string, string][]> {
  let nowMs = 0;
  const windows = createFakeWindows(() => nowMs);
  const core = await createTestCore(undefined, { recorder: { windows, monotonicMs: () => nowMs } });
  windows.show(windowOf('Order 1'));
  const { recordingId } = await core.client.recorder.start(request(samples));
  nowMs = 1000;
  await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  for (const step of steps) {
    nowMs += 1000;
    await step({ core, windows, recordingId, clockMs: nowMs });
  }
  await core.client.recorder.stop({ recordingId });
  return core.host.store.listEvents(recordingId).map(({ atMs, kind, title }) => [atMs, kind, title]);
}

const show =
  (...shown: readonly SeenWindow[]) =>
  ({ windows }: Step): void =>
    windows.show(...shown);
const vault = windowOf('Vault of Ida', 'KeePassXC');

test('a window that is left out goes while it is in front', async () => {
  const events = await record([show(windowOf('Order 1'), vault), show(windowOf('Order 1')), show(windowOf('Order 2'))]);
  expect(events).toEqual([
    [0, 'window', 'Order 1'],
    [2000, 'mark', 'excluded: app: *keepass*'],
    [3000, 'mark', 'included'],
    [3000, 'window', 'Order 1'],
    [4000, 'window', 'Order 2'],
  ]);
});

test('it goes and leaves no window in front', async () => {
  const copy = ({ windows }: Step): void => windows.input('copy');
  const events = await record([show(windowOf('Order 1'), vault), show(), copy, show(windowOf('Order 2'))]);
  expect(events).toEqual([
    [0, 'window', 'Order 1'],
    [2000, 'mark', 'excluded: app: *keepass*'],
    [3000, 'mark', 'included'],
    [4000, 'copy', ''],
    [5000, 'window', 'Order 2'],
  ]);
});

test('it comes and goes in a pause', async () => {
  const events = await record([
    ({ core, recordingId, clockMs }) => core.client.recorder.pause({ recordingId, clockMs }),
    show(vault),
    show(),
    ({ core, recordingId, clockMs }) => core.client.recorder.resume({ recordingId, clockMs }),
    show(windowOf('Order 2')),
  ]);
  expect(events).toEqual([
    [0, 'window', 'Order 1'],
    [3000, 'mark', 'excluded: app: *keepass*'],
    [4000, 'mark', 'included'],
    [6000, 'window', 'Order 2'],
  ]);
});

test('the rule comes while its window is in front, and goes again', async () => {
  const setRules =
    (...patterns: string[]) =>
    ({ core }: Step) =>
      core.client.recorder.setExclusions({ rules: patterns.map((pattern) => ({ by: 'title', pattern })) });
  const bank = windowOf('Savings bank');
  const balance = { ...bank, title: 'Savings bank: 12 euros' };
  const events = await record([setRules('savings'), show(bank), show(balance), show(windowOf('Order 2')), setRules()]);
  expect(events).toEqual([
    [0, 'window', 'Order 1'],
    [3000, 'mark', 'excluded: title: savings'],
    [5000, 'mark', 'included'],
    [5000, 'window', 'Order 2'],
  ]);
});
