// What the tests of the window in a real Chromium share. In: tests. Out: the gallery in a window for each, and what is wrong with it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, onTestFinished } from 'vitest';
import { whyNoBrowser } from '../../../scripts/find-chromium.ts';
import { type Gallery, listViolations, openGallery, WINDOW_SIZE } from './open-gallery.ts';

export interface GalleryTests {
  /** The window of the test that runs; as new at its start. */
  page(): Page;
  /** What that window has complained about so far: one list for all tests, emptied at the start of each. */
  readonly complaints: readonly string[];
  /** Goes to a screen in a state of the gallery, and waits until something of it is shown. */
  open(path: string, state?: string): Promise<void>;
  /** From here to the end of the test, a window of its own: for what cannot be taken back, such as a stopped clock. */
  useOwnPage(): Promise<Page>;
  /** What axe finds wrong now, and what the window has complained about; empty is right. */
  findFaults(): Promise<string[]>;
}

/** Tests on the gallery; skipped, with the reason, where there is no browser. */
export function describeGallery(name: string, tests: (gallery: GalleryTests) => void): void {
  const reason = whyNoBrowser();
  if (reason) console.warn(`skipped: ${name} (${reason})`);
  // oxlint-disable-next-line vitest/valid-title -- each file has its own
  describe.skipIf(reason !== undefined)(name, () => {
    const complaints: string[] = [];
    let gallery: Gallery;
    let shared: Page;
    let page: Page;
    beforeAll(async () => {
      gallery = await openGallery();
      // One for all tests of a file: a window with a new profile takes three times as long to show its first screen.
      ({ page: shared } = await gallery.newPage(complaints));
    });
    afterAll(() => gallery?.close());
    beforeEach(async () => {
      page = shared;
      await makeAsNew(page);
      complaints.length = 0;
    });
    tests({
      page: () => page,
      complaints,
      open: async (path, state) => {
        await goTo(page, gallery.address(path, state));
        await page.locator('#main > *').first().waitFor();
      },
      useOwnPage: async () => {
        const own = await gallery.newPage(complaints);
        onTestFinished(() => own.close());
        ({ page } = own);
        return page;
      },
      findFaults: async () => [...(await listViolations(page)), ...complaints],
    });
  });
}

/**
 * On a page of the gallery the next one is drawn in its place, from nothing: that is half of what a test spends where the
 * files are loaded anew each time. What has been seen since the page was loaded is all that outlives it.
 */
async function goTo(page: Page, address: string): Promise<void> {
  if (page.url().split('?')[0] !== address.split('?')[0]) {
    await page.goto(address);
    return;
  }
  await page.evaluate((next) => {
    history.pushState(null, '', next);
    dispatchEvent(new Event('gallery:draw'));
  }, address);
}

/** Nothing is left of what was typed, kept, sized or pointed at; leaving the screen ends all that ran in it. */
async function makeAsNew(page: Page): Promise<void> {
  if (page.url() !== 'about:blank') {
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.goto('about:blank');
  }
  await page.setViewportSize(WINDOW_SIZE);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.mouse.move(0, 0);
}
