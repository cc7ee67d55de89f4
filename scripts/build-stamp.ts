// In: the sources the window is built from. Out: whether dist/renderer was built from exactly these.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['renderer', 'src/api', 'src/domain', 'src/lib', 'vite.config.ts', 'package-lock.json'];

const stampFile = (root: string): string => join(root, 'dist', 'renderer', '.built-from');

export function isBuilt(root: string): boolean {
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === hashSources(root);
}

/** Remembers what the window was built from. Call it only after the build has succeeded. */
export function markBuilt(root: string): void {
  writeFileSync(stampFile(root), hashSources(root));
}

function hashSources(root: string): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => listFiles(root, source)).toSorted()) {
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
