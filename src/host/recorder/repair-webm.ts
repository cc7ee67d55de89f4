// In: a WebM file as it was when its writer stopped or died. Out: every whole frame of it, with a duration and an index.
import { createReadStream } from 'node:fs';
import { copyFile, open, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { createWebmScanner, type WebmScan } from '../../capture/scan-webm.ts';
import { MirrorError } from '../../domain/errors.ts';
import { type JoinedWebm, joinWebm } from './join-webm.ts';

export interface RepairedWebm extends JoinedWebm {
  /** Bytes at the end that hold no whole frame. */
  readonly lostBytes: number;
}

/**
 * The file itself is not touched. A cluster that breaks off is given the size it has: mediabunny (1.61) leaves out
 * frames of one that says it is longer than the file.
 * @throws media/unreadable
 */
export async function repairWebm(file: string, target: string): Promise<RepairedWebm> {
  const cut = `${target}.cut`;
  try {
    const { scan, bytes } = await scanFile(file);
    if (scan.lastCluster === null || !scan.isWebm) throw noFrame(file);
    await copyFile(file, cut);
    await closeCluster(cut, scan.lastCluster, scan.wholeBytes);
    return { ...(await joinWebm([{ file: cut, startMs: 0 }], target)), lostBytes: bytes - scan.wholeBytes };
  } finally {
    await rm(cut, { force: true });
  }
}

const ID_BYTES = 4;

async function closeCluster(
  file: string,
  { atByte, headBytes }: NonNullable<WebmScan['lastCluster']>,
  end: number,
): Promise<void> {
  const size = Buffer.alloc(headBytes - ID_BYTES);
  // As a variable-size integer of the length it had: the marker bit stands right before the value's bits.
  let rest = end - atByte - headBytes;
  for (let at = size.length - 1; at >= 0; at -= 1) {
    size[at] = rest & 0xff;
    rest = Math.floor(rest / 256);
  }
  size[0]! |= 0x80 >> (size.length - 1);
  const handle = await open(file, 'r+');
  try {
    await handle.truncate(end);
    await handle.write(size, 0, size.length, atByte + ID_BYTES);
  } finally {
    await handle.close();
  }
}

async function scanFile(file: string): Promise<{ scan: WebmScan; bytes: number }> {
  const scanner = createWebmScanner();
  let scan = scanner.push(new Uint8Array(0));
  let bytes = 0;
  for await (const read of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const chunk: Buffer = read; // without an encoding a stream of a file gives buffers
    bytes += chunk.length;
    scan = scanner.push(chunk);
  }
  return { scan, bytes };
}

const noFrame = (file: string): MirrorError =>
  new MirrorError('media/unreadable', { data: { file: basename(file), detail: 'it holds no whole frame' } });
