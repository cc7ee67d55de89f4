// In: a path somebody wants a file written to. Out: nothing, unless Mirror's own files are there.
import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { MirrorError } from '../domain/errors.ts';
import type { Workspace } from './workspace.ts';

/**
 * A file written over the open database, or over media, would cost what is kept there; `exports` alone is for others.
 * @throws usage for a path that depends on where the caller stands, export/unwritable for one inside the workspace
 */
export function requireOutside(workspace: Workspace, file: string): void {
  if (!isAbsolute(file)) throw new MirrorError('usage', { data: { detail: `"${file}" is no absolute path` } });
  const target = resolveLinks(file);
  const isIn = (folder: string): boolean => target.startsWith(resolveLinks(folder) + sep);
  if (!isIn(workspace.path) || isIn(workspace.file('exports'))) return;
  const detail = "Mirror's own files are there";
  throw new MirrorError('export/unwritable', { data: { file, detail } });
}

/** Where the path leads; of what is not there yet, where its folder does. */
function resolveLinks(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // Not there, or not for us to see: whoever writes says so.
    return dirname(path) === path ? path : join(resolveLinks(dirname(path)), basename(path));
  }
}
