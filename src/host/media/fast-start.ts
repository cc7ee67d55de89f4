// In: a media file. Out: its bytes in an order in which they can be read without going back.
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { MirrorError } from '../../domain/errors.ts';
import { readPieces } from '../files/whole-file.ts';
import type { OpenFile, WorkspaceFiles } from '../files/workspace-files.ts';

/**
 * MP4, M4A and MOV mostly end with their index (`moov`): it is put before the media (`mdat`), and what it says of places
 * in the file is made to fit (ISO/IEC 14496-12, sections 4.2 and 8.7.5). Everything else comes as it is.
 */
export const streamForPipe = (files: WorkspaceFiles, file: string): Readable =>
  Readable.from(inOrder(files, file), { objectMode: false });

async function* inOrder(files: WorkspaceFiles, file: string): AsyncGenerator<Buffer, void> {
  const opened = await files.open(file);
  const plan = await planAndClose(opened, file);
  if (plan === undefined) return yield* readPieces(files, file);
  const { index, before, after } = plan;
  yield* readPieces(files, file, { from: 0, to: before });
  yield index;
  yield* readPieces(files, file, { from: before, to: after.from });
  yield* readPieces(files, file, { from: after.to });
}

async function planAndClose(opened: OpenFile, file: string): Promise<Order | undefined> {
  try {
    return await planOrder(opened, file);
  } finally {
    await opened.close();
  }
}

interface Box {
  readonly kind: string;
  readonly at: number;
  readonly size: number;
}

interface Order {
  /** The index as it has to be where it is put. */
  readonly index: Buffer;
  /** Where it is put. */
  readonly before: number;
  /** Where it was. */
  readonly after: { readonly from: number; readonly to: number };
}

/** What a file of this kind begins with. */
const BEGINNINGS = new Set(['ftyp', 'wide', 'free', 'skip', 'mdat', 'moov', 'pnot']);
/** An index of a day is a few megabytes. */
const MOST_INDEX_BYTES = 256 * 1024 ** 2;

/** Undefined where the order is right, or it is a file of another kind. */
async function planOrder(file: OpenFile, path: string): Promise<Order | undefined> {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= file.sizeBytes; at += boxes.at(-1)!.size) {
    const box = await readBox(file, at);
    if (box === undefined || (at === 0 && !BEGINNINGS.has(box.kind))) return undefined;
    boxes.push(box);
  }
  const media = boxes.find(({ kind }) => kind === 'mdat');
  const moov = boxes.find(({ kind }) => kind === 'moov');
  if (!media || !moov || moov.at < media.at || moov.size > MOST_INDEX_BYTES) return undefined;
  const index = Buffer.alloc(moov.size);
  await file.read(index, moov.at);
  const shift = (place: number): number => (place >= media.at && place < moov.at ? place + moov.size : place);
  if (!shiftPlaces(index.subarray(8), shift))
    throw new MirrorError('media/unreadable', {
      data: { file: basename(path), detail: 'it is too large for the kind of index it ends with' },
    });
  return { index, before: media.at, after: { from: moov.at, to: moov.at + moov.size } };
}

async function readBox(file: OpenFile, at: number): Promise<Box | undefined> {
  const head = Buffer.alloc(16);
  const read = await file.read(head, at);
  const [small, kind] = [head.readUInt32BE(0), head.toString('latin1', 4, 8)];
  const size = small === 0 ? file.sizeBytes - at : small === 1 ? Number(head.readBigUInt64BE(8)) : small;
  return read >= 8 && size >= 8 ? { kind, at, size } : undefined;
}

const HOLD_OTHERS = new Set(['trak', 'mdia', 'minf', 'stbl']);

/** Changes the tables of places in place. False for one that no longer fits into its table of 32 bits. */
function shiftPlaces(boxes: Buffer, shift: (place: number) => number): boolean {
  for (let at = 0; at + 8 <= boxes.length; ) {
    const [size, kind] = [boxes.readUInt32BE(at), boxes.toString('latin1', at + 4, at + 8)];
    if (size < 8 || at + size > boxes.length) return true;
    const body = boxes.subarray(at + 8, at + size);
    if (HOLD_OTHERS.has(kind) && !shiftPlaces(body, shift)) return false;
    if (kind === 'stco' && !shiftTable(body, 4, shift)) return false;
    if (kind === 'co64') shiftTable(body, 8, shift);
    at += size;
  }
  return true;
}

/** Version and flags, a count, and so many places of `width` bytes. */
function shiftTable(body: Buffer, width: 4 | 8, shift: (place: number) => number): boolean {
  const count = Math.min(body.length >= 8 ? body.readUInt32BE(4) : 0, Math.floor((body.length - 8) / width));
  for (let entry = 0; entry < count; entry += 1) {
    const at = 8 + entry * width;
    const place = shift(width === 4 ? body.readUInt32BE(at) : Number(body.readBigUInt64BE(at)));
    if (width === 4 && place > 0xffffffff) return false;
    if (width === 4) body.writeUInt32BE(place, at);
    else body.writeBigUInt64BE(BigInt(place), at);
  }
  return true;
}
