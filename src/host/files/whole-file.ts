// In: files of a workspace. Out: all of their content, piece by piece or at once; and whole files put in place at once.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { OpenFile, WorkspaceFiles } from './workspace-files.ts';

const PIECE_BYTES = 1 << 20;

/** From `from` up to and without `to`. */
export interface FileRange {
  readonly from?: number;
  readonly to?: number;
}

/** Each piece in memory of its own. @throws file/changed-outside */
export async function* readPieces(
  files: WorkspaceFiles,
  path: string,
  range: FileRange = {},
): AsyncGenerator<Buffer, void> {
  const file = await files.open(path);
  try {
    yield* piecesOf(file, range);
  } finally {
    await file.close();
  }
}

async function* piecesOf(file: OpenFile, { from = 0, to = file.sizeBytes }: FileRange): AsyncGenerator<Buffer, void> {
  for (let at = from; at < to; ) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, to - at));
    const read = await file.read(piece, at);
    if (read === 0) return;
    yield piece.subarray(0, read);
    at += read;
  }
}

/** For doors and pipes; whoever leaves closes the file. */
export const streamFile = (files: WorkspaceFiles, path: string, range?: FileRange): Readable =>
  Readable.from(readPieces(files, path, range), { objectMode: false });

/** All of it, in memory. @throws ENOENT, file/changed-outside */
export async function readWhole(files: WorkspaceFiles, path: string): Promise<Buffer> {
  const file = await files.open(path);
  try {
    const bytes = Buffer.allocUnsafe(file.sizeBytes);
    return bytes.subarray(0, await file.read(bytes, 0));
  } finally {
    await file.close();
  }
}

/** As text; undefined where there is no such file. */
export async function readTextIfThere(files: WorkspaceFiles, path: string): Promise<string | undefined> {
  try {
    return (await readWhole(files, path)).toString('utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** On the disk when it returns. */
export async function writeWhole(files: WorkspaceFiles, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.draft(path);
  try {
    await file.write(bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A copy, on the disk when it returns. */
export async function copyWhole(files: WorkspaceFiles, from: string, to: string): Promise<void> {
  const target = await files.draft(to);
  try {
    let at = 0;
    for await (const piece of readPieces(files, from)) {
      await target.write(piece, at);
      at += piece.length;
    }
    await target.sync();
  } finally {
    await target.close();
  }
}

/** SHA-256 of the content, in hexadecimal. */
export async function hashContent(files: WorkspaceFiles, path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of readPieces(files, path)) hash.update(piece);
  return hash.digest('hex');
}

/** Adds one thing at the end of a growing file, made where there is none; on the disk when it returns. */
export async function appendOnce(files: WorkspaceFiles, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.grow(path, { goesOn: true });
  try {
    await file.append(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
