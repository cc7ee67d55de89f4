// For tests: the Chromium of this run.
import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { askDoor } from './open-door.ts';

/** Closing it closes what was opened through it; others go on. Tests that need flags of their own start their own. */
export async function openChromium(): Promise<Browser> {
  return chromium.connect(await askDoor(inject('chromiumDoor')));
}
