// The page of models in a real Chromium: fetching, cancelling, checking and removing, and what each row offers.
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeGallery } from '../gallery/testing/describe-gallery.ts';

describeGallery('the page of models', ({ page: getPage, open, findFaults }) => {
  let page: Page;

  beforeEach(() => {
    page = getPage();
  });

  const row = (title: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });

  it('offers for each model what can be done with it, and says which roles are filled', async () => {
    await open('/models');
    await page.getByRole('heading', { name: 'Models', exact: true }).waitFor();
    const acts = async (title: string) =>
      (await row(title).getByRole('button').all()).map(async (button) => [
        (await button.getAttribute('aria-label')) ?? (await button.textContent()),
        await button.isEnabled(),
      ]);
    const offered = await Promise.all(
      ['Whisper tiny', 'Whisper base', 'Whisper small', 'E5 small', 'Tesseract, German'].map(async (title) =>
        Promise.all(await acts(title)),
      ),
    );
    expect(offered).toEqual([
      [['Fetch 62 MB', true]],
      [
        ['Check', true],
        ['Remove Whisper base', true],
      ],
      [
        ['Go on, 170 MB left', true],
        ['Remove Whisper small', true],
      ],
      [['Fetch 118 MB', false]],
      [
        ['Fetch it again', true],
        ['Remove Tesseract, German', true],
      ],
    ]);
    const titles = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(titles).toEqual([
      'Speech detector',
      'Transcriberready',
      'Embedderready',
      'Reader',
      'Writer',
      'Models behind a serverready',
    ]);
    expect(await findFaults()).toEqual([]);
  });

  it('shows how far a download is, and cancels it without a word of failure', async () => {
    await open('/models');
    await row('Whisper tiny').getByRole('button', { name: 'Fetch 62 MB' }).click();
    const bar = row('Whisper tiny').getByRole('progressbar', { name: 'Fetching Whisper tiny' });
    await page.getByText('Fetching: 25 MB of 62 MB').waitFor();
    expect([await bar.getAttribute('value'), await bar.getAttribute('max')]).toEqual(['24800000', '62000000']);
    await row('Whisper tiny').getByRole('button', { name: 'Cancel' }).click();
    await row('Whisper tiny').getByRole('button', { name: 'Fetch 62 MB' }).waitFor();
    expect(await row('Whisper tiny').getByRole('alert').count()).toBe(0);
    expect(await findFaults()).toEqual([]);
  });

  it('removes a model only when asked twice, and says what that freed', async () => {
    await open('/models');
    await page.getByRole('button', { name: 'Remove Whisper base' }).click();
    await page.getByRole('group', { name: 'Remove this model from this machine?' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('Removed: 80 MB are free again.').waitFor();
    expect(await findFaults()).toEqual([]);
  });

  it('is reached from everywhere', async () => {
    await open('/');
    await page.getByRole('link', { name: 'Models' }).click();
    await page.getByRole('heading', { name: 'Transcriber' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/models');
  });
});
