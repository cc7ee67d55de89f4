// For a run of tests: one Chromium for all of them, started when the first test asks for it. In: the run. Out: a door
// (`chromiumDoor`) that answers with where it can be spoken to.
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium, QUIET_FLAGS } from '../find-chromium.ts';
import { openDoor, type Shared } from './open-door.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    chromiumDoor: string;
  }
}

export default async function serveChromium({ provide }: TestProject): Promise<() => Promise<void>> {
  const door = await openDoor(startChromium);
  provide('chromiumDoor', door.address);
  return () => door.close();
}

async function startChromium(): Promise<Shared> {
  const server = await chromium.launchServer({
    executablePath: findChromium(),
    args: [...QUIET_FLAGS],
    host: '127.0.0.1',
  });
  return { address: server.wsEndpoint(), close: () => server.close() };
}
