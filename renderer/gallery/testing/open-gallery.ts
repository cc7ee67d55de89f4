// For tests: the built gallery in a real Chromium, under the content policy that the app is served with.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { findChromium, QUIET_FLAGS } from '../../../scripts/find-chromium.ts';

const POLICY =
  "default-src 'self'; style-src 'self'; script-src 'self'; worker-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'";

export interface Gallery {
  /** A fresh window; what it complains about on its console is added to `complaints`. */
  newPage(): Promise<{ page: Page; complaints: string[]; close(): Promise<void> }>;
  address(path: string, state?: string): string;
  /** Emptied with the gallery. */
  readonly folder: string;
  close(): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-gallery-'));
  const common = { mode: 'gallery', logLevel: 'silent' as const, build: { outDir: folder, emptyOutDir: true } };
  await build(common);
  const headers = { 'content-security-policy': POLICY };
  const server = await preview({ ...common, preview: { host: '127.0.0.1', port: 0, headers } });
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...QUIET_FLAGS] });
  return {
    folder,
    address: (path, state = 'full') => `${server.resolvedUrls?.local[0]}gallery/index.html?state=${state}#${path}`,
    newPage: async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      return { page, complaints, close: () => context.close() };
    },
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What axe finds wrong on the page; empty is right. */
export async function listViolations(page: Page): Promise<string[]> {
  // In the page itself and for violations only: the package for Playwright opens a second page for each look.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    return inPage.run(document, { resultTypes: ['violations'] });
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
