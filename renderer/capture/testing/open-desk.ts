// For tests: a whole desk. A screen with a window manager, Mirror on a new workspace behind its web door, and a real Chromium
// that shares that screen and hears a spoken file as its microphone.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium, QUIET_FLAGS, whyNoBrowser } from '../../../scripts/find-chromium.ts';
import { type Core, createCore, type CoreOptions } from '../../../src/host/core.ts';
import { findWindowSource } from '../../../src/host/windows/find-window-source.ts';
import { serveWeb, type WebApp } from '../../../src/web/serve.ts';
import { type Display, end, openDisplay, readLine, whyNoDisplay } from './display.ts';
import { makeNarration } from './narration.ts';

/** Why tests on a desk are skipped; undefined when they run. */
export const whyNoDesk = (): string | undefined => whyNoBrowser() ?? whyNoDisplay();

export interface DeskOptions {
  /** A folder of built pages: the app's, or a harness. */
  readonly pages: string;
  /** Below the web door's address; the app itself without it. */
  readonly path?: string;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly recorder?: CoreOptions['recorder'];
  /** Of its own in a new folder otherwise. */
  readonly workspace?: string;
  /** `process`: one of its own, which can be killed. */
  readonly core?: 'here' | 'process';
  /** A WAV file for the microphone; a made narration otherwise. It is heard over and over. */
  readonly sound?: string;
  readonly flags?: readonly string[];
  /** False: nobody has allowed the microphone, and nobody does. */
  readonly allowsMicrophone?: boolean;
  /** What is chosen where the browser asks for a screen; `null`: nobody answers with a screen, it is refused. */
  readonly shares?: string | null;
  /** Run in each page before all else. */
  readonly before?: string;
}

export interface Desk {
  readonly folder: string;
  readonly display: Display;
  /** The one in this process. */
  readonly core: () => Core;
  readonly sound: string;
  /** Of the page that a browser opens, with what lets it in. */
  readonly address: () => string;
  /** Closes the core and its door, and opens them again on the same port. */
  restartCore(): Promise<void>;
  stopCore(): Promise<void>;
  /** kill -9 of the one that is a process of its own. */
  killCore(): Promise<void>;
  /** On the same port, so that pages find it. */
  startCore(options?: { readonly inThisProcess?: boolean }): Promise<void>;
  /** A browser of its own kind of person: its own profile, its own windows. */
  openBrowser(): Promise<DeskBrowser>;
  /** A window of some other program, at the front. */
  openWindow(title: string, body: string): Promise<Page>;
  close(): Promise<void>;
}

export interface DeskBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: string[];
  /** Of its first process. */
  readonly pid: number;
  /** In a window of its own, with the same cookies and permissions. */
  newPage(): Promise<Page>;
  /** kill -9 of the whole browser. Resolves when it is gone. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk(options: DeskOptions): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-desk-'));
  const display = await openDisplay({ widthPx: options.widthPx ?? 1280, heightPx: options.heightPx ?? 800 });
  const sound = options.sound ?? makeNarration(folder);
  const workspace = options.workspace ?? join(folder, 'workspace');
  const env = { ...process.env, DISPLAY: display.name, XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: '' };
  let here: { readonly core: Core; readonly web: WebApp } | undefined;
  let child: ChildProcess | undefined;
  let url = '';
  const startCore = async ({ inThisProcess = options.core !== 'process' } = {}): Promise<void> => {
    const port = url === '' ? 0 : Number(new URL(url).port);
    if (inThisProcess) {
      const windows = findWindowSource({ platform: process.platform, env });
      const core = await createCore({ workspace, door: 'terminal', recorder: { windows, ...options.recorder } });
      here = { core, web: await serveWeb(core, { port, pages: options.pages }) };
      ({ url } = here.web);
      return;
    }
    const args = [join(import.meta.dirname, 'serve-core.ts'), workspace, String(port), options.pages];
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    url = await readLine(child.stdout!); // 'pipe' above
  };
  const stopCore = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    await here?.web.close();
    await here?.core.close();
    if (child) await end(child, signal);
    [here, child] = [undefined, undefined];
  };
  const address = (): string => {
    const opened = new URL(url);
    opened.pathname = options.path ?? '/';
    return opened.href;
  };
  await startCore();
  const closers: (() => Promise<void>)[] = [];
  let other: ReturnType<typeof openOther> | undefined;
  const openBrowser = async (): Promise<DeskBrowser> => {
    const browser = await launch(options, { display, sound, address });
    closers.push(browser.close);
    return browser;
  };
  return {
    folder,
    display,
    sound,
    address,
    core: () => {
      if (!here) throw new Error('the core is stopped, or a process of its own');
      return here.core;
    },
    startCore,
    stopCore: () => stopCore(),
    killCore: () => stopCore('SIGKILL'),
    restartCore: async () => {
      await stopCore();
      await startCore();
    },
    openBrowser,
    openWindow: async (title, body) => {
      other ??= openOther(display);
      return (await other).open(title, body);
    },
    close: async () => {
      for (const each of closers) await each();
      await (await other)?.browser.close();
      await stopCore();
      await display.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Place {
  readonly display: Display;
  readonly sound: string;
  readonly address: () => string;
}

/** So that both it and other windows are to be seen. */
const PLACE = ['--window-position=0,0', '--window-size=1000,640'];

async function launch(options: DeskOptions, { display, sound, address }: Place): Promise<DeskBrowser> {
  const { shares = 'Entire screen', allowsMicrophone = true } = options;
  const server = await chromium.launchServer({
    executablePath: findChromium()!, // whyNoDesk has looked
    headless: false,
    // Playwright would keep hidden pages as fast as visible ones; people's browsers do not.
    ignoreDefaultArgs: [
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
    env: { ...process.env, DISPLAY: display.name },
    args: [
      ...QUIET_FLAGS,
      ...PLACE,
      // Never --use-fake-ui-for-media-stream: it records a test picture instead of the screen.
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${sound}`,
      ...(shares === null ? [] : [`--auto-select-desktop-capture-source=${shares}`]),
      ...(options.flags ?? []),
    ],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const permissions = allowsMicrophone ? ['microphone'] : [];
  const context = await browser.newContext({ viewport: null, permissions });
  if (options.before) await context.addInitScript(options.before);
  const complaints: string[] = [];
  const newPage = async (): Promise<Page> => {
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address());
    return page;
  };
  const page = await newPage();
  return {
    context,
    page,
    complaints,
    pid: server.process().pid!, // it has answered
    newPage,
    kill: () => end(server.process(), 'SIGKILL'),
    close: () => server.close(),
  };
}

async function openOther(display: Display): Promise<{ browser: Browser; open: Desk['openWindow'] }> {
  const browser = await chromium.launch({
    executablePath: findChromium()!, // whyNoDesk has looked
    headless: false,
    env: { ...process.env, DISPLAY: display.name },
    args: [...QUIET_FLAGS, '--window-position=240,120', '--window-size=1000,640'],
  });
  return {
    browser,
    open: async (title, body) => {
      const context = await browser.newContext({ viewport: null });
      const page = await context.newPage();
      await page.setContent(`<title>${title}</title>${body}`);
      display.activate(title);
      return page;
    },
  };
}
