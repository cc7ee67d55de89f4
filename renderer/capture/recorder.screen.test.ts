// The recorder as people use it: a real Chromium on a real screen with real windows, a spoken microphone, and a core that writes.
import { expect, test } from 'vitest';
import { COLOURS, describeDesk, filesOf, filled, gapsOf, PLACE } from './testing/describe-desk.ts';
import { startRecording } from './testing/drive.ts';
import { repeatSound } from './testing/narration.ts';
import { colourAt, comparePauses, findPauses, nameColour, readMedia } from './testing/watch-media.ts';

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

describeDesk('the recorder on a real screen', (open) => {
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
      const own = frames.filter((frame) => frame.atMs > atMs - 1500 && frame.atMs < atMs + 4000);
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
