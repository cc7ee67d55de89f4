// Sealed files that only grow: each addition is a record of its own, so that what is flushed stays readable whoever is
// killed. Reading needs no waiting: records are short, and the ledger is read by those who cannot wait.
import { ftruncateSync } from 'node:fs';
import { readAllNow } from './plain-files.ts';
import { type FileKey, HEADER_BYTES, seal, SEAL_BYTES, unseal } from './sealed-format.ts';
import type { Refuse } from './sealed-place.ts';
import type { OpenFileNow } from './workspace-files.ts';

const HEAD_BYTES = 12;
const TAIL_BYTES = 4;
const AROUND_BYTES = HEAD_BYTES + SEAL_BYTES + TAIL_BYTES;
/** What is added at once and is longer becomes several records: whoever reads a little opens no more than this. */
const MOST_CONTENT_BYTES = 1 << 18;

/** An open file of records, by its number at the system. */
export interface RecordsFile {
  readonly descriptor: number;
  readonly key: FileKey;
  readonly refuse: Refuse;
}

/** Where the next record goes. */
export interface RecordsEnd {
  /** In the file. */
  readonly at: number;
  /** Of the content. */
  readonly sizeBytes: number;
}

interface FoundRecord extends RecordsEnd {
  /** Of the content, which begins at `sizeBytes`. */
  readonly length: number;
}

/** What has to be written at `end`, and where the record after it goes. */
export function sealRecords(
  key: FileKey,
  content: Uint8Array,
  end: RecordsEnd,
): { readonly bytes: Buffer; readonly end: RecordsEnd } {
  const parts: Buffer[] = [];
  let { at, sizeBytes } = end;
  for (let from = 0; from < content.length; ) {
    const part = content.subarray(from, from + MOST_CONTENT_BYTES);
    const head = headOf(part.length, sizeBytes);
    parts.push(head, ...seal(key, part, aboutRecord(head, at)), head.subarray(0, TAIL_BYTES));
    at += AROUND_BYTES + part.length;
    sizeBytes += part.length;
    from += part.length;
  }
  return { bytes: Buffer.concat(parts), end: { at, sizeBytes } };
}

function headOf(length: number, start: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32BE(length);
  head.writeBigUInt64BE(BigInt(start), TAIL_BYTES);
  return head;
}

/** A record at another place of the file, or of another length, is not the one that was sealed. */
function aboutRecord(head: Buffer, at: number): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(at));
  return Buffer.concat([head, place]);
}

/**
 * Where a file of `fileBytes` ends: behind its last record, or behind the last whole one where a killed writer has left a
 * torn one. Quick where nobody was killed.
 * @throws what `refuse` makes where a record was changed that others follow
 */
export function findEnd(file: RecordsFile, fileBytes: number): RecordsEnd {
  return findLast(file, fileBytes) ?? endOf(listRecords(file, fileBytes).at(-1));
}

const START: RecordsEnd = { at: HEADER_BYTES, sizeBytes: 0 };

const endOf = (last: FoundRecord | undefined): RecordsEnd =>
  last === undefined ? START : { at: last.at + AROUND_BYTES + last.length, sizeBytes: last.sizeBytes + last.length };

/** By the length at the very end; undefined where no whole record stands there. */
function findLast(file: RecordsFile, fileBytes: number): RecordsEnd | undefined {
  if (fileBytes <= HEADER_BYTES) return START;
  const length = readNumber(file, fileBytes - TAIL_BYTES);
  const at = fileBytes - AROUND_BYTES - length;
  if (at < HEADER_BYTES) return undefined;
  const record = readHead(file, at);
  return record.length === length && openRecord(file, record) !== undefined ? endOf(record) : undefined;
}

