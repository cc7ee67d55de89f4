// Real windows on a screen of their own, watched while something is recorded.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { UiEvent } from '../../domain/evidence.ts';
import type { RecordingId } from '../../domain/ids.ts';
import type { Core } from '../core.ts';
import { makeSamples, request, samples, send, untilState } from '../recorder/testing.ts';
import { createTestCore, createTestFolder } from '../testing.ts';
import { findWindowSource } from './find-window-source.ts';
import { openTestScreen, type TestScreen, whyNoScreen } from './testing.ts';

const reason = whyNoScreen();
if (reason) console.warn(`tests with real windows are skipped: ${reason}`);

const SECRET = 'correct horse battery';

interface Desk {
  readonly core: Core;
  readonly screen: TestScreen;
  readonly recordingId: RecordingId;
  /** The recorder's clock. */
  clockMs(): number;
}

async function recordScreen(): Promise<Desk> {
  const screen = await openTestScreen();
  const windows = findWindowSource({ platform: 'linux', env: screen.env });
  const core = await createTestCore(join(createTestFolder(), 'workspace'), { recorder: { windows } });
  expect((await core.client.recorder.prepare()).windows).toEqual({ state: 'off', words: '' });
  const startedMs = performance.now();
  const clockMs = (): number => Math.round(performance.now() - startedMs);
  const { recordingId, tracks } = await core.client.recorder.start(request(samples));
  expect(tracks.map(({ name }) => name)).toEqual(['narration', 'events']);
  await untilState(core, ({ running }) => running?.windows.state === 'watching' && !running.windows.words);
  await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0), clockMs: clockMs() });
  return { core, screen, recordingId, clockMs };
}

/** What stands in the track of events, at once. */
async function untilLines(desk: Desk, lines: number): Promise<void> {
  await untilState(desk.core, ({ running }) => (running?.tracks.at(-1)?.units ?? 0) >= lines);
}

/** How far a moment lies outside a time. */
const outside = (atMs: number, fromMs: number, toMs: number): number => Math.max(0, fromMs - atMs, atMs - toMs);

const show = ({ kind, title }: UiEvent): string => `${kind} ${title}`;

test.skipIf(reason)('switches of window are there within 100 ms, and keys are counted and not kept', async () => {
  const desk = await recordScreen();
  const { core, screen, recordingId } = desk;
  const order = await screen.openWindow('Order 4711');
  const inbox = await screen.openWindow('q=a&b = "Größe"');
  await untilLines(desk, 2);
  const switches: { fromMs: number; toMs: number }[] = [];
  for (const id of [order, inbox, order]) {
    const fromMs = desk.clockMs();
    await screen.xdotool('windowactivate', '--sync', id);
    switches.push({ fromMs, toMs: desk.clockMs() });
    await untilLines(desk, 2 + switches.length);
  }
  await screen.xdotool('type', '--delay', '1', SECRET);
  await screen.xdotool('key', 'ctrl+c');
  await screen.xdotool('windowactivate', '--sync', inbox);
  await screen.xdotool('key', 'ctrl+v');
  await screen.xdotool('key', 'ctrl+s');
  await untilLines(desk, 10);
  await core.client.recorder.stop({ recordingId });
  const events = core.host.store.listEvents(recordingId);
  expect(events.map(show)).toEqual([
    'window Order 4711',
    'window q=a&b = "Größe"',
    'window Order 4711',
    'window q=a&b = "Größe"',
    'window Order 4711',
    'keys Order 4711',
    'copy Order 4711',
    'window q=a&b = "Größe"',
    'paste q=a&b = "Größe"',
    'save q=a&b = "Größe"',
  ]);
  // How long xdotool takes to start is nobody's fault. The middle of three: the machine may be busy at one of them.
  const offMs = switches.map(({ fromMs, toMs }, at) => outside(events[at + 2]!.atMs, fromMs, toMs));
  expect(offMs.toSorted((a, b) => a - b)[1]).toBeLessThan(100);
});

test.skipIf(reason)('the file has how many keys were pressed, and nothing of what was typed', async () => {
  const desk = await recordScreen();
  const order = await desk.screen.openWindow('Order 4711');
  await desk.screen.xdotool('windowactivate', '--sync', order);
  await untilLines(desk, 1);
  await desk.screen.xdotool('type', '--delay', '1', SECRET);
  await untilLines(desk, 2);
  const folder = join(desk.core.host.workspace.live, desk.recordingId);
  const kept = readdirSync(folder).flatMap((name) => (name.startsWith('events-') ? [join(folder, name)] : []));
  const lines = kept.map((file) => readFileSync(file, 'utf8')).join('');
  const line = lines.split('\n').find((each) => each.includes('"keys"'));
  expect(JSON.parse(line!)).toEqual({
    t: expect.any(Number),
    kind: 'keys',
    app: '',
    title: 'Order 4711',
    count: SECRET.length,
  });
  for (const word of SECRET.split(' ')) expect(lines).not.toContain(word);
  await desk.core.client.recorder.discard({ recordingId: desk.recordingId });
});

