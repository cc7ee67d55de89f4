// Every screen in every state, in a real Chromium under the content policy that the app is served with.
import { join } from 'node:path';
import type { Page, WebSocketRoute } from 'playwright-core';
import { build, preview } from 'vite';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { createTestFolder } from '../src/host/testing.ts';
import { describeGallery } from './gallery/testing/describe-gallery.ts';
import { listViolations } from './gallery/testing/open-gallery.ts';

const SCREENS = {
  processes: '/',
  map: '/process/claims/map',
  activity: '/process/claims/map/a.review-assessment',
  transition: '/process/claims/map/t.schedule-visit--inspect-damage',
  bottlenecks: '/process/claims/findings/bottlenecks/f.bottleneck-1',
  paths: '/process/claims/findings/paths',
  recordings: '/process/claims/recordings',
  questions: '/process/claims/questions',
  performance: '/process/claims/performance',
  compare: '/process/claims/compare',
  corrections: '/process/claims/corrections',
  recording: '/recording/rec-0',
  transcript: '/recording/rec-1',
  document: '/document/doc-0/2',
  models: '/models',
  policy: '/policy',
  ledger: '/ledger',
} as const;

describeGallery('the window', (gallery) => {
  const { open, complaints } = gallery;
  let page: Page;

  beforeEach(() => {
    page = gallery.page();
  });

  const expectAccessible = async (): Promise<void> => expect(await listViolations(page)).toEqual([]);

  for (const [name, path] of Object.entries(SCREENS)) {
    it(`shows ${name} in every state, without complaint and for everybody`, async () => {
      for (const state of ['full', 'empty', 'loading', 'problem', 'lost']) {
        await open(path, state);
        if (state === 'loading') await page.getByRole('region', { name: /^Loading/ }).waitFor();
        else if (state === 'problem') await page.getByRole('alert').first().waitFor();
        else await page.getByRole('heading').first().waitFor();
        if (state === 'full' && path.includes('/map')) await page.locator('[data-activity]').first().waitFor();
        if (state === 'lost') await page.getByText('Connection to Mirror lost.').waitFor();
        await expectAccessible();
      }
      expect(complaints).toEqual([]);
    });
  }

  it('stays readable in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const path of [SCREENS.processes, SCREENS.activity, SCREENS.bottlenecks, SCREENS.recording]) {
      await open(path);
      await page.getByRole('heading').first().waitFor();
      if (path.includes('/map')) await page.locator('[data-activity]').first().waitFor();
      await expectAccessible();
    }
    expect(complaints).toEqual([]);
  });

  it('stacks a recording where there is no room for columns, and cuts nothing off where the window is low', async () => {
    const measure = () =>
      page.evaluate(() => {
        const boxOf = (query: string) => document.querySelector(query)?.getBoundingClientRect() ?? new DOMRect();
        const main = document.querySelector('#main') ?? document.body;
        const told = [...document.querySelectorAll('#main section[aria-label="What else is told"]')];
        return {
          videoWidth: Math.round(boxOf('#main video').width),
          isWordsBelow: boxOf('#main [aria-label=Transcript]').top >= boxOf('#main video').bottom,
          isTooWide: main.scrollWidth > main.clientWidth,
          isCutOff: told.some((list) => list.scrollHeight > list.clientHeight || list.scrollWidth > list.clientWidth),
          isTrailOverNote:
            boxOf('[aria-label="Where you are"]').right > boxOf('header > a[href="#/policy"]').left ||
            boxOf('[aria-current=page]').width < 20,
        };
      });
    const seen: unknown[] = [];
    for (const width of [420, 800, 1280]) {
      await page.setViewportSize({ width, height: 600 });
      await open(SCREENS.recording);
      await page.getByRole('heading', { name: 'Handoffs' }).waitFor();
      seen.push(await measure());
    }
    const whole = { isTooWide: false, isCutOff: false, isTrailOverNote: false };
    expect(seen).toEqual([
      { ...whole, videoWidth: 380, isWordsBelow: true },
      { ...whole, videoWidth: 760, isWordsBelow: true },
      { ...whole, videoWidth: 555, isWordsBelow: false },
    ]);
  });

  it('says of a voice without a transcript that its words are missing, not that nothing is said', async () => {
    await open('/recording/rec-3');
    await page.getByText('No words yet. A model of speech writes them down').waitFor();
    expect(await page.getByText('Nothing is said in this recording.').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('keeps the names of a finding apart from its numbers in a narrow list', async () => {
    await page.setViewportSize({ width: 420, height: 700 });
    await open('/process/claims/findings/handoffs');
    const rows = page.locator('#main li > button[aria-pressed]');
    await rows.first().waitFor();
    const faults = await rows.evaluateAll((buttons) =>
      buttons.filter((button) => {
        const [names, ...others] = [...button.children].map((part) => part.getBoundingClientRect());
        const { right } = button.getBoundingClientRect();
        return others.some((box) => box.right > right || (names !== undefined && box.top < names.bottom));
      }),
    );
    expect([await rows.count(), faults]).toEqual([48, []]);
  });

  it('walks the map by keyboard and tells what it comes to', async () => {
    await open(SCREENS.map);
    const first = page.locator('[data-activity=receive-claim-notice]');
    await first.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Receive claim notice' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'Register claim' }).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await focused()).toMatch(
      /^Register claim, intake clerk, 640 times in 640 cases, told in recordings, median .+ of work$/,
    );
    await page.keyboard.press('ArrowUp');
    await page.getByRole('heading', { name: 'Receive claim notice' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Where the time goes' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('finds an activity with the slash key, even one that was not drawn', async () => {
    await open(SCREENS.map);
    await page.locator('[data-activity]').first().waitFor();
    expect(await page.locator('[data-activity=interview-witness]').count()).toBe(0);
    await page.keyboard.press('/');
    await page.keyboard.type('interview');
    await page.getByRole('option', { name: /Interview witness/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Interview witness' }).waitFor();
    await page.locator('[data-activity=interview-witness][aria-pressed=true]').waitFor();
    expect(complaints).toEqual([]);
  });

  it('draws more with more detail and zooms with keys', async () => {
    await open(SCREENS.map);
    await page.locator('[data-activity]').first().waitFor();
    const before = await page.locator('[data-activity]').count();
    await page.getByRole('slider').fill('100');
    await page.locator('[data-activity=interview-witness]').waitFor();
    expect(await page.locator('[data-activity]').count()).toBeGreaterThan(before);
    // Of the drawing as it is on screen: its width in pixels for its width in map coordinates.
    const scale = () =>
      page
        .locator('[data-level] > svg')
        .evaluate((plane: SVGSVGElement) => plane.getBoundingClientRect().width / plane.viewBox.baseVal.width);
    const far = await scale();
    await page.locator('[data-activity]').first().focus();
    await page.keyboard.press('+');
    expect(await scale()).toBeCloseTo(far * 1.25, 3);
    await page.keyboard.press('0');
    expect(await scale()).toBeLessThan(far);
  });

  it('plays evidence from its moment beside the map, and closes back to where it was', async () => {
    await open(SCREENS.activity);
    const evidence = page.getByRole('button', { name: /Play from 1:12/ });
    await evidence.click();
    const player = page.getByRole('region', { name: 'Player' });
    const playedAt = () => player.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
    await expect.poll(playedAt).toBeGreaterThan(71.9);
    await player.locator('mark').getByText('they run it twice a week').waitFor();
    expect(await page.locator('[data-level] > svg').isVisible()).toBe(true);
    await player.getByRole('button', { name: /Usually I check the policy/ }).click();
    await expect.poll(playedAt).toBeLessThan(25);
    await page.keyboard.press('ArrowRight');
    await expect.poll(playedAt).toBeGreaterThan(22.9);
    await page.keyboard.press('Escape');
    await player.waitFor({ state: 'detached' });
    expect(await evidence.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('loads the sample process with its progress and opens its map', async () => {
    await open('/', 'empty');
    await page.getByRole('button', { name: 'Load the sample process' }).click();
    await page.getByText(/^Taking in recordings: \d of 4 files$/).waitFor();
    await page.getByRole('heading', { name: 'Motor claim handling' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('lists the formats with what they are for, and saves one as a file', async () => {
    await open(SCREENS.map);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByText('for a wiki page or a pull request').waitFor();
    const missing = page.getByRole('menuitem', { name: 'Event log (XES)' });
    expect(await missing.getAttribute('aria-disabled')).toBe('true');
    await missing.getByText('Not yet: this process has no event log and no recorded steps yet.').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Process spec (JSON)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('motor-claim-handling.json');
    expect(complaints).toEqual([]);
  });

  it('says when the core is gone, and connects again by itself', async () => {
    const out = join(createTestFolder(), 'window');
    page = await gallery.useOwnPage();
    await build({ mode: 'production', logLevel: 'silent', build: { outDir: out } });
    const app = await preview({
      mode: 'production',
      logLevel: 'silent',
      build: { outDir: out },
      preview: { host: '127.0.0.1', port: 0 },
    });
    onTestFinished(() => app.close());
    const sockets: WebSocketRoute[] = [];
    await page.routeWebSocket('**/rpc', (socket) => void sockets.push(socket));
    await page.goto(`${app.resolvedUrls?.local[0]}`);
    await page.getByRole('region', { name: 'Loading processes' }).waitFor();
    await sockets[0]?.close();
    const banner = page.getByText('Connection to Mirror lost.');
    await banner.waitFor();
    await banner.waitFor({ state: 'detached' });
    expect(sockets.length).toBe(2);
  });

  it('opens a finding in the list, then on the map', async () => {
    await open('/process/claims/findings/handoffs');
    await page
      .getByRole('button', { name: /^Intake clerk → coverage specialist/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Show on map' }).click();
    await page
      .locator('[data-link=register-claim--check-policy][data-selected=true]')
      .first()
      .waitFor({ state: 'attached' });
    await page.goBack();
    await page.getByRole('heading', { name: /^Handoffs/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});
