// For a run of tests: the gallery, built when the first test asks for it and served to all that ask, under the content policy
// that the app is served with. In: the run. Out: a door (`galleryDoor`) that answers with where the gallery is.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    galleryDoor: string;
  }
}

const POLICY =
  "default-src 'self'; style-src 'self'; script-src 'self'; worker-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'";

export default async function serveGallery({ provide }: TestProject): Promise<() => Promise<void>> {
  let served: ReturnType<typeof buildGallery> | undefined;
  const door = createServer((_, response) => {
    served ??= buildGallery();
    served.then(
      ({ address }) => response.end(address),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((opened) => door.listen(0, '127.0.0.1', opened));
  const { port } = door.address() as AddressInfo; // of a port, not of a pipe
  provide('galleryDoor', `http://127.0.0.1:${port}`);
  return async () => {
    door.close();
    await (await served)?.close();
  };
}

async function buildGallery(): Promise<{ readonly address: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-gallery-'));
  const common = { mode: 'gallery', logLevel: 'silent' as const, build: { outDir: folder, emptyOutDir: true } };
  await build(common);
  const headers = { 'content-security-policy': POLICY };
  const server = await preview({ ...common, preview: { host: '127.0.0.1', port: 0, headers } });
  return {
    address: `${server.resolvedUrls?.local[0]}gallery/index.html`,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
