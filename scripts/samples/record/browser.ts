import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { PageName, Story } from '../stories/story.ts';
import { HEIGHT, WIDTH } from './display.ts';

const DOMAIN = 'larkspan.example';

interface OfficeBrowser extends AsyncDisposable {
  readonly tabs: ReadonlyMap<PageName, Page>;
}

/** Opens a real browser window on the display with the tabs of a story; `onTitle` hears of every new title in a tab. */
export async function openBrowser(
  story: Story,
  place: {
    readonly chromium: string;
    readonly display: string;
    readonly port: number;
    readonly profile: string;
    readonly onTitle: (page: PageName) => void;
  },
): Promise<OfficeBrowser> {
  const context = await chromium.launchPersistentContext(place.profile, {
    executablePath: place.chromium,
    headless: false,
    viewport: null,
    env: { ...process.env, DISPLAY: place.display },
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      '--no-sandbox',
      '--test-type',
      '--no-first-run',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-position=0,0',
      `--window-size=${WIDTH},${HEIGHT}`,
      `--host-resolver-rules=MAP *.${DOMAIN} 127.0.0.1:${place.port}`,
    ],
  });
  const tabs = await openTabs(context, story, place.onTitle);
  return { tabs, [Symbol.asyncDispose]: () => context.close() };
}

async function openTabs(
  context: BrowserContext,
  story: Story,
  onTitle: (page: PageName) => void,
): Promise<Map<PageName, Page>> {
  const tabs = new Map<PageName, Page>();
  for (const { page: name, begin } of story.tabs) {
    const page = tabs.size === 0 ? (context.pages()[0] ?? (await context.newPage())) : await context.newPage();
    const reader = name === 'mail' || name === 'tracker' ? `?as=${story.name}` : '';
    await page.goto(`http://${name}.${DOMAIN}/${reader}`);
    if (begin !== undefined) await page.evaluate(`run(${JSON.stringify(begin)})`);
    await page.exposeFunction('reportTitle', () => onTitle(name));
    await page.evaluate(() => {
      const title = document.querySelector('title');
      const report: unknown = Reflect.get(window, 'reportTitle');
      if (title && typeof report === 'function')
        new MutationObserver(() => report()).observe(title, { childList: true });
    });
    tabs.set(name, page);
  }
  await tabs.get(story.tabs[0]?.page ?? 'mail')?.bringToFront();
  return tabs;
}
