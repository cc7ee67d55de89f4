// Makes sample-gold.json: which words stand on the pages of the samples' films, and when.
//   node bench/reader/make-sample-gold.ts
//
// The films were made by playing stories on pages of ours (scripts/samples). The stories are played again, with a clock
// of their own, up to the beginning of a sentence; the pages then say what can be seen on them.
import { readFile, writeFile } from 'node:fs/promises';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium, QUIET_FLAGS, whyNoBrowser } from '../../scripts/find-chromium.ts';
import { servePages } from '../../scripts/samples/record/pages.ts';
import { STORIES } from '../../scripts/samples/stories/all.ts';
import type { Action, PageName, Story } from '../../scripts/samples/stories/story.ts';
import { listWords } from './list-words.ts';
import type { GoldPage, StoredGold } from './read-sample-gold.ts';

/** What is left of the screen for a page: below tabs and address, inside the frame of the window. */
const SIZE = { width: 1272, height: 709 };
const PAGES_OF_A_FILM = 2;
const SAMPLES = new URL('../../samples/customer-onboarding/', import.meta.url);

const executablePath = findChromium();
if (executablePath === undefined) throw new Error(whyNoBrowser());
await using server = await servePages();
const args = [...QUIET_FLAGS, `--host-resolver-rules=MAP *.larkspan.example 127.0.0.1:${server.port}`];
const browser = await chromium.launch({ executablePath, args });
const gold: GoldPage[] = [];
try {
  for (const story of STORIES) {
    const context = await browser.newContext({ viewport: SIZE });
    gold.push(...(await playAgain(context, story)));
    await context.close();
  }
} finally {
  await browser.close();
}
const stored: StoredGold = gold.map((page) => ({ ...page, words: page.words.join(' ') }));
await writeFile(new URL('sample-gold.json', import.meta.url), `${JSON.stringify(stored, null, 2)}\n`);

/** The fullest pages of it, each of another title. */
async function playAgain(context: BrowserContext, story: Story): Promise<GoldPage[]> {
  const tabs = await openTabs(context, story);
  const starts = await readStarts(story);
  const desk = { front: tabs.get(story.tabs[0]!.page)!, tabs, copied: '' };
  const seen = new Map<string, GoldPage>();
  for (const [at, { hands }] of story.lines.entries()) {
    const words = await desk.front.evaluate(listWords);
    const title = await desk.front.title();
    if (words.length > (seen.get(title)?.words.length ?? 0))
      seen.set(title, { film: story.name, atMs: starts[at]!, words });
    for (const action of hands) await act(desk, action);
    const lengthMs = (starts[at + 1] ?? starts[at]!) - starts[at]!;
    for (const page of tabs.values()) await page.clock.runFor(lengthMs);
  }
  return [...seen.values()].toSorted((a, b) => b.words.length - a.words.length).slice(0, PAGES_OF_A_FILM);
}

async function openTabs(context: BrowserContext, story: Story): Promise<Map<PageName, Page>> {
  const tabs = new Map<PageName, Page>();
  for (const { page: name, begin } of story.tabs) {
    const page = await context.newPage();
    await page.clock.install();
    const reader = name === 'mail' || name === 'tracker' ? `?as=${story.name}` : '';
    await page.goto(`http://${name}.larkspan.example/${reader}`);
    if (begin !== undefined) await page.evaluate(`run(${JSON.stringify(begin)})`);
    tabs.set(name, page);
  }
  return tabs;
}

/** Milliseconds at which each sentence begins. */
async function readStarts({ name }: Story): Promise<number[]> {
  const text = await readFile(new URL(`${name}.vtt`, SAMPLES), 'utf8');
  const cues = [...text.matchAll(/^(\d+):(\d+):(\d+)\.(\d+) -->/gm)];
  return cues.map(([, h, m, s, ms]) => ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(ms));
}

interface Desk {
  readonly tabs: ReadonlyMap<PageName, Page>;
  front: Page;
  copied: string;
}

/** As scripts/samples/record/hands.ts, without a pointer and at once. */
async function act(desk: Desk, action: Action): Promise<void> {
  if (action.kind === 'show') {
    desk.front = desk.tabs.get(action.page)!;
    return desk.front.bringToFront();
  }
  const target = desk.front.locator(action.at);
  const isField = (): Promise<boolean> => target.evaluate((node) => 'value' in node);
  if (action.kind === 'click') await target.click();
  if (action.kind === 'pick') await target.selectOption(action.text);
  if (action.kind === 'type') await target.fill(action.text);
  if (action.kind === 'copy') desk.copied = (await isField()) ? await target.inputValue() : await target.innerText();
  if (action.kind === 'paste') await target.fill(desk.copied);
}
