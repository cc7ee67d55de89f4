// The main job as a person does it: open the app on the sample, look at the map, click a handoff, hear the moment.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { whyNoBrowser } from '../../scripts/find-chromium.ts';
import { openChromium } from '../../scripts/testing/open-chromium.ts';
import type { Core } from '../host/core.ts';
import { runFlow } from '../host/flow.ts';
import { readSample } from '../host/samples.ts';
import { findRecordingSource } from '../host/sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../host/testing.ts';
import type { ProcessView } from '../domain/views.ts';
import { serveWeb } from './serve.ts';

const missing = whyNoBrowser();
if (missing) console.warn(`skipped: the app in a browser (${missing})`);

describe.skipIf(missing !== undefined)('the app in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());

  test('the sample is on the map with its counts, and a click on a handoff plays its moment', async () => {
    const { core, view } = await openSample();
    const { page, complaints } = await openApp(browser, core);

    await page.getByRole('link', { name: 'Customer onboarding' }).click();
    const headline = page.getByRole('navigation', { name: 'Headline' });
    for (const words of [`${view.headline.handoffs} handoffs`, `${view.headline.bottlenecks} bottlenecks`])
      await headline.getByRole('link', { name: words, exact: true }).waitFor();
    const drawn = page.locator('[data-activity]');
    await drawn.first().waitFor();
    expect(await drawn.count()).toBeGreaterThan(15);

    await headline.getByRole('link', { name: /handoffs$/ }).click();
    const spoken = findSpokenHandoff(view);
    await page
      .getByRole('button', { name: new RegExp(`^${spoken.row}`, 'i') })
      .first()
      .click();
    const playing = page.locator('video');
    await playing.waitFor();
    await page.waitForFunction(
      () => (document.querySelector('video')?.currentTime ?? 0) > 0 && !document.querySelector('video')?.paused,
    );
    const { src, at } = await playing.evaluate((video: HTMLVideoElement) => ({
      src: video.src,
      at: video.currentTime,
    }));
    const [track] = core.host.store.listTracks(spoken.ref.recordingId);
    expect(src).toMatch(new RegExp(`/media/${track!.id}$`));
    expect(at).toBeGreaterThan(spoken.ref.startMs / 1000 - 2);
    expect(at).toBeLessThan(spoken.ref.endMs / 1000 + 2);
    await page.locator('mark', { hasText: spoken.ref.quote }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('a quote stops where it ends and can be gone on from; Back leads from a finding to its list', async () => {
    const { core, view } = await openSample();
    const { page } = await openApp(browser, core);
    await page.getByRole('link', { name: 'Customer onboarding' }).click();
    await page
      .getByRole('navigation', { name: 'Headline' })
      .getByRole('link', { name: /handoffs$/ })
      .click();
    const list = page.url();
    const spoken = findSpokenHandoff(view);
    await page
      .getByRole('button', { name: new RegExp(`^${spoken.row}`, 'i') })
      .first()
      .click();
    const goOn = page.getByRole('button', { name: /Go on$/ });
    await goOn.waitFor();
    const video = page.locator('video');
    const stopped = await video.evaluate(({ currentTime, paused }: HTMLVideoElement) => ({ currentTime, paused }));
    expect(stopped.paused).toBe(true);
    expect(stopped.currentTime).toBeGreaterThan(spoken.ref.endMs / 1000);
    await goOn.click();
    await page.waitForFunction((at) => (document.querySelector('video')?.currentTime ?? 0) > at, stopped.currentTime);
    await page.goBack();
    expect(page.url()).toBe(list);
  });

  test('a recording is renamed where it is listed, and removed only at the second press', async () => {
    const folder = createTestFolder();
    const core = await createTestCore(join(folder, 'workspace'));
    const source = findRecordingSource(writeTranscript(folder), { actor: 'Ida', role: undefined, title: undefined });
    await finish(await core.client.process.takeIn({ process: 'refunds', sources: [source] }));
    const { page, complaints } = await openApp(browser, core);
    await page.getByRole('link', { name: /refunds/i }).click();
    await page
      .getByRole('navigation', { name: 'Views of this process' })
      .getByRole('link', { name: 'Recordings' })
      .click();
    await page.getByRole('button', { name: 'Rename refund' }).click();
    await page.keyboard.type('In March');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'In March' }).waitFor();
    const remove = page.getByRole('button', { name: 'Remove In March' });
    await remove.click();
    await page.getByRole('button', { name: 'Keep' }).click();
    await remove.click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('No recordings of this process yet').waitFor();
    const [summary] = await core.client.process.list();
    expect({ recordings: summary?.recordings, complaints }).toEqual({ recordings: 0, complaints: [] });
  });

  test('a page left open comes back by itself when Mirror starts again on its port', async () => {
    const folder = createTestFolder();
    const first = await createTestCore(join(folder, 'workspace'));
    const app = await serveWeb(first, { port: 0 });
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.goto(app.url);
    await page.getByRole('main').waitFor();
    await app.close();
    await first.close();
    const lost = page.getByText('Connection to Mirror lost.');
    await lost.first().waitFor();

    const second = await createTestCore(join(folder, 'workspace'));
    const again = await serveWeb(second, { port: Number(new URL(app.url).port) });
    onTestFinished(() => again.close());
    await lost.first().waitFor({ state: 'detached' });
    const source = findRecordingSource(writeTranscript(folder), { actor: 'Ida', role: undefined, title: undefined });
    await finish(await second.client.process.takeIn({ process: 'refunds', sources: [source] }));
    const card = page.getByRole('link', { name: /refunds/i });
    await card.waitFor();
    expect(await card.count()).toBe(1);
  });
});

async function openSample(): Promise<{ core: Core; view: ProcessView }> {
  const core = await createTestCore();
  const { process } = await finish(runFlow(core.host, readSample()));
  return { core, view: await core.client.process.open({ processId: process.id }) };
}

/** A page of the served app, and everything it has complained about. */
async function openApp(browser: Browser, core: Core): Promise<{ page: Page; complaints: string[] }> {
  const app = await serveWeb(core, { port: 0 });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  onTestFinished(async () => {
    await page.close();
    await app.close();
  });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(app.url);
  return { page, complaints };
}

/** A handoff that somebody tells of in a recording. */
function findSpokenHandoff({ insights }: ProcessView) {
  for (const { from, to, kind, unsure, evidence } of insights.handoffs) {
    const ref = evidence.find((each) => each.kind === 'speech');
    if (ref?.kind === 'speech' && kind === 'actor' && !unsure)
      return { row: `${from} → ${to}`, clock: toClock(ref.startMs), ref };
  }
  throw new Error('no handoff of the sample is told in a recording');
}

function toClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
