// For tests: the gallery of this run in a real Chromium.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { openChromium } from '../../../scripts/testing/open-chromium.ts';
import { askDoor } from '../../../scripts/testing/open-door.ts';

export const WINDOW_SIZE = { width: 1280, height: 800 };

export interface Gallery {
  /** A fresh window with a profile of its own; what it complains about on its console is added to `complaints`. */
  newPage(complaints?: string[]): Promise<{ page: Page; complaints: string[]; close(): Promise<void> }>;
  address(path: string, state?: string): string;
  close(): Promise<void>;
}

/** @throws Error with the words of the build, where it has failed */
export async function openGallery(): Promise<Gallery> {
  const base = await askDoor(inject('galleryDoor'));
  const browser = await openChromium();
  return {
    address: (path, state = 'full') => `${base}?state=${state}#${path}`,
    newPage: async (complaints = []) => {
      const context = await browser.newContext({ viewport: WINDOW_SIZE, reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      return { page, complaints, close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

/** What axe finds wrong on the page; empty is right. */
export async function listViolations(page: Page): Promise<string[]> {
  // In the page itself and for violations only: the package for Playwright opens a second page for each look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    return inPage.run(document, { resultTypes: ['violations'] });
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
