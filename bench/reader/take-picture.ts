// In: pages. Out: pictures of them by a real browser, and the words that can be seen on each.
import { chromium } from 'playwright-core';
import { findChromium, QUIET_FLAGS, whyNoBrowser } from '../../scripts/find-chromium.ts';
import { listWords } from './list-words.ts';

export interface TakenPicture {
  readonly png: Buffer;
  /** Split at blanks. */
  readonly words: readonly string[];
}

/** @throws where there is no Chromium */
export async function takePictures(
  pages: readonly string[],
  size: { readonly width: number; readonly height: number },
): Promise<TakenPicture[]> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(whyNoBrowser());
  const browser = await chromium.launch({ executablePath, args: [...QUIET_FLAGS] });
  try {
    const page = await browser.newPage({ viewport: size });
    const taken: TakenPicture[] = [];
    for (const html of pages) {
      await page.setContent(html);
      taken.push({ png: await page.screenshot(), words: await page.evaluate(listWords) });
    }
    return taken;
  } finally {
    await browser.close();
  }
}
