// The recorder as people use it: a real Chromium on a real screen with real windows, a spoken microphone, and a core that writes.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Receipt } from '../../src/domain/capture.ts';
import { buildHarness, HARNESS } from './testing/build-harness.ts';
import { drive, INTENT, startRecording } from './testing/drive.ts';
import { type Desk, type DeskOptions, openDesk, whyNoDesk } from './testing/open-desk.ts';
import { repeatSound } from './testing/narration.ts';
import {
  colourAt,
  comparePauses,
  countFrames,
  findPauses,
  loudnessBetween,
  nameColour,
  readMedia,
} from './testing/watch-media.ts';

const reason = whyNoDesk();
if (reason) console.warn(`skipped: the recorder on a real screen (${reason})`);

const COLOURS = { red: [200, 30, 30], blue: [30, 60, 200], black: [0, 0, 0], white: [255, 255, 255] } as const;
const filled = ([red, green, blue]: readonly number[]): string =>
  `<style>html{background:rgb(${red},${green},${blue})}</style>`;
/** Inside the other windows, and outside of the recorder's own. */
const PLACE = { x: 0.85, y: 0.8 };

/** What is held back, what waits for its chunk, and what the encoder has not done; more where there is no machine to do it. */
const isStarved = loadavg()[0]! > 2 * availableParallelism();
const LOST_MS = isStarved ? 6000 : 2000;
if (isStarved) console.warn('this machine is overloaded: losses by kill -9 are only held to 6 s here, not to 2 s');

/** Remembers every track that a page was given. */
const COLLECT = `
  window.tracks = [];
  for (const name of ['getUserMedia', 'getDisplayMedia']) {
    const original = navigator.mediaDevices[name].bind(navigator.mediaDevices);
    navigator.mediaDevices[name] = async (wish) => {
      const stream = await original(wish);
      window.tracks.push(...stream.getTracks());
      return stream;
    };
  }`;

declare global {
  interface Window {
    tracks: MediaStreamTrack[];
  }
}

