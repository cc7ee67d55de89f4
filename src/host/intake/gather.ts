// In: files and folders as a person names them on the terminal. Out: what to take in, put together as in a window.
import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { MirrorError } from '../../domain/errors.ts';
import type { Source } from '../../domain/source.ts';
import { arrangeFiles, type Look } from '../../ingest/arrange-files.ts';
import { findDocumentSource, findRecordingSource, isDocument } from '../sources.ts';
import { lookInto } from './look-into.ts';
import { toSource } from './to-source.ts';

export interface GatherOptions {
  readonly actor?: string | undefined;
  readonly role?: string | undefined;
  /** Whatever the names say. */
  readonly as?: 'document' | undefined;
}

export interface Gathered {
  readonly sources: readonly Source[];
  /** Of files that were left out. */
  readonly warnings: readonly string[];
}

const MAX_FILES = 10_000;

/**
 * A file that is named must be one that is read; of a folder, what is read is taken and the rest is told. Links are not
 * followed: a folder may hold one to everything.
 * @throws file/missing, file/empty, file/unknown-kind, intake/too-many, usage for a folder with nothing in it
 */
export async function gatherSources(paths: readonly string[], options: GatherOptions): Promise<Gathered> {
  const sources: Source[] = [];
  const warnings: string[] = [];
  for (const path of paths) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      const found = await gatherFolder(resolve(path), options);
      sources.push(...found.sources);
      warnings.push(...found.warnings);
    } else if (options.as === 'document' || isDocument(path)) sources.push(findDocumentSource(path));
    else sources.push(findRecordingSource(path, { actor: options.actor, role: options.role, title: undefined }));
  }
  return { sources, warnings };
}

async function gatherFolder(folder: string, { actor, role, as }: GatherOptions): Promise<Gathered> {
  const { whole, empty } = listFolder(folder);
  const fileOf = (path: string): string => join(folder, path);
  const looks = new Map<string, Look | undefined>();
  for (const path of whole) looks.set(path, await lookInto(fileOf(path)));
  const { parts, skipped } = arrangeFiles(whole, (path) => looks.get(path));
  if (parts.length === 0)
    throw new MirrorError('usage', {
      data: { detail: `${basename(folder)}: nothing in this folder is of a kind that Mirror reads` },
    });
  const sources = parts.map((part) => {
    const kind = as === 'document' && part.canBe.includes('document') ? 'document' : part.kind;
    return toSource(part, { part: 0, as: kind, actor, role }, { fileOf, isOneOfMany: true });
  });
  const left = [...skipped, ...empty.map((path) => ({ path, why: 'it is empty' }))];
  return { sources, warnings: left.map(({ path, why }) => `left out: ${path}: ${why}`) };
}

/** Paths from the folder on, parted by `/`. */
function listFolder(folder: string): { whole: string[]; empty: string[] } {
  const whole: string[] = [];
  const empty: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    (statSync(file).size === 0 ? empty : whole).push(path);
    if (whole.length > MAX_FILES) throw new MirrorError('intake/too-many', { data: { limit: MAX_FILES } });
  }
  return { whole, empty };
}
