// In: the files of a workspace, plain or sealed. Out: the same under another root in the other form, each read again and
// compared before the next one.
import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Progress } from '../../domain/progress.ts';
import type { WorkspaceKey } from '../vault/workspace-key.ts';
import { createWorkspaceFiles } from './create-files.ts';
import { syncFolder } from './sync-folder.ts';
import { hashContent, readPieces } from './whole-file.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

export interface Conversion {
  /** Root folders. `to` is there, or is made. */
  readonly from: string;
  readonly to: string;
  /** Undefined for plain. */
  readonly fromKey: WorkspaceKey | undefined;
  readonly toKey: WorkspaceKey | undefined;
}

const FOLDERS = ['media', 'artifacts', 'exports', 'live'];
const LEDGER = ['egress.jsonl', 'egress.jsonl.head'];
/** What is made again by whoever was making it. */
const HALF_MADE = /\.(?:draft|cut|next)$/;
/** What is only ever added to. */
const GROWING = /^(?:egress\.jsonl|live\/[^/]+\/(?:journal\.jsonl|[^/]+\.(?:part|index)))$/;

/**
 * Copies every file with its folders; on the disk when it is done. Nothing of `from` is touched. What is under `to` is
 * written over, so that it can be run again.
 * @throws file/changed-outside, disk/full and its like
 */
export async function* convertFiles(
  { from, to, fromKey, toKey }: Conversion,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, void> {
  const [source, target] = [createWorkspaceFiles(from, fromKey), createWorkspaceFiles(to, toKey)];
  const paths = await listFiles(from);
  const folders = new Set([to]);
  for (const [done, path] of paths.entries()) {
    yield { stage: 'files', done, total: paths.length, unit: 'files' };
    signal?.throwIfAborted();
    const written = join(to, path);
    for (let folder = dirname(written); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
    await mkdir(dirname(written), { recursive: true, mode: 0o700 });
    const sha256 = await copyOne(source, target, { read: join(from, path), written, path, signal });
    if ((await hashContent(target, written)) !== sha256) throw new Error(`${path}: what was written reads otherwise`);
  }
  for (const folder of folders) await syncFolder(folder);
  yield { stage: 'files', done: paths.length, total: paths.length, unit: 'files' };
}

/** Bytes on the disk of all that `convertFiles` copies; in the other form it is a little more or less. */
export async function sizeOfFiles(from: string): Promise<number> {
  const files = createWorkspaceFiles(from);
  let bytes = 0;
  for (const path of await listFiles(from)) bytes += (await files.sizeOf(join(from, path))) ?? 0;
  return bytes;
}

/** From the root on, parted by `/`. */
async function listFiles(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of FOLDERS) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      },
    );
    for (const entry of entries)
      if (entry.isFile()) found.push(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  }
  const ledger = (await readdir(root)).filter((name) => LEDGER.includes(name));
  return [...found, ...ledger].filter((path) => !HALF_MADE.test(path)).toSorted();
}

interface Copy {
  readonly read: string;
  readonly written: string;
  readonly path: string;
  readonly signal: AbortSignal | undefined;
}

/** Flushed. Answers the hash of the content as it was read. */
async function copyOne(source: WorkspaceFiles, target: WorkspaceFiles, copy: Copy): Promise<string> {
  const hash = createHash('sha256');
  const writer = GROWING.test(copy.path) ? await growTo(target, copy.written) : await draftTo(target, copy.written);
  try {
    for await (const piece of readPieces(source, copy.read)) {
      copy.signal?.throwIfAborted();
      hash.update(piece);
      await writer.add(piece);
    }
    await writer.sync();
  } finally {
    await writer.close();
  }
  return hash.digest('hex');
}

interface Writer {
  add(piece: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

async function growTo(files: WorkspaceFiles, path: string): Promise<Writer> {
  const growing = await files.grow(path);
  return { add: (piece) => growing.append(piece), sync: () => growing.sync(), close: () => growing.close() };
}

async function draftTo(files: WorkspaceFiles, path: string): Promise<Writer> {
  const draft = await files.draft(path);
  let at = 0;
  return {
    add: async (piece) => {
      await draft.write(piece, at);
      at += piece.length;
    },
    sync: () => draft.sync(),
    close: () => draft.close(),
  };
}