/** All whole records. What a killed writer left of one at the end is none. */
function listRecords(file: RecordsFile, fileBytes: number): FoundRecord[] {
  const records: FoundRecord[] = [];
  let end = START;
  while (end.at + AROUND_BYTES <= fileBytes) {
    const record = readHead(file, end.at);
    const next = endOf(record);
    if (record.length === 0 || record.sizeBytes !== end.sizeBytes || next.at > fileBytes) break;
    records.push(record);
    end = next;
  }
  const last = records.at(-1);
  if (end.at === fileBytes && last && openRecord(file, last) === undefined) {
    end = last;
    records.pop();
  }
  // A torn record is the last thing in its file. Where a whole one ends the file, one before it was changed.
  if (end.at < fileBytes && findLast(file, fileBytes) !== undefined) throw changed(file, end.at);
  return records;
}

/** Opens a file of records for reading. The descriptor is closed by `close`. */
export function openRecords(file: RecordsFile, fileBytes: number, close: () => void): OpenFileNow {
  const records = listRecords(file, fileBytes);
  const { sizeBytes } = endOf(records.at(-1));
  let held: { readonly record: FoundRecord; readonly content: Buffer } | undefined;
  const contentOf = (record: FoundRecord): Buffer => {
    if (held?.record !== record) {
      const content = openRecord(file, record);
      if (content === undefined) throw changed(file, record.at);
      held = { record, content };
    }
    return held.content;
  };
  return {
    sizeBytes,
    read: (into, at) => {
      const end = Math.min(sizeBytes, at + into.length);
      for (let next = at, place = findRecord(records, at); next < end; place += 1) {
        const record = records[place]!; // the content goes on, so there is another
        const from = next - record.sizeBytes;
        const part = contentOf(record).subarray(from, from + end - next);
        into.set(part, next - at);
        next += part.length;
      }
      return Math.max(0, end - at);
    },
    close,
  };
}

/** The last one that begins at `at` or before it. */
function findRecord(records: readonly FoundRecord[], at: number): number {
  let [low, high] = [0, records.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (records[middle]!.sizeBytes <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Takes away what stands behind `sizeBytes`, and all of a record that reaches beyond it; gives what that held before it. */
export function cutRecords(
  file: RecordsFile,
  fileBytes: number,
  sizeBytes: number,
): { readonly end: RecordsEnd; readonly kept: Buffer } {
  const records = listRecords(file, fileBytes);
  const all = endOf(records.at(-1));
  const place = findRecord(records, sizeBytes);
  const record = records[place];
  const isInside = record !== undefined && sizeBytes < all.sizeBytes;
  const content = isInside ? openRecord(file, record) : Buffer.alloc(Math.max(0, sizeBytes - all.sizeBytes));
  if (content === undefined) throw changed(file, record?.at ?? 0);
  const end = isInside ? { at: record.at, sizeBytes: record.sizeBytes } : all;
  ftruncateSync(file.descriptor, end.at);
  return { end, kept: content.subarray(0, sizeBytes - end.sizeBytes) };
}

function openRecord(file: RecordsFile, { at, length, sizeBytes }: FoundRecord): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length + SEAL_BYTES + TAIL_BYTES);
  if (readAllNow(file.descriptor, bytes, at + HEAD_BYTES) < bytes.length) return undefined;
  if (bytes.readUInt32BE(bytes.length - TAIL_BYTES) !== length) return undefined;
  return unseal(file.key, bytes.subarray(0, -TAIL_BYTES), aboutRecord(headOf(length, sizeBytes), at));
}

function readHead({ descriptor }: RecordsFile, at: number): FoundRecord {
  const head = Buffer.alloc(HEAD_BYTES);
  readAllNow(descriptor, head, at);
  return { at, length: head.readUInt32BE(), sizeBytes: Number(head.readBigUInt64BE(TAIL_BYTES)) };
}

function readNumber({ descriptor }: RecordsFile, at: number): number {
  const bytes = Buffer.alloc(TAIL_BYTES);
  readAllNow(descriptor, bytes, at);
  return bytes.readUInt32BE();
}

const changed = ({ refuse }: RecordsFile, at: number): Error =>
  refuse(`what stands at byte ${at} was changed, or the key is another`);
