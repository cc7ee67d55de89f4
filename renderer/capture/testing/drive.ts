// For tests: the recorder of a page, driven and read from outside of it.
import type { Page } from 'playwright-core';
import type { Intent } from '../../../src/domain/capture.ts';
import type { RecorderActions, RecorderView, Stage } from '../recorder-model.ts';

export const INTENT: Intent = { process: 'Refunds', actor: 'Ida', role: 'agent', language: 'en' };

/** Of the view, all that can be sent from a page. */
export type PlainView = Omit<RecorderView, 'screens'> & {
  readonly screens: readonly Omit<RecorderView['screens'][number], 'stream'>[];
};

export interface Driver {
  view(): Promise<PlainView>;
  nowMs(): Promise<number>;
  /** Calls an action and waits until it is done. */
  do<Name extends keyof RecorderActions>(name: Name, ...args: Parameters<RecorderActions[Name]>): Promise<void>;
  until(stage: Stage): Promise<void>;
  /** Until the recording's clock has come so far. */
  untilMs(ms: number): Promise<void>;
  /** Until every track of sound and picture has so much of it on disk. */
  untilMedia(ms: number): Promise<void>;
  /** Until what the function says is true; it runs in the page and sees nothing else. */
  untilView(is: () => boolean): Promise<void>;
}

/** Hidden pages draw nothing, so it is asked by time and not by picture. */
const POLL = { polling: 100, timeout: 60_000 } as const;

export function drive(page: Page): Driver {
  return {
    view: () =>
      page.evaluate(() => {
        const { screens, ...view } = window.recorder.view.getState();
        return { ...view, screens: screens.map(({ stream: _stream, ...screen }) => screen) };
      }),
    nowMs: () => page.evaluate(() => window.recorder.nowMs()),
    do: (name, ...args) =>
      page.evaluate(
        async ([action, given]) => {
          const call = window.recorder.actions[action] as (...args: unknown[]) => Promise<void> | void;
          await call(...given);
        },
        [name, args] as const,
      ),
    until: async (stage) => {
      await page.waitForFunction((wanted) => window.recorder.view.getState().stage === wanted, stage, POLL);
    },
    untilMs: async (ms) => {
      await page.waitForFunction((wanted) => window.recorder.nowMs() >= wanted, ms, POLL);
    },
    untilMedia: async (ms) => {
      const isThere = (wanted: number): boolean => {
        const tracks = window.recorder.view.getState().health?.tracks.filter(({ name }) => name !== 'events');
        return tracks?.every(({ mediaMs }) => mediaMs >= wanted) ?? false;
      };
      await page.waitForFunction(isThere, ms, POLL);
    },
    untilView: async (is) => {
      await page.waitForFunction(is, undefined, POLL);
    },
  };
}

/** Opens the card, shares a screen, starts, and waits until the core says that all is well. */
export async function startRecording(page: Page, { screens = 1, withSound = false } = {}): Promise<Driver> {
  const driver = drive(page);
  await driver.do('open');
  for (let screen = 0; screen < screens; screen += 1) await driver.do('addScreen', { withSound });
  await driver.do('start', INTENT);
  await driver.until('running');
  return driver;
}
