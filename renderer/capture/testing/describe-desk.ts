// What the tests of the recorder on a real screen share. In: what a desk should be like. Out: a desk that is closed after its test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { Receipt } from '../../../src/domain/capture.ts';
import { buildHarness, HARNESS } from './build-harness.ts';
import { type Desk, type DeskOptions, openDesk, whyNoDesk } from './open-desk.ts';

export const COLOURS = { red: [200, 30, 30], blue: [30, 60, 200], black: [0, 0, 0], white: [255, 255, 255] } as const;

/** A page that is nothing but its colour. */
export const filled = ([red, green, blue]: readonly number[]): string =>
  `<style>html{background:rgb(${red},${green},${blue})}</style>`;

/** Inside the other windows, and outside of the recorder's own. */
export const PLACE = { x: 0.85, y: 0.8 };

/** All but what a busy machine needs to begin. */
export const gapsOf = ({ tracks }: Pick<Receipt, 'tracks'>) =>
  tracks.flatMap(({ gaps }) => gaps).filter(({ cause, endMs }) => cause !== 'start' || endMs > 2000);

/** Files of the tracks of a recording, by name. */
export function filesOf({ tracks, recordingId }: Receipt, { core }: Desk): ReadonlyMap<string, string> {
  const stored = core().host.store.listTracks(recordingId);
  const names = new Map(tracks.flatMap(({ name, sha256 }) => sha256.map((hash) => [hash, name] as const)));
  return new Map(stored.map(({ sha256, path }) => [names.get(sha256) ?? '', core().host.workspace.file(path)]));
}

/** Tests that each open a desk; skipped, with the reason, where there can be no screen. */
export function describeDesk(
  name: string,
  tests: (open: (options?: Partial<DeskOptions>) => Promise<Desk>) => void,
): void {
  const reason = whyNoDesk();
  if (reason) console.warn(`skipped: ${name} (${reason})`);
  // oxlint-disable-next-line vitest/valid-title -- each file has its own
  describe.skipIf(reason !== undefined)(name, () => {
    let pages: string;
    let desk: Desk | undefined;
    beforeAll(async () => {
      pages = await buildHarness(mkdtempSync(join(tmpdir(), 'mirror-harness-')));
    });
    afterAll(() => rmSync(pages, { recursive: true, force: true }));
    afterEach(async () => {
      await desk?.close();
      desk = undefined;
    });
    tests(async (options = {}) => {
      desk = await openDesk({ pages, path: HARNESS, ...options });
      return desk;
    });
  });
}
