// Searching in the window: from anywhere by key, typing, choosing, and being where it was said; for everybody.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { whyNoBrowser } from '../../scripts/find-chromium.ts';
import { type Gallery, listViolations, openGallery } from '../gallery/testing/open-gallery.ts';

const reason = whyNoBrowser();
if (reason) console.log(`search.browser.test.ts skipped: ${reason}`);

describe.skipIf(reason !== undefined)('search', () => {
  let gallery: Gallery;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    gallery = await openGallery();
  });

  afterAll(async () => gallery?.close());

  beforeEach(async () => {
    const opened = await gallery.newPage();
    ({ page, complaints } = opened);
    onTestFinished(() => opened.close());
  });

  const open = async (path: string, state?: string): Promise<void> => {
    await page.goto(gallery.address(path, state));
    await page.getByRole('button', { name: 'Search everything' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search everything' }).waitFor();
  };
  const focused = (source: string) => page.locator('[role=option][data-focused]').getByText(source);
  const options = () => page.getByRole('option');
  const type = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+A');
    await page.keyboard.type(words);
  };
  const expectFine = async (): Promise<void> => {
    expect(await listViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  };

  it('finds words as they are typed and plays the chosen moment', async () => {
    await open('/process/claims/map');
    await page.getByText('What are you looking for?').waitFor();
    await expectFine();
    await type('register');
    await options().first().waitFor();
    expect(await options().first().locator('mark').allTextContents()).toEqual(['register']);
    await expectFine();
    await focused('Intake: how Ana takes in a claim').waitFor();
    await page.keyboard.press('ArrowDown');
    await focused('Handling: from contact to reserve').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Handling: from contact to reserve' }).waitFor();
    expect(page.url()).toMatch(/#\/recording\/rec-1\/12000$/);
    expect(await page.getByRole('dialog').count()).toBe(0);
    // Another moment of the same recording is gone to as well.
    await page.keyboard.press('Control+k');
    await type('take in a claim');
    await options().nth(1).click();
    await page.waitForURL(/#\/recording\/rec-1\/0$/);
    await expectFine();
  });

  it('keeps to a kind of evidence and to the process behind it', async () => {
    await open('/process/claims/map');
    await type('claim');
    await options().first().waitFor();
    const all = await options().count();
    // The last one comes into view when the keys go there.
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => (document.querySelector('section[aria-label=Results]')?.scrollTop ?? 0) > 0);
    await page.getByRole('radio', { name: 'Windows' }).click();
    await page
      .getByRole('option', { name: /^Window: / })
      .first()
      .waitFor();
    await page.waitForFunction((before) => document.querySelectorAll('[role=option]').length < before, all);
    expect(await page.getByRole('option', { name: /^Said: / }).count()).toBe(0);
    await page.getByRole('radio', { name: 'Documents' }).click();
    await page.getByText('There is no such text here yet').waitFor();
    await page.getByRole('radio', { name: 'Everything' }).click();
    await page.getByRole('button', { name: 'Only in Motor claim handling' }).click();
    await options().first().waitFor();
    await expectFine();
  });

  it('says what it took for a slip, and when there is nothing', async () => {
    await open('/');
    await type('assesment');
    await page.getByText('“assesment” stands nowhere; searched for').waitFor();
    await type('xylophone');
    await page.getByText('Nothing found for “xylophone”').waitFor();
    await expectFine();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // Closed, it gives the focus back; by the button it opens as well, and empty.
    await page.getByRole('button', { name: 'Search everything' }).click();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });

  it('says so where there is nothing yet, and where the core cannot answer', async () => {
    await open('/', 'empty');
    await page.getByText('There is nothing to search here yet').waitFor();
    await expectFine();
    await open('/', 'problem');
    await page.getByRole('dialog').getByText('Another Mirror is using this workspace').waitFor();
    expect(await listViolations(page)).toEqual([]);
  });
});
