// Devices and windows that come and go while they are recorded, and those that must not be recorded.
import { expect, test } from 'vitest';
import { COLOURS, describeDesk, filesOf, filled, gapsOf, PLACE } from './testing/describe-desk.ts';
import { drive, INTENT, startRecording } from './testing/drive.ts';
import { colourAt, countFrames, loudnessBetween, nameColour } from './testing/watch-media.ts';

describeDesk('devices on a real screen', (open) => {
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
    place.core().recorder.setExclusions([{ by: 'title', pattern: '*Postbox*' }]);
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
});
