// Comparing, checking and approving in a real Chromium, with the gallery's process.
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeGallery } from '../gallery/testing/describe-gallery.ts';

const ADDRESS = '/process/claims/compare';

describeGallery('the view that compares', (gallery) => {
  const { open, findFaults } = gallery;
  let page: Page;

  beforeEach(() => {
    page = gallery.page();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name });

  it('marks what changed on the map, by words as well as by colour', async () => {
    await open(ADDRESS);
    const added = page.locator('[data-activity=review-assessment]');
    await added.waitFor();
    expect(await added.getAttribute('aria-label')).toMatch(/, only now$/);
    const marks = page.locator('[data-level] g[data-change] text');
    expect((await marks.allTextContents()).map((text) => text.trim())).toEqual(
      expect.arrayContaining(['+ only now', '↓ less', 't↑ slower', '−', 't↑']),
    );
    expect(await findFaults()).toEqual([]);
  });

  it('stays readable in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(ADDRESS);
    await page.locator('[data-level] g[data-change]').first().waitFor();
    expect(await findFaults()).toEqual([]);
  });

  it('opens a change by keyboard with its evidence, and shows where it is', async () => {
    await open(ADDRESS);
    await page.locator('[data-activity]').first().waitFor();
    const row = button(/“review assessment” is only in the whole process: in 402 of 640 cases/);
    await row.focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-activity=review-assessment][aria-pressed=true]').waitFor();
    await page.getByRole('heading', { name: 'Evidence (1)' }).waitFor();
    expect(await button('The approved graph “As agreed in March”: not there').isDisabled()).toBe(true);
    await page.getByText('402 rows of claims-2026.csv').waitFor();
    expect(await findFaults()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Evidence (1)' }).waitFor({ state: 'detached' });
  });

  it('goes from the map to the sentence', async () => {
    await open(ADDRESS);
    const added = page.locator('[data-activity=review-assessment]');
    await added.focus();
    await page.keyboard.press('Enter');
    const row = button(/“review assessment” is only in the whole process/);
    await expect.poll(() => row.getAttribute('aria-expanded')).toBe('true');
  });

  it('lets the two sides be chosen, and asks once both are whole', async () => {
    await open(ADDRESS);
    await page.getByLabel('Second: what it shows').selectOption({ label: 'Cases of a period' });
    await page.getByLabel('Second, to').fill('2026-01-01');
    await page.getByRole('heading', { name: 'Finish choosing the two sides' }).waitFor();
    await page.getByLabel('Second, to').fill('2026-06-30');
    await page.locator('[data-activity]').first().waitFor();
    await button('Swap').click();
    expect(await page.getByLabel('First, to').inputValue()).toBe('2026-06-30');
    expect(await findFaults()).toEqual([]);
  });

  it('lists deviating cases by deviation, with the nearest approved way and their rows', async () => {
    await open(ADDRESS);
    await button('Deviating cases').click();
    await page.getByText('596 of 640 cases').waitFor();
    await button(/“check policy” is skipped/).click();
    await page.getByRole('heading', { name: 'Cases with deviation 2' }).waitFor();
    expect(await button(/^claim 1214 deviation 1 ·/).count()).toBe(0);
    await button(/^claim 1200 /).click();
    await page.getByText('− missing: Check policy').waitFor();
    await page.getByText('2 rows of claims-2026.csv').waitFor();
    expect(await findFaults()).toEqual([]);
    await button('Show all').click();
    await page.getByRole('heading', { name: 'Deviating cases 44' }).waitFor();
  });

  it('approves the present graph, withdraws it, and says what to do when none is left', async () => {
    await open(ADDRESS);
    await button('Approved graphs 1').click();
    await page.getByLabel('Approve the graph as it is now').fill('As agreed in June');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'As agreed in June' }).waitFor();
    expect(await findFaults()).toEqual([]);
    await button('Withdraw As agreed in June').click();
    await button('Withdraw As agreed in June').waitFor({ state: 'detached' });
    await button('Withdraw As agreed in March').click();
    await button('Withdraw As agreed in March').waitFor({ state: 'detached' });
    await button('Deviating cases').click();
    await page.getByRole('heading', { name: 'Nothing is approved yet' }).waitFor();
    await button('Approve the present graph').click();
    await page.getByLabel('Approve the graph as it is now').waitFor();
    expect(await findFaults()).toEqual([]);
  });

  it('says what is missing where there is nothing to compare', async () => {
    await open(ADDRESS, 'empty');
    await page.getByRole('heading', { name: 'Nothing to compare yet' }).waitFor();
    await page.getByText('npm run mirror -- import LOG').waitFor();
    expect(await findFaults()).toEqual([]);
  });
});
