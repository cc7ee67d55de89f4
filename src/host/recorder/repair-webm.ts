// In: a WebM file as it was when its writer stopped or died. Out: every whole frame of it, with a duration and an index.
import { basename } from 'node:path';
import { createWebmScanner, type WebmScan } from '../../capture/scan-webm.ts';
import { MirrorError } from '../../domain/errors.ts';
import { accessFiles } from '../files/create-files.ts';
import { copyWhole, readPieces } from '../files/whole-file.ts';
import type { FilesAccess, WorkspaceFiles } from '../files/workspace-files.ts';
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
export async function repairWebm(access: FilesAccess, file: string, target: string): Promise<RepairedWebm> {
  const files = accessFiles(access);
  const cut = `${target}.cut`;
  try {
    const { scan, bytes } = await scanFile(files, file);
    if (scan.lastCluster === null || !scan.isWebm) throw noFrame(file);
    await copyWhole(files, file, cut);
    await closeCluster(files, cut, { ...scan.lastCluster, end: scan.wholeBytes });
    return { ...(await joinWebm(access, [{ file: cut, startMs: 0 }], target)), lostBytes: bytes - scan.wholeBytes };
  } finally {
    await files.remove(cut);
  }
}

const ID_BYTES = 4;

async function closeCluster(
  files: WorkspaceFiles,
  file: string,
  { atByte, headBytes, end }: NonNullable<WebmScan['lastCluster']> & { readonly end: number },
): Promise<void> {
  const size = Buffer.alloc(headBytes - ID_BYTES);
  // As a variable-size integer of the length it had: the marker bit stands right before the value's bits.
  let rest = end - atByte - headBytes;
  for (let at = size.length - 1; at >= 0; at -= 1) {
    size[at] = rest & 0xff;
    rest = Math.floor(rest / 256);
  }
  size[0]! |= 0x80 >> (size.length - 1);
  const draft = await files.draft(file, { goesOn: true });
  try {
    await draft.truncate(end);
    await draft.write(size, atByte + ID_BYTES);
  } finally {
    await draft.close();
  }
}

async function scanFile(files: WorkspaceFiles, file: string): Promise<{ scan: WebmScan; bytes: number }> {
  const scanner = createWebmScanner();
  let scan = scanner.push(new Uint8Array(0));
  let bytes = 0;
  for await (const chunk of readPieces(files, file)) {
    bytes += chunk.length;
    scan = scanner.push(chunk);
  }
  return { scan, bytes };
}

const noFrame = (file: string): MirrorError =>
  new MirrorError('media/unreadable', { data: { file: basename(file), detail: 'it holds no whole frame' } });
