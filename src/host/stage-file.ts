// In: a file of the user's. Out: a whole, hashed copy beside the workspace's own, not yet part of it.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { WorkspaceFiles } from './files/workspace-files.ts';
import type { Workspace } from './workspace.ts';

export interface StagedFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Its place in the workspace once kept: `media/<sha256>.webm`. */
  readonly path: string;
  /** Moves it to its place; a file of the same content that is there already is left as it is. */
  keep(): Promise<void>;
  /** Undoes `keep` if that put the file there, and drops the copy. */
  discard(): Promise<void>;
}

export interface StageOptions {
  readonly folder: 'media' | 'artifacts';
  readonly signal?: AbortSignal | undefined;
}

const PIECE_BYTES = 1 << 19;

/** Copies a file and makes sure of the bytes: they are on disk before anything refers to them. */
export async function stageFile(workspace: Workspace, file: string, options: StageOptions): Promise<StagedFile> {
  const copy = join(workspace.incoming, randomUUID());
  const { files } = workspace;
  const { sha256, sizeBytes } = await copyHashed(files, { from: file, to: copy }, options);
  const path = `${options.folder}/${sha256}${extname(file).toLowerCase()}`;
  const target = workspace.file(path);
  let isOurs = false;
  return {
    sha256,
    sizeBytes,
    path,
    keep: async () => {
      if ((await files.sizeOf(target)) !== undefined) return files.remove(copy);
      await mkdir(dirname(target), { recursive: true });
      await files.rename(copy, target);
      isOurs = true;
    },
    discard: async () => {
      await files.remove(copy);
      if (isOurs) await files.remove(target);
    },
  };
}

async function copyHashed(
  files: WorkspaceFiles,
  { from, to }: { readonly from: string; readonly to: string },
  { signal }: StageOptions,
): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  // Streams would take new memory for each piece, which costs as much as the hash.
  const memory = Buffer.allocUnsafeSlow(PIECE_BYTES);
  let sizeBytes = 0;
  const input = await files.open(from);
  try {
    const output = await files.draft(to);
    try {
      for (;;) {
        signal?.throwIfAborted();
        const piece = memory.subarray(0, await input.read(memory, sizeBytes));
        if (piece.length === 0) break;
        hash.update(piece);
        await output.write(piece, sizeBytes);
        sizeBytes += piece.length;
      }
      await output.sync();
    } catch (error) {
      await files.remove(to);
      throw error;
    } finally {
      await output.close();
    }
  } finally {
    await input.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}
