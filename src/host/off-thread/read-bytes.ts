// In: the path of a file. Out: its bytes, unpacked where they are gzip, whatever the file is called.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { MirrorError } from '../../domain/errors.ts';

const PIECE_BYTES = 1 << 18;

/**
 * The pieces in order. A piece is good until the next is asked for: its memory is used again.
 * @throws log/bad-format when it cannot be read or unpacked
 */
export async function* readBytes(path: string, file: string): AsyncGenerator<Uint8Array> {
  const magic = await readMagic(path);
  if (magic.startsWith('504b0304')) {
    throw badFormat(file, 'this is a zip archive or a workbook; unpack it, or save the sheet as CSV');
  }
  if (!magic.startsWith('1f8b')) return yield* readPlain(path, file);
  const bytes: Readable = createReadStream(path, { highWaterMark: PIECE_BYTES });
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
async function* readPlain(path: string, file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const memory = Buffer.allocUnsafeSlow(PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await handle.read(memory, 0, PIECE_BYTES);
      if (bytesRead === 0) return;
      yield memory.subarray(0, bytesRead);
    }
  } catch (cause) {
    if (cause instanceof MirrorError) throw cause;
    throw badFormat(file, whatIsWrong(cause), cause);
  } finally {
    await handle.close();
  }
}

async function readMagic(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(4);
    const { bytesRead } = await handle.read(head, 0, 4, 0);
    return head.toString('hex', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function whatIsWrong(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('Z_')) return 'it cannot be unpacked; it is no gzip file or not all of one';
  return `it cannot be read (${code || String(error)})`;
}

export const badFormat = (file: string, detail: string, cause?: unknown): MirrorError =>
  new MirrorError('log/bad-format', { data: { file, detail }, cause });
