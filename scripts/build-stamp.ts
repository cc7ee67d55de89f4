// In: the sources the window, or the desktop's programs, are built from. Out: whether what is there was built from
// exactly these.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = {
  renderer: ['renderer', 'src/api', 'src/domain', 'src/lib', 'vite.config.ts', 'package-lock.json'],
  desktop: ['electron', 'src', 'db', 'models', 'scripts/package', 'vite.desktop.config.ts', 'package-lock.json'],
} as const;

/** Its folder in `dist`. */
export type BuiltPart = keyof typeof SOURCES;

const stampFile = (root: string, part: BuiltPart): string => join(root, 'dist', part, '.built-from');

export function isBuilt(root: string, part: BuiltPart = 'renderer'): boolean {
  const stamp = stampFile(root, part);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources(root, part);
}

/** Remembers what it was built from. Call it only after the build has succeeded. */
export function markBuilt(root: string, part: BuiltPart = 'renderer'): void {
  writeFileSync(stampFile(root, part), hashSources(root, part));
}

function hashSources(root: string, part: BuiltPart): string {
  const hash = createHash('sha256');
  for (const file of SOURCES[part].flatMap((source) => listFiles(root, source)).toSorted()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function listFiles(root: string, path: string): string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
