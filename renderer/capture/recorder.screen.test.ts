// The recorder as people use it: a real Chromium on a real screen with real windows, a spoken microphone, and a core that writes.
import { expect, test } from 'vitest';
import { describeDesk, filesOf } from './testing/describe-desk.ts';
import { startRecording } from './testing/drive.ts';
import { readMedia } from './testing/watch-media.ts';

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
    // Longer than two files take to follow each other, so that it is a gap.
    const since = performance.now();
    await expect.poll(() => performance.now() - since, { timeout: 5000 }).toBeGreaterThan(1500);
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
