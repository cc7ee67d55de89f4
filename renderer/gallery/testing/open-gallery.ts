// For tests: the gallery of this run in a real Chromium.
import axe from 'axe-core';
import { chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { findChromium, QUIET_FLAGS } from '../../../scripts/find-chromium.ts';

export const WINDOW_SIZE = { width: 1280, height: 800 };

export interface Gallery {
  /** A fresh window with a profile of its own; what it complains about on its console is added to `complaints`. */
  newPage(complaints?: string[]): Promise<{ page: Page; complaints: string[]; close(): Promise<void> }>;
  address(path: string, state?: string): string;
  close(): Promise<void>;
}

/** @throws Error with the words of the build, where it has failed */
export async function openGallery(): Promise<Gallery> {
  const answer = await fetch(inject('galleryDoor'));
  const base = await answer.text();
  if (!answer.ok) throw new Error(base);
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...QUIET_FLAGS] });
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
