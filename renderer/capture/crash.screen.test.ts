// What is left when a browser, a core or a page ends in the midst of a recording.
import { expect, test } from 'vitest';
import { describeDesk, filesOf, gapsOf } from './testing/describe-desk.ts';
import { drive, INTENT, startRecording } from './testing/drive.ts';
import { LISTEN_BESIDE, saveHeard } from './testing/listen-beside.ts';
import { comparePauses, findPauses, readMedia } from './testing/watch-media.ts';

/** What is held back, what waits for its chunk, and what the encoder has not done: 0.7 s, and more where others work, too. */
const LOST_MS = 2000;

describeDesk('crashes on a real screen', (open) => {
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
    const place = await open({ core: 'process', before: LISTEN_BESIDE });
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
    await recorder.untilMs(16_000);
    await recorder.do('stop');
    const { receipt, problem } = await recorder.view();
    expect(problem).toBeNull();
    expect(gapsOf(receipt!)).toEqual([]);
    const narration = receipt!.tracks.find(({ name }) => name === 'narration');
    expect(narration?.recordedMs).toBeGreaterThan(15_000);
    const spoken = findPauses((await saveHeard(page, place.folder)).file);
    await place.stopCore();
    await place.startCore({ inThisProcess: true });
    const told = findPauses(filesOf(receipt!, place).get('narration')!);
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(comparePauses(told, spoken)).toBeLessThan(0.1);
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
});
