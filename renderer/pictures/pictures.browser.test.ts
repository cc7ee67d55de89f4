// The pictures below a recording in a real Chromium: each leads to its moment, and the text on them follows what is played.
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeGallery } from '../gallery/testing/describe-gallery.ts';

describeGallery('the pictures of a recording', ({ page: getPage, open, findFaults }) => {
  let page: Page;

  beforeEach(() => {
    page = getPage();
  });

  const strip = () => page.getByRole('region', { name: 'Pictures of the screen' });

  it('plays from the picture that is clicked, and marks it', async () => {
    await open('/recording/rec-0');
    await strip().getByRole('button', { name: 'Play from the picture at 0:24' }).click();
    await strip().locator('[aria-current]').filter({ hasText: '0:24' }).waitFor();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    expect(await strip().getByRole('button').count()).toBe(14);
    expect(await findFaults()).toEqual([]);
  });

  it('shows what stands on the picture that is passed, and says so where nobody has read it', async () => {
    await open('/recording/rec-0');
    await strip().getByText('Text on the screen').click();
    expect(await page.getByLabel('Text on the screen').textContent()).toBe(
      'Claims\tWorkshops\tPayments\nClaim C-20381',
    );
    await page.keyboard.press('Tab');
    await strip().getByRole('button', { name: 'Play from the picture at 0:18' }).press('Enter');
    await strip().getByText('Not read yet.').waitFor();
    expect(await findFaults()).toEqual([]);
  });

  it('is not there where nothing was recorded but words', async () => {
    await open('/recording/rec-1');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await strip().count()).toBe(0);
  });
});
