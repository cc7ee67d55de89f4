// The sealed ledger: what is on the disk before the next line runs.
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs';
import { MODE, PLAIN_NOW, readAllNow } from './plain-files.ts';
import { HEADER_BYTES, makeHeader, readHeader } from './sealed-format.ts';
import { refusal, type SealedPlace } from './sealed-place.ts';
import { findEnd, openRecords, type RecordsFile, sealRecords } from './sealed-records.ts';
import { sealOne, SLOT_BYTES, unsealOne } from './sealed-slots.ts';
import type { FilesNow, OpenFileNow } from './workspace-files.ts';

export function createSealedNow(filesKey: Uint8Array, placeOf: (path: string) => SealedPlace | undefined): FilesNow {
  return {
    sizeOf: (path) => {
      const place = placeOf(path);
      if (place === undefined) return PLAIN_NOW.sizeOf(path);
      if (statSync(place.path, { throwIfNoEntry: false }) === undefined) return undefined;
      return sizeNow(filesKey, place);
    },
    open: (path) => {
      const place = placeOf(path);
      return place === undefined ? PLAIN_NOW.open(path) : openNow(filesKey, place);
    },
    append: (path, bytes) => {
      const place = placeOf(path);
      if (place === undefined) PLAIN_NOW.append(path, bytes);
      else appendNow(filesKey, place, bytes);
    },
    write: (path, bytes) => {
      const place = placeOf(path);
      if (place === undefined) PLAIN_NOW.write(path, bytes);
      else writeNow(filesKey, place, bytes);
    },
  };
}

/** Without reading a ledger from its beginning: each line of it asks. */
function sizeNow(filesKey: Uint8Array, place: SealedPlace): number {
  const descriptor = openSync(place.path, 'r');
  try {
    const file = readKey(filesKey, place, descriptor);
    const { size } = fstatSync(descriptor);
    return file.key.layout === 'records' ? findEnd(file, size).sizeBytes : openSmall(file, size).length;
  } finally {
    closeSync(descriptor);
  }
}

function openSmall(file: RecordsFile, fileBytes: number): Buffer {
  const sealed = Buffer.alloc(Math.max(0, fileBytes - HEADER_BYTES));
  readAllNow(file.descriptor, sealed, HEADER_BYTES);
  const content = unsealOne(file.key, sealed);
  if (content === undefined) throw file.refuse('it was changed, or the key is another');
  return content;
}

function openNow(filesKey: Uint8Array, place: SealedPlace): OpenFileNow {
  const descriptor = openSync(place.path, 'r');
  try {
    const fileBytes = fstatSync(descriptor).size;
    const file = readKey(filesKey, place, descriptor);
    if (file.key.layout === 'records') return openRecords(file, fileBytes, () => closeSync(descriptor));
    const content = openSmall(file, fileBytes);
    return {
      sizeBytes: content.length,
      read: (into, at) => content.subarray(at, at + into.length).copy(into),
      close: () => closeSync(descriptor),
    };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function appendNow(filesKey: Uint8Array, place: SealedPlace, bytes: Uint8Array): void {
  // Made where it is not there, which "r+" does not.
  closeSync(openSync(place.path, 'a', MODE));
  const descriptor = openSync(place.path, 'r+');
  try {
    const fileBytes = fstatSync(descriptor).size;
    const isNew = fileBytes < HEADER_BYTES;
    const { header, key } = makeHeader(filesKey, 'records', place.name);
    if (isNew) writeAllNow(descriptor, header, 0);
    const file = isNew ? { descriptor, key, refuse: refusal(place) } : readKey(filesKey, place, descriptor);
    const end = isNew ? { at: HEADER_BYTES, sizeBytes: 0 } : findEnd(file, fileBytes);
    if (end.at < fileBytes) ftruncateSync(descriptor, end.at);
    writeAllNow(descriptor, sealRecords(file.key, bytes, end).bytes, end.at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function writeNow(filesKey: Uint8Array, place: SealedPlace, bytes: Uint8Array): void {
  if (bytes.length > SLOT_BYTES) throw new Error(`${place.name} is too long to be written at once`);
  const { header, key } = makeHeader(filesKey, 'slots', place.name);
  PLAIN_NOW.write(place.path, Buffer.concat([header, sealOne(key, bytes)]));
}

function readKey(filesKey: Uint8Array, place: SealedPlace, descriptor: number): RecordsFile {
  const header = Buffer.alloc(HEADER_BYTES);
  const read = readAllNow(descriptor, header, 0);
  const key = readHeader(filesKey, header.subarray(0, read), place.name);
  if ('fault' in key) throw refusal(place)(key.fault);
  return { descriptor, key, refuse: refusal(place) };
}

function writeAllNow(descriptor: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
}