describe.skipIf(reason !== undefined)('the recorder on a real screen', () => {
  let pages: string;
  let desk: Desk | undefined;

  beforeAll(async () => {
    pages = await buildHarness(mkdtempSync(join(tmpdir(), 'mirror-harness-')));
  });
  afterAll(() => rmSync(pages, { recursive: true, force: true }));
  afterEach(async () => {
    await desk?.close();
    desk = undefined;
  });

  const open = async (options: Partial<DeskOptions> = {}): Promise<Desk> => {
    desk = await openDesk({ pages, path: HARNESS, ...options });
    return desk;
  };
  /** All but what a busy machine needs to begin. */
  const gapsOf = ({ tracks }: Receipt) =>
    tracks.flatMap(({ gaps }) => gaps).filter(({ cause, endMs }) => cause !== 'start' || endMs > 1000);
  /** Files of the tracks of a recording, by name. */
  const filesOf = ({ tracks, recordingId }: Receipt, { core }: Desk): ReadonlyMap<string, string> => {
    const stored = core().host.store.listTracks(recordingId);
    const names = new Map(tracks.flatMap(({ name, sha256 }) => sha256.map((hash) => [hash, name] as const)));
    return new Map(stored.map(({ sha256, path }) => [names.get(sha256) ?? '', core().host.workspace.file(path)]));
  };

  test('a minute: the right picture, every pause where it was, pictures at the changes, and again without a reload', async () => {
    const place = await open();
    const { page, complaints } = await place.openBrowser();
    const recorder = await startRecording(page);
    const [screen] = (await recorder.view()).screens;
    expect(screen).toMatchObject({ surface: 'monitor', widthPx: 1280, heightPx: 800, isLive: true });
    expect(screen?.label).toMatch(/^screen:(?!-3)/);
    const switches: { colour: string; atMs: number; title: string }[] = [];
    for (const [title, colour, atMs] of [
      ['Ledger', 'red', 6000],
      ['Postbox', 'blue', 20_000],
    ] as const) {
      await recorder.untilMs(atMs);
      await place.openWindow(title, filled(COLOURS[colour]));
      switches.push({ colour, title, atMs: await recorder.nowMs() });
    }
    for (const [title, colour, atMs] of [
      ['Ledger', 'red', 30_000],
      ['Postbox', 'blue', 40_000],
    ] as const) {
      await recorder.untilMs(atMs);
      place.display.activate(title);
      switches.push({ colour, title, atMs: await recorder.nowMs() });
    }
    const before = await recorder.nowMs();
    await recorder.do('mark', 'decision', 'above two hundred');
    const after = await recorder.nowMs();
    await recorder.untilMs(60_000);
    await recorder.do('stop');
    const { receipt, stage, problem } = await recorder.view();
    expect({ stage, problem, complaints }).toEqual({ stage: 'done', problem: null, complaints: [] });
    if (!receipt) throw new Error('there is no receipt');

    expect(receipt.phase).toBe('verified');
    expect(gapsOf(receipt)).toEqual([]);
    expect(receipt.marks).toEqual([{ kind: 'decision', note: 'above two hundred', atMs: expect.any(Number) }]);
    expect(receipt.marks[0]!.atMs).toBeGreaterThanOrEqual(before);
    expect(receipt.marks[0]!.atMs).toBeLessThanOrEqual(after);
    const files = filesOf(receipt, place);
    const [film, narration] = [files.get('screen')!, files.get('narration')!];
    for (const { colour, atMs } of switches)
      expect(nameColour(colourAt(film, { atS: atMs / 1000 + 2, ...PLACE }), COLOURS)).toBe(colour);
    const played = findPauses(repeatSound(place.sound, place.folder, 6));
    const [told, filmed] = [findPauses(narration), findPauses(film)];
    expect(told.length).toBeGreaterThanOrEqual(10);
    expect(comparePauses(told, played)).toBeLessThan(0.1);
    expect(comparePauses(filmed, played)).toBeLessThan(0.1);
    // Of a film only the arrival of its chunks says where it lies on the clock: on a busy machine they come late.
    expect(Math.abs(told.at(-2)!.startS - filmed.at(-2)!.startS)).toBeLessThan(0.5);
    const frames = place.core().host.store.listFrames(receipt.recordingId);
    for (const { atMs, colour } of switches) {
      const own = frames.filter((frame) => frame.atMs > atMs - 1500 && frame.atMs < atMs + 2000);
      const colours = own.map(({ path }) =>
        nameColour(colourAt(place.core().host.workspace.file(path), PLACE), COLOURS),
      );
      expect(colours).toContain(colour);
    }
    expect(frames.length).toBeLessThan(25);

    await startRecording(page);
    await recorder.untilMs(8000);
    await recorder.do('stop');
    const second = (await recorder.view()).receipt!;
    const again = filesOf(second, place);
    expect(gapsOf(second)).toEqual([]);
    expect(comparePauses(findPauses(again.get('narration')!), played)).toBeLessThan(0.1);
    expect(nameColour(colourAt(again.get('screen')!, { atS: 4, ...PLACE }), COLOURS)).toBe('blue');
    expect((await readMedia(again.get('screen')!)).endMs).toBeGreaterThan(7500);
  }, 180_000);

  test('kill -9 of the browser, five times: each time the next start saves all but the last second', async () => {
    const place = await open({ recorder: { graceMs: 0 } });
    for (const afterMs of [1500, 4300, 2200, 3700, 2900]) {
      const browser = await place.openBrowser();
      const recorder = await startRecording(browser.page);
      await recorder.untilMs(afterMs);
      const killedMs = await recorder.nowMs();
      await browser.kill();
      await place.restartCore();
      await place.core().recorder.settled();
      const { recovered } = await place.core().recorder.health({});
      expect(recovered.map(({ phase }) => phase)).toEqual(['recovered']);
      const files = filesOf(recovered[0]!, place);
      expect([...files.keys()].toSorted()).toEqual(['narration', 'screen']);
      for (const [name, file] of files) {
        const { endMs } = await readMedia(file);
        expect.soft(killedMs - endMs, `${name}, killed at ${killedMs} ms`).toBeLessThan(LOST_MS);
      }
    }
  }, 180_000);

  test('a core that is killed, and started again, is gone on with: nothing is missing', async () => {
    const place = await open({ core: 'process' });
    const { page } = await place.openBrowser();
    const recorder = await startRecording(page);
    for (const afterMs of [3000, 8000]) {
      await recorder.untilMs(afterMs);
      await place.killCore();
      await recorder.untilView(() => {
        const { isConnected } = window.recorder.view.getState();
        return !isConnected;
      });
      await place.startCore();
      await recorder.untilView(() => {
        const { isConnected, waitingBytes } = window.recorder.view.getState();
        return isConnected && waitingBytes < 100_000;
      });
    }
    await recorder.untilMs(13_000);
    await recorder.do('stop');
    const { receipt, problem } = await recorder.view();
    expect(problem).toBeNull();
    expect(gapsOf(receipt!)).toEqual([]);
    const narration = receipt!.tracks.find(({ name }) => name === 'narration');
    expect(narration?.recordedMs).toBeGreaterThan(12_000);
    await place.stopCore();
    await place.startCore({ inThisProcess: true });
    const heard = findPauses(filesOf(receipt!, place).get('narration')!);
    expect(comparePauses(heard, findPauses(repeatSound(place.sound, place.folder, 3)))).toBeLessThan(0.1);
  }, 120_000);

  test('two pages: the second one is told, and cannot start; a page that is closed leaves its recording to be saved', async () => {
    // The core counts silences by its ticks: faster ones make it give up a page that is gone sooner.
    const place = await open({ recorder: { tickMs: 200 } });
    const { page, newPage } = await place.openBrowser();
    await startRecording(page);
    const second = drive(await newPage());
    await second.untilView(() => {
      const { elsewhere } = window.recorder.view.getState();
      return elsewhere !== null;
    });
    await second.do('open');
    await second.do('start', INTENT);
    expect((await second.view()).problem).toMatchObject({ code: 'recorder/busy' });
    await page.close();
    await second.untilView(() => {
      const { elsewhere, recovered } = window.recorder.view.getState();
      return elsewhere === null && recovered.length === 1;
    });
    expect((await second.view()).recovered).toMatchObject([{ intent: INTENT }]);
  }, 90_000);

  test('a pause is a gap of its length; sound and picture go on after it in the same recording', async () => {
    const place = await open();
    const { page } = await place.openBrowser();
    const recorder = await startRecording(page);
    await recorder.untilMs(3000);
    await recorder.do('pause');
    const pausedMs = await recorder.nowMs();
    expect((await recorder.view()).health?.phase).toBe('paused');
    await recorder.do('mark', 'question');
    expect(await recorder.nowMs()).toBe(pausedMs);
    await recorder.do('resume');
    const resumedMs = await recorder.nowMs();
    await recorder.untilMs(resumedMs + 3000);
    await recorder.do('stop');
    const { receipt } = await recorder.view();
    for (const { name, pieces, gaps } of receipt!.tracks.filter(({ kind }) => kind !== 'events')) {
      const pauses = gaps.filter(({ cause }) => cause === 'pause');
      expect({ name, pieces, pauses }).toEqual({ name, pieces: 2, pauses: [expect.anything()] });
      expect(Math.abs(pauses[0]!.startMs - pausedMs)).toBeLessThan(1000);
    }
  }, 60_000);

  test('a microphone that is taken away is told, and another one takes over in the same recording', async () => {
    const place = await open();
    const { page, context } = await place.openBrowser();
    const recorder = await startRecording(page);
    await recorder.untilMedia(2500);
    await context.clearPermissions();
    await recorder.untilView(() => {
      const { microphone } = window.recorder.view.getState();
      return microphone?.isLive === false;
    });
    const goneMs = await recorder.nowMs();
    await recorder.untilView(() => {
      const { health } = window.recorder.view.getState();
      return health?.degraded.includes('narration') ?? false;
    });
    await context.grantPermissions(['microphone']);
    await recorder.do('chooseMicrophone', 'default');
    await recorder.untilView(() => {
      const { health } = window.recorder.view.getState();
      return health?.degraded.length === 0;
    });
    await recorder.untilMs((await recorder.nowMs()) + 2000);
    await recorder.do('stop');
    const { receipt, problem } = await recorder.view();
    expect(problem).toBeNull();
    const narration = receipt!.tracks.find(({ name }) => name === 'narration');
    expect(narration).toMatchObject({
      pieces: 2,
      gaps: expect.arrayContaining([expect.objectContaining({ cause: 'device' })]),
    });
    const [gap] = narration!.gaps.filter(({ cause }) => cause === 'device');
    expect(Math.abs(gap!.startMs - goneMs)).toBeLessThan(1500);
    // The film did not wait for the sound.
    const film = receipt!.tracks.find(({ name }) => name === 'screen')!;
    expect(film.gaps.filter(({ startMs, endMs }) => endMs - startMs > 1500)).toEqual([]);
  }, 60_000);

  test('a shared window that is closed is told, the voice goes on, and another window takes its place', async () => {
    const place = await open({ shares: 'Ledger' });
    const ledger = await place.openWindow('Ledger', filled(COLOURS.red));
    const { page } = await place.openBrowser();
    const recorder = await startRecording(page);
    expect((await recorder.view()).screens).toMatchObject([{ surface: 'window', isLive: true }]);
    await recorder.untilView(() => window.recorder.view.getState().health?.windows.state === 'watching');
    await recorder.untilMedia((await recorder.nowMs()) + 2000);
    const redMs = await recorder.nowMs();
    await ledger.close();
    await recorder.untilView(() => {
      const { screens } = window.recorder.view.getState();
      return screens[0]?.isLive === false;
    });
    const endedMs = await recorder.nowMs();
    await recorder.untilMs(endedMs + 2000);
    expect((await recorder.view()).stage).toBe('running');
    await place.openWindow('Ledger', filled(COLOURS.blue));
    await recorder.do('replaceScreen', 'screen');
    const replacedMs = await recorder.nowMs();
    await recorder.untilMs(replacedMs + 5000);
    await recorder.do('stop');
    const { receipt } = await recorder.view();
    const screen = receipt!.tracks.find(({ name }) => name === 'screen')!;
    expect(screen.pieces).toBe(2);
    const film = filesOf(receipt!, place).get('screen')!;
    const middle = { x: 0.5, y: 0.6 };
    expect(nameColour(colourAt(film, { atS: redMs / 1000 - 1, ...middle }), COLOURS)).toBe('red');
    expect(nameColour(colourAt(film, { atS: replacedMs / 1000 + 3, ...middle }), COLOURS)).toBe('blue');
    const narration = receipt!.tracks.find(({ name }) => name === 'narration')!;
    expect(gapsOf({ ...receipt!, tracks: [narration] })).toEqual([]);
  }, 60_000);

  test('what is excluded is black and silent, from before it was known', async () => {
    const place = await open();
    const { page } = await place.openBrowser();
    await place.core().recorder.setExclusions([{ by: 'title', pattern: '*Postbox*' }]);
    const recorder = await startRecording(page);
    await recorder.untilView(() => {
      const { health } = window.recorder.view.getState();
      return health?.windows.state === 'watching';
    });
    await recorder.untilMs(2000);
    const secret = await place.openWindow('Postbox', filled(COLOURS.red));
    await recorder.untilView(() => {
      const { health } = window.recorder.view.getState();
      return health?.exclusion !== null;
    });
    const sinceMs = await recorder.nowMs();
    await recorder.untilMedia(sinceMs + 3000);
    await secret.close();
    await recorder.untilView(() => {
      const { health } = window.recorder.view.getState();
      return health?.exclusion === null;
    });
    const untilMs = await recorder.nowMs();
    await recorder.untilMedia(untilMs + 4000);
    await recorder.do('stop');
    const { receipt } = await recorder.view();
    expect(receipt!.exclusions).toEqual([
      { startMs: expect.any(Number), endMs: expect.any(Number), cause: 'exclusion' },
    ]);
    const files = filesOf(receipt!, place);
    const film = files.get('screen')!;
    expect(nameColour(colourAt(film, { atS: sinceMs / 1000 + 1.5, ...PLACE }), COLOURS)).toBe('black');
    expect(nameColour(colourAt(film, { atS: untilMs / 1000 + 3, x: 0.3, y: 0.5 }), COLOURS)).toBe('white');
    // Not one picture of the film has its colour anywhere near.
    expect(countFrames(film, COLOURS.red, PLACE)).toBe(0);
    const frames = place.core().host.store.listFrames(receipt!.recordingId);
    for (const { path } of frames)
      expect(nameColour(colourAt(place.core().host.workspace.file(path), PLACE), COLOURS)).not.toBe('red');
    const silent = loudnessBetween(files.get('narration')!, sinceMs / 1000 + 0.1, sinceMs / 1000 + 2.9);
    expect(silent).toBeLessThan(-80);
  }, 90_000);

  test('a microphone and a screen that are refused are problems in words', async () => {
    const place = await open({ allowsMicrophone: false, shares: null, flags: ['--deny-permission-prompts'] });
    const { page } = await place.openBrowser();
    const recorder = drive(page);
    await recorder.do('open');
    expect((await recorder.view()).microphoneProblem).toMatchObject({ title: 'Mirror may not use the microphone' });
    const asked = recorder.do('addScreen', { withSound: false });
    // The browser's own dialog has no name to wait for.
    await place.display.pressUntil('Escape', asked);
    expect((await recorder.view()).screenProblem).toMatchObject({ title: 'No screen was shared' });
    await recorder.do('start', INTENT);
    expect(await recorder.view()).toMatchObject({
      stage: 'choosing',
      problem: { title: 'There is nothing to record yet' },
    });
  }, 60_000);

  test('every device is let go at the end, and a discarded recording leaves nothing', async () => {
    const place = await open({ before: COLLECT });
    const { page } = await place.openBrowser();
    const recorder = await startRecording(page);
    await recorder.untilMs(2000);
    await recorder.do('discard');
    expect(await recorder.view()).toMatchObject({ stage: 'idle', screens: [], microphone: null, receipt: null });
    expect(await place.core().client.process.list()).toEqual([]);
    await startRecording(page);
    await recorder.do('stop');
    expect((await recorder.view()).stage).toBe('done');
    const states = await page.evaluate(() => window.tracks.map(({ readyState }) => readyState));
    expect(states).toEqual(['ended', 'ended', 'ended', 'ended']);
  }, 60_000);

  test('where frames cannot be read as a stream, that is said, and a screen is recorded all the same', async () => {
    const place = await open({
      before: 'delete window.MediaStreamTrackProcessor; delete window.MediaStreamTrackGenerator;',
    });
    const { page } = await place.openBrowser();
    const recorder = await startRecording(page);
    expect((await recorder.view()).screenProblem?.title).toMatch(/^This browser takes no pictures of what changes/);
    await recorder.untilMs(4000);
    await recorder.do('stop');
    const { receipt } = await recorder.view();
    expect(receipt!.tracks.map(({ name }) => name)).toEqual(expect.arrayContaining(['screen', 'narration']));
    expect((await readMedia(filesOf(receipt!, place).get('screen')!)).endMs).toBeGreaterThan(3000);
  }, 60_000);
});
