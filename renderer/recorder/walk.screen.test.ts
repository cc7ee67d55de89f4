// A stranger's first recording, by keyboard alone, with the app as it is shipped: a real screen, a spoken microphone, a real core.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, whyNoDesk } from '../capture/testing/open-desk.ts';

const reason = whyNoDesk();
if (reason) console.log(`walk.screen.test.ts skipped: ${reason}`);

describe.skipIf(reason !== undefined)('a first recording', () => {
  let folder: string;
  let desk: Desk;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mirror-app-'));
    await build({ mode: 'production', logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } });
    desk = await openDesk({ pages: folder });
  });
  afterAll(async () => {
    await desk?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is named, made, marked, paused, stopped, counted and watched; another window sees it meanwhile', async () => {
    const { page, complaints, newPage } = await desk.openBrowser();
    page.setDefaultTimeout(20_000);
    await page.getByRole('heading', { name: 'See how the work is really done' }).waitFor();
    await fillCard(page);

    const bar = page.getByRole('region', { name: 'Recorder: Recording' });
    await bar.waitFor();
    expect(await page.title()).toMatch(/^● Recording \d:\d\d – invoice approval · Mirror$/);
    await untilMore(page, 2);
    await page.keyboard.press('d');
    await bar.getByText(/^Decision marked at 0:0\d$/).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('above two hundred');
    await page.keyboard.press('Enter');

    const other = await newPage();
    await other.getByText('Recording in another window').waitFor();
    expect(await other.getByRole('button', { name: 'Record', exact: true }).isDisabled()).toBe(true);
    await other.close();

    await page.bringToFront();
    await page.keyboard.press('p');
    await page.getByRole('region', { name: 'Recorder: Paused' }).waitFor();
    // Longer than two files take to follow each other, so that it is a gap.
    const paused = Date.now();
    await expect.poll(() => Date.now() - paused, { timeout: 5000 }).toBeGreaterThan(1200);
    await page.keyboard.press('p');
    await bar.waitFor();
    // So long that every track has begun its next file.
    await untilMore(page, 4);
    await page.keyboard.press('q');
    await bar.getByText(/^Question marked at /).waitFor();
    await page.keyboard.press('Alt+s');

    const receipt = page.getByRole('dialog', { name: 'Receipt of the recording' });
    await receipt.getByText('Verified: every file was closed').waitFor();
    expect(await receipt.getByRole('listitem').filter({ hasText: 'paused' }).count()).toBe(1);
    await receipt.getByText('Decision: above two hundred').waitFor();
    await receipt.getByRole('heading', { name: '2 marks' }).waitFor();
    await page.getByRole('button', { name: 'Watch it' }).press('Enter');

    await page.getByRole('heading', { name: /^Invoice approval INV-7, / }).waitFor();
    const video = page.locator('video');
    await page.getByRole('button', { name: 'Play', exact: true }).press('Enter');
    await expect.poll(() => video.evaluate((media: HTMLVideoElement) => media.currentTime)).toBeGreaterThan(0.5);
    expect(await video.evaluate((media: HTMLVideoElement) => [media.videoWidth, media.videoHeight])).toEqual([
      1280, 800,
    ]);
    await page.getByText(/^Recorded .+ s, \d gaps?Receipt$/).waitFor();
    expect(complaints).toEqual([]);
  }, 150_000);

  it('leaves nothing behind when it is discarded, and the next one can begin at once', async () => {
    const before = (await desk.core().client.process.list()).map(({ recordings }) => recordings);
    const { page, complaints } = await desk.openBrowser();
    page.setDefaultTimeout(20_000);
    await page.getByRole('heading', { name: 'Processes' }).waitFor();
    await fillCard(page);
    await page.getByRole('region', { name: 'Recorder: Recording' }).waitFor();
    await page.getByRole('button', { name: 'Discard this recording' }).press('Enter');
    await page.getByRole('button', { name: 'Discard', exact: true }).press('Enter');
    await page.getByRole('region', { name: /^Recorder/ }).waitFor({ state: 'detached' });
    await page.locator('button:enabled').getByText('Record', { exact: true }).waitFor();
    expect((await desk.core().client.process.list()).map(({ recordings }) => recordings)).toEqual(before);
    expect(complaints).toEqual([]);
  }, 150_000);
});

async function fillCard(page: Page): Promise<void> {
  await page.keyboard.press('Alt+r');
  const card = page.getByRole('dialog', { name: 'Record a process' });
  await card.getByText('Mirror hears you').waitFor();
  await page.keyboard.type('invoice approval');
  await card.getByText('What starts it, when it is done, which case').press('Enter');
  await card.getByLabel('Case', { exact: true }).fill('INV-7');
  await card.getByRole('button', { name: /^Choose a screen/ }).press('Enter');
  await card.getByText('Whole screen, 1280 × 800').waitFor();
  await card.getByLabel('I agree to this recording').press('Space');
  await card.getByRole('button', { name: 'Start recording' }).press('Enter');
}

/** So many seconds more than now on the recording's clock, as the title shows it. */
async function untilMore(page: Page, seconds: number): Promise<void> {
  const shown = async (): Promise<number> => Number(/ 0:(\d\d) /.exec(await page.title())?.[1] ?? 0);
  const from = await shown();
  await expect.poll(shown, { timeout: 30_000 }).toBeGreaterThanOrEqual(from + seconds);
}
