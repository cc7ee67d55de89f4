// How a process performs, in a real Chromium, with the gallery's process.
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeGallery } from '../gallery/testing/describe-gallery.ts';

const ADDRESS = '/process/claims/performance';

describeGallery('the performance of a process', (gallery) => {
  const { open, findFaults } = gallery;
  let page: Page;

  beforeEach(() => {
    page = gallery.page();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name });

  it('goes through the spectrum by keyboard, line by line, and shows the rows of one', async () => {
    await open(ADDRESS);
    const spectrum = page.getByRole('slider', { name: /^Passings from/ });
    await spectrum.focus();
    const chosen = () => spectrum.getAttribute('aria-valuetext');
    expect(await chosen()).toBe('none chosen; arrow keys go from one to the next');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await chosen()).toMatch(/^Case CL-1201: from .+ Jan 2026, .+ \(UTC\), .+ quarter$/);
    await page.getByRole('heading', { name: 'Evidence (1)' }).waitFor();
    await page.keyboard.press('End');
    expect(await chosen()).toMatch(/^Case CL-1459: /);
    expect(await findFaults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Evidence (1)' }).waitFor({ state: 'detached' });
  });

  it('zooms the spectrum, draws fewer lines then, and shows everything again', async () => {
    await open(ADDRESS);
    const spectrum = page.getByRole('slider', { name: /^Passings from/ });
    const lines = spectrum.locator('path[data-quarter]');
    await lines.nth(3).waitFor({ state: 'attached' });
    const count = async (): Promise<number> =>
      (await lines.evaluateAll((paths) => paths.map((path) => path.getAttribute('d') ?? ''))).join('').split('M')
        .length - 1;
    expect(await count()).toBe(260);
    await button('Zoom in on the time').click();
    expect(await count()).toBeLessThan(260);
    await spectrum.focus();
    await page.keyboard.press('0');
    expect(await count()).toBe(260);
  });

  it('takes the line under the pointer', async () => {
    await open(ADDRESS);
    const spectrum = page.getByRole('slider', { name: /^Passings from/ });
    await spectrum.locator('svg').click({ position: { x: 300, y: 100 } });
    expect(await spectrum.getAttribute('aria-valuetext')).toMatch(/^Case CL-/);
  });

  it('asks anew for another way and other periods', async () => {
    await open(ADDRESS);
    const way = page.getByLabel('Way to look at');
    const first = await way.inputValue();
    await way.selectOption({ index: 3 });
    expect(await way.inputValue()).not.toBe(first);
    const [source = ''] = ((await way.locator('option:checked').textContent()) ?? '').split(' → ');
    await page.getByRole('slider', { name: new RegExp(`^Passings from ${source}`, 'i') }).waitFor();
    await button('Months').click();
    await page.getByText('For each month (UTC); the line is how many are open at its end').waitFor();
    await page.getByText('As a table').click();
    await page.getByRole('row', { name: /^Jan 2026/ }).waitFor();
    expect(await findFaults()).toEqual([]);
  });

  it('opens examples behind a bar and behind a sentence, and goes to the map', async () => {
    await open(ADDRESS);
    await button('8 d to 10 d: 97 cases, 15%').click();
    await page.getByText('97 rows of claims-2026.csv').waitFor();
    await button(/^“review assessment” is done again in 77/).click();
    await page.getByText('92 rows of claims-2026.csv').waitFor();
    expect(await page.getByText('97 rows of claims-2026.csv').count()).toBe(0);
    expect(await findFaults()).toEqual([]);
    await button('Show on the map').click();
    await page.getByRole('heading', { name: 'Review assessment' }).waitFor();
  });

  it('stays readable in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(ADDRESS);
    await page.getByRole('slider', { name: /^Passings from/ }).waitFor();
    expect(await findFaults()).toEqual([]);
  });

  it('says what is missing where there is no log', async () => {
    await open(ADDRESS, 'empty');
    await page.getByRole('heading', { name: 'Nothing is known of times yet' }).waitFor();
    await page.getByText('npm run mirror -- import LOG').waitFor();
    expect(await findFaults()).toEqual([]);
  });
});
