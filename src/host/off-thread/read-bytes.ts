// In: the path of a file. Out: its bytes, unpacked where they are gzip, whatever the file is called.
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { MirrorError } from '../../domain/errors.ts';
import { streamFile } from '../files/whole-file.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';

const PIECE_BYTES = 1 << 18;

/**
 * The pieces in order. A piece is good until the next is asked for: its memory is used again.
 * @throws log/bad-format when it cannot be read or unpacked
 */
export async function* readBytes(files: WorkspaceFiles, path: string, file: string): AsyncGenerator<Uint8Array> {
  const magic = await readMagic(files, path);
  if (magic.startsWith('504b0304')) {
    throw badFormat(file, 'this is a zip archive or a workbook; unpack it, or save the sheet as CSV');
  }
  if (!magic.startsWith('1f8b')) return yield* readPlain(files, path, file);
  const bytes: Readable = streamFile(files, path);
  const plain = bytes.pipe(createGunzip({ chunkSize: PIECE_BYTES }));
  // `pipe` passes no errors on; a file that vanishes half-way must not end the program.
  bytes.on('error', (error) => plain.destroy(error));
  try {
    for await (const piece of plain) yield piece as Buffer; // a byte stream's pieces
  } catch (cause) {
    if (cause instanceof MirrorError) throw cause;
    throw badFormat(file, whatIsWrong(cause), cause);
  } finally {
    bytes.destroy();
  }
}

/** A stream would take new memory for each piece, and leave it to be collected. */
async function* readPlain(files: WorkspaceFiles, path: string, file: string): AsyncGenerator<Uint8Array> {
  const opened = await files.open(path);
  try {
    const memory = Buffer.allocUnsafeSlow(PIECE_BYTES);
    for (let at = 0; ; ) {
      const piece = memory.subarray(0, await opened.read(memory, at));
      if (piece.length === 0) return;
      yield piece;
      at += piece.length;
    }
  } catch (cause) {
    if (cause instanceof MirrorError) throw cause;
    throw badFormat(file, whatIsWrong(cause), cause);
  } finally {
    await opened.close();
  }
}

async function readMagic(files: WorkspaceFiles, path: string): Promise<string> {
  const opened = await files.open(path);
  try {
    const head = Buffer.alloc(4);
    return head.toString('hex', 0, await opened.read(head, 0));
  } finally {
    await opened.close();
  }
}

function whatIsWrong(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('Z_')) return 'it cannot be unpacked; it is no gzip file or not all of one';
  return `it cannot be read (${code || String(error)})`;
}

export const badFormat = (file: string, detail: string, cause?: unknown): MirrorError =>
  new MirrorError('log/bad-format', { data: { file, detail }, cause });
