// In: the environment. Out: a Chromium that tests and the sample's maker can drive.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Without these Chromium looks up its maker's hosts at each start. */
export const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** Path of a given (MIRROR_CHROMIUM), a system or a Playwright Chromium, in this order; undefined where there is none. */
export function findChromium(): string | undefined {
  const given = process.env['MIRROR_CHROMIUM'];
  return [given, ...SYSTEM, chromium.executablePath()].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/** Why browser tests are skipped, for people who read the test run; undefined when they run. */
export function whyNoBrowser(): string | undefined {
  if (findChromium() !== undefined) return undefined;
  return 'no Chromium found: install the package chromium, or set MIRROR_CHROMIUM to one';
}
