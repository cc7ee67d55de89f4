// For tests and benches: the recorder's page, built as the app is, into a folder of its own.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const HARNESS = '/harness.html';

/** Built once for each folder; the web door serves it as it serves the app. */
export async function buildHarness(folder: string): Promise<string> {
  // Served from the top, where the socket is looked for.
  const root = fileURLToPath(new URL('.', import.meta.url));
  const configFile = fileURLToPath(new URL('../../../vite.config.ts', import.meta.url));
  await build({
    configFile,
    root,
    logLevel: 'silent',
    build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input: `${root}harness.html` } },
  });
  return folder;
}