test.skipIf(reason)('an excluded window that can be seen is told to all, and its title is kept nowhere', async () => {
  const desk = await recordScreen();
  const { core, screen, recordingId } = desk;
  const order = await screen.openWindow('Order 4711');
  await untilLines(desk, 1);
  const rule = { by: 'title' as const, pattern: 'payroll' };
  await core.client.recorder.setExclusions({ rules: [rule] });
  expect((await core.client.recorder.health({})).running?.exclusion).toBeNull();
  const openedMs = desk.clockMs();
  const payroll = await screen.openWindow('Payroll 2026');
  const shownMs = desk.clockMs();
  const { running } = await untilState(core, (state) => state.running?.exclusion !== null);
  expect(running!.exclusion).toEqual({ sinceMs: expect.any(Number), rule });
  expect(outside(running!.exclusion!.sinceMs, openedMs, shownMs)).toBeLessThan(500);
  await screen.xdotool('type', SECRET);
  // Behind another window it can still be seen; minimised it cannot.
  await screen.xdotool('windowactivate', '--sync', order);
  expect((await core.client.recorder.health({})).running?.exclusion).not.toBeNull();
  const endedMs = desk.clockMs();
  await screen.xdotool('windowminimize', '--sync', payroll);
  const hiddenMs = desk.clockMs();
  await untilState(core, (state) => state.running?.exclusion === null);
  await untilLines(desk, 2);
  await send(core, recordingId, samples, { chunk: 1, data: makeSamples(1), clockMs: desk.clockMs() });
  const receipt = await core.client.recorder.stop({ recordingId });
  expect(receipt.exclusions).toEqual([
    { startMs: running!.exclusion!.sinceMs, endMs: expect.any(Number), cause: 'exclusion' },
  ]);
  expect(outside(receipt.exclusions[0]!.endMs, endedMs, hiddenMs)).toBeLessThan(500);
  expect(receipt.marks.map(({ kind, note }) => [kind, note])).toEqual([
    ['excluded', 'title: payroll'],
    ['included', undefined],
  ]);
  const events = core.host.store.listEvents(recordingId).map(show);
  expect(events).toEqual(['window Order 4711', 'mark excluded: title: payroll', 'mark included', 'window Order 4711']);
});

test.skipIf(reason)('a screen that goes away is told of, and recording goes on', async () => {
  const desk = await recordScreen();
  const { core, screen, recordingId } = desk;
  await screen.openWindow('Order 4711');
  await untilLines(desk, 1);
  await screen.close();
  const { running } = await untilState(core, (state) => state.running?.windows.state === 'lost');
  expect(running).toMatchObject({ phase: 'recording', stopped: null });
  await send(core, recordingId, samples, { chunk: 1, data: makeSamples(1), clockMs: desk.clockMs() });
  const receipt = await core.client.recorder.stop({ recordingId });
  expect(receipt).toMatchObject({ phase: 'verified', tracks: [{ name: 'narration' }, { name: 'events', pieces: 1 }] });
});

test.skipIf(reason)('a helper that dies is lost for a moment, and goes on', async () => {
  const desk = await recordScreen();
  const { core, screen, recordingId } = desk;
  await screen.openWindow('Order 4711');
  await untilLines(desk, 1);
  const lost = untilState(core, (state) => state.running?.windows.state === 'lost');
  const found = spawnSync('pgrep', ['-P', String(process.pid), '-f', 'xprop -spy -root'], { encoding: 'utf8' });
  process.kill(Number(found.stdout), 'SIGKILL');
  expect((await lost).running?.windows.words).toBe(
    'Windows are not seen for the moment (SIGKILL); they are tried again',
  );
  await untilState(core, (state) => state.running?.windows.state === 'watching');
  await screen.openWindow('Order 4712');
  await untilLines(desk, 2);
  await core.client.recorder.stop({ recordingId });
  expect(core.host.store.listEvents(recordingId).map(show)).toEqual(['window Order 4711', 'window Order 4712']);
});

test.each([
  [{ XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }, /^Wayland does not let programs see other windows/],
  [{ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, /^Wayland/],
  [{}, /DISPLAY is not set/],
  [{ DISPLAY: ':0', PATH: '/nowhere' }, /install x11-utils/],
  [{ DISPLAY: ':63999', PATH: process.env['PATH'] }, reason ? /not watched/ : /the display :63999 does not answer/],
])('where windows cannot be watched it says why: %j', async (env, words) => {
  const watch = await findWindowSource({ platform: 'linux', env }).check();
  expect(watch).toEqual({ state: 'unavailable', words: expect.stringMatching(words) });
});
