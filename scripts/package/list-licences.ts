// In: what the bundles say they hold, and the packages that lie beside them. Out: one document of all their licences.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Part {
  readonly name: string;
  readonly version: string;
  readonly identifier: string | null;
  readonly text: string | null;
}

/** What vite writes of each bundle (`build.license`). */
const BUNDLES = [
  'dist/desktop/programs.licences.json',
  'dist/desktop/preload.licences.json',
  'dist/renderer/licences.json',
];

/** Files that say so without being the licence of a package: data, and Electron's own. */
const FURTHER = [
  'Electron and Chromium: see LICENSE.electron.txt and LICENSES.chromium.html beside the program.',
  'The data for English in @tesseract.js-data/eng is that of tesseract-ocr/tessdata_best, Apache-2.0.',
];

/** Sorted by name; a package that says nothing of its licence is an error. @throws Error naming it */
export function listLicences(home: string, natives: readonly string[]): string {
  const bundled = BUNDLES.map((file) => join(home, file)).filter((file) => existsSync(file));
  // Safe: vite's own form.
  const parts = bundled.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as Part[]);
  const all = new Map([...parts, ...natives.map((name) => readPart(home, name))].map((part) => [part.name, part]));
  const sorted = [...all.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const silent = sorted.filter(({ identifier, text }) => !identifier && !text).map(({ name }) => name);
  if (silent.length > 0) throw new Error(`no licence is known of: ${silent.join(', ')}`);
  return [
    '# Licences of what Mirror is made with',
    '',
    ...FURTHER.flatMap((line) => [line, '']),
    ...sorted.flatMap(({ name, version, identifier, text }) => [
      `## ${name} ${version}`,
      '',
      identifier ?? 'See its text.',
      '',
      ...(text ? ['```', text.trim(), '```', ''] : []),
    ]),
  ].join('\n');
}

function readPart(home: string, name: string): Part {
  const folder = join(home, 'node_modules', name);
  // As npm documents it.
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license?: string;
  };
  const texts = globSync('{LICENSE,LICENCE,NOTICE}*', { cwd: folder }).toSorted();
  return {
    name,
    version,
    identifier: license ?? null,
    text: texts.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n') || null,
  };
}
