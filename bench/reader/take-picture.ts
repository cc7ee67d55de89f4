// In: pages. Out: pictures of them by a real browser, and the words that can be seen on each.
import { chromium, type Page } from 'playwright-core';
import { findChromium, QUIET_FLAGS, whyNoBrowser } from '../../scripts/find-chromium.ts';

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
      taken.push({ png: await page.screenshot(), words: await listWords(page) });
    }
    return taken;
  } finally {
    await browser.close();
  }
}

/** The page's own text nodes: `innerText` would write buttons that stand side by side as one word. */
function listWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNode(node);
      const { width, bottom } = range.getBoundingClientRect();
      const isSeen = width > 0 && bottom <= window.innerHeight && node.parentElement?.tagName !== 'STYLE';
      if (isSeen) words.push(...(node.textContent ?? '').split(/\s+/).filter((word) => word !== ''));
    }
    return words;
  });
}
