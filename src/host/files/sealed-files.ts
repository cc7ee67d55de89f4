// Files of a sealed workspace. What lies elsewhere, or is for others, is as it is.
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { createPlainFiles, ignoreMissing, MODE, openToEdit, readAll, writeAll } from './plain-files.ts';
import { type FileKey, HEADER_BYTES, makeHeader, MARK_AT, markOf, readHeader } from './sealed-format.ts';
import { createSealedNow } from './sealed-now.ts';
import { createPlaces, refusal, type Refuse, type SealedPlace } from './sealed-place.ts';
import { cutRecords, findEnd, openRecords, type RecordsEnd, sealRecords } from './sealed-records.ts';
import { draftSlots, openSlots } from './sealed-slots.ts';
import type { DraftFile, GrowingFile, OpenFile, WorkspaceFiles } from './workspace-files.ts';

/** @param root of the workspace @param key of its files: 32 bytes */
export function createSealedFiles(root: string, key: Uint8Array): WorkspaceFiles {
  const plain = createPlainFiles(root);
  const placeOf = createPlaces(root, key);
  /** What is sealed goes one way, everything else the other. */
  const either = <T>(path: string, sealed: (place: SealedPlace) => T, otherwise: () => T): T => {
    const place = placeOf(path);
    return place === undefined ? otherwise() : sealed(place);
  };
  return {
    access: { root, key },
    seals: (path) => placeOf(path) !== undefined,
    sizeOf: (path) =>
      either(
        path,
        (place) => openSealed(key, place).then(sizeAndClose, ignoreMissing),
        () => plain.sizeOf(path),
      ),
    open: (path) =>
      either(
        path,
        async (place) => openToRead(await openSealed(key, place)),
        () => plain.open(path),
      ),
    draft: (path, options = {}) =>
      either(
        path,
        (place) => draftSealed(key, place, options.goesOn ?? false),
        () => plain.draft(path, options),
      ),
    grow: (path, options = {}) =>
      either(
        path,
        (place) => growSealed(key, place, options),
        () => plain.grow(path, options),
      ),
    rename: async (from, to) => {
      const [source, target] = [placeOf(from), placeOf(to)];
      if (source === undefined && target === undefined) return plain.rename(from, to);
      if (source === undefined || target === undefined)
        throw new Error('a file is moved into or out of what is sealed: copy it');
      await bindTo(key, source, target.name);
      await rename(source.path, target.path);
    },
    remove: (path) => rm(placeOf(path)?.path ?? path, { force: true }),
    // Under another name it would be another file.
    link: async (from, to) => placeOf(from) === undefined && placeOf(to) === undefined && plain.link(from, to),
    now: createSealedNow(key, placeOf),
  };
}

interface OpenedFile {
  readonly handle: FileHandle;
  readonly key: FileKey;
  readonly refuse: Refuse;
  readonly fileBytes: number;
}

/** With its header read. @throws ENOENT, file/changed-outside */
async function openSealed(filesKey: Uint8Array, place: SealedPlace, flags = 'r'): Promise<OpenedFile> {
  const handle = await open(place.path, flags);
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const read = await readAll(handle, header, 0);
    const key = readHeader(filesKey, header.subarray(0, read), place.name);
    if ('fault' in key) throw refusal(place)(key.fault);
    return { handle, key, refuse: refusal(place), fileBytes: (await handle.stat()).size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

const recordsOf = ({ handle, key, refuse }: OpenedFile) => ({ descriptor: handle.fd, key, refuse });

/** With the end of the file looked at: one that was cut has no size. */
async function sizeAndClose(file: OpenedFile): Promise<number> {
  try {
    if (file.key.layout === 'records') return findEnd(recordsOf(file), file.fileBytes).sizeBytes;
    return (await openSlots(file)).sizeBytes;
  } finally {
    await file.handle.close();
  }
}

async function openToRead(file: OpenedFile): Promise<OpenFile> {
  try {
    if (file.key.layout === 'slots') return await openSlots(file);
    const { sizeBytes, read } = openRecords(recordsOf(file), file.fileBytes, () => {});
    return { sizeBytes, read: async (into, at) => read(into, at), close: () => file.handle.close() };
  } catch (error) {
    await file.handle.close();
    throw error;
  }
}

async function draftSealed(filesKey: Uint8Array, place: SealedPlace, goesOn: boolean): Promise<DraftFile> {
  const there = goesOn ? await openSealed(filesKey, place, 'r+').catch(ignoreMissing) : undefined;
  if (there) {
    if (there.key.layout === 'slots') return draftSlots(there, there.fileBytes);
    await there.handle.close();
    throw there.refuse('it is a file that only grows');
  }
  const handle = await open(place.path, 'w+', MODE);
  try {
    const { header, key } = makeHeader(filesKey, 'slots', place.name);
    await writeAll(handle, header, 0);
    return draftSlots({ handle, key, refuse: refusal(place) }, HEADER_BYTES);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

interface GrowOptions {
  readonly goesOn?: boolean;
  readonly cutTo?: number;
}

async function growSealed(
  filesKey: Uint8Array,
  place: SealedPlace,
  { goesOn, cutTo }: GrowOptions,
): Promise<GrowingFile> {
  const handle = await (goesOn ? openToEdit(place.path) : open(place.path, 'w+', MODE));
  const { size } = await handle.stat();
  if (size >= HEADER_BYTES) {
    await handle.close();
    return goOn(await openSealed(filesKey, place, 'r+'), cutTo);
  }
  try {
    // Made now, or its writer was killed before its header was whole: it holds nothing.
    const { header, key } = makeHeader(filesKey, 'records', place.name);
    await writeAll(handle, header, 0);
    return growRecords(handle, key, { at: HEADER_BYTES, sizeBytes: 0 });
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** From its end, without what a killed writer has left behind it. */
async function goOn(file: OpenedFile, cutTo: number | undefined): Promise<GrowingFile> {
  const { handle, key, fileBytes, refuse } = file;
  try {
    if (key.layout !== 'records') throw refuse('it is no file that grows');
    if (cutTo !== undefined) {
      const { end, kept } = cutRecords(recordsOf(file), fileBytes, cutTo);
      const growing = growRecords(handle, key, end);
      await growing.append(kept);
      return growing;
    }
    const end = findEnd(recordsOf(file), fileBytes);
    if (end.at < fileBytes) await handle.truncate(end.at);
    return growRecords(handle, key, end);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function growRecords(handle: FileHandle, key: FileKey, start: RecordsEnd): GrowingFile {
  let end = start;
  return {
    get sizeBytes() {
      return end.sizeBytes;
    },
    append: async (content) => {
      const sealed = sealRecords(key, content, end);
      // At its place: what a full disk took of it before is written over.
      await writeAll(handle, sealed.bytes, end.at);
      end = sealed.end;
    },
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

/**
 * Binds the file to its next place, on the disk before it goes there. Killed in between, it can be opened in neither: what
 * is moved are drafts, which whoever is killed makes again.
 */
async function bindTo(filesKey: Uint8Array, place: SealedPlace, name: string): Promise<void> {
  const { handle, key } = await openSealed(filesKey, place, 'r+');
  try {
    await writeAll(handle, markOf(key, name), MARK_AT);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
