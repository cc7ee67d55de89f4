// For a run of tests: the gallery, built when the first test asks for it and served to all that ask, under the content policy
// that the app is served with. In: the run. Out: a door (`galleryDoor`) that answers with where the gallery is.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { openDoor, type Shared } from '../../../scripts/testing/open-door.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    galleryDoor: string;
  }
}

const POLICY =
  "default-src 'self'; style-src 'self'; script-src 'self'; worker-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'";

export default async function serveGallery({ provide }: TestProject): Promise<() => Promise<void>> {
  const door = await openDoor(buildGallery);
  provide('galleryDoor', door.address);
  return () => door.close();
}

async function buildGallery(): Promise<Shared> {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-gallery-'));
  const common = { mode: 'gallery', logLevel: 'silent' as const, build: { outDir: folder, emptyOutDir: true } };
  await build(common);
  // What was built does not change while the run lasts: asking for each of some forty files again takes a third of a load.
  const headers = { 'content-security-policy': POLICY, 'cache-control': 'max-age=3600, immutable' };
  const server = await preview({ ...common, preview: { host: '127.0.0.1', port: 0, headers } });
  return {
    address: `${server.resolvedUrls?.local[0]}gallery/index.html`,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
