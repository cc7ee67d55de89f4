// Files as they are.
import { appendFileSync, closeSync, fstatSync, openSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { type FileHandle, link, open, rename, rm, stat } from 'node:fs/promises';
import type { DraftFile, FilesNow, GrowingFile, OpenFile, WorkspaceFiles } from './workspace-files.ts';

/** @param root of the workspace */
export function createPlainFiles(root: string): WorkspaceFiles {
  return {
    access: { root, key: null },
    seals: () => false,
    sizeOf: async (path) => stat(path).then(({ size }) => size, ignoreMissing),
    open: openPlain,
    draft: async (path, { goesOn = false } = {}) => draftOf(await (goesOn ? openToEdit(path) : open(path, 'w', MODE))),
    grow: async (path, { goesOn = false, cutTo } = {}) => {
      const handle = await (goesOn ? openToEdit(path) : open(path, 'w', MODE));
      try {
        if (cutTo !== undefined) await handle.truncate(cutTo);
        return growingOf(handle, (await handle.stat()).size);
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    rename,
    remove: (path) => rm(path, { force: true }),
    link: async (from, to) =>
      link(from, to).then(
        () => true,
        // Some file systems know no such thing.
        () => false,
      ),
    now: PLAIN_NOW,
  };
}

/** What is made is for its owner alone: it holds what people said. */
export const MODE = 0o600;

/** Undefined for a file that is not there. */
export function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}

/** Made where it is not there; "a" would write at the end whatever the place, and "r+" makes no file. */
export async function openToEdit(path: string): Promise<FileHandle> {
  const made = await open(path, 'a', MODE);
  await made.close();
  return open(path, 'r+');
}

async function openPlain(path: string): Promise<OpenFile> {
  const handle = await open(path, 'r');
  try {
    const { size: sizeBytes } = await handle.stat();
    return { sizeBytes, read: (into, at) => readAll(handle, into, at), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** As far as the file goes; answers how much. */
export async function readAll(handle: FileHandle, into: Uint8Array, at: number): Promise<number> {
  for (let done = 0; ; ) {
    const { bytesRead } = await handle.read(into, done, into.length - done, at + done);
    done += bytesRead;
    if (bytesRead === 0 || done === into.length) return done;
  }
}

/** A full disk takes a part of what it is given and says how much. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

const draftOf = (handle: FileHandle): DraftFile => ({
  write: (bytes, at) => writeAll(handle, bytes, at),
  truncate: (sizeBytes) => handle.truncate(sizeBytes),
  sync: () => handle.sync(),
  close: () => handle.close(),
});

function growingOf(handle: FileHandle, startBytes: number): GrowingFile {
  let sizeBytes = startBytes;
  return {
    get sizeBytes() {
      return sizeBytes;
    },
    append: async (bytes) => {
      // At its place, not at the end: what a full disk took of it before is written over.
      await writeAll(handle, bytes, sizeBytes);
      sizeBytes += bytes.length;
    },
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

export const PLAIN_NOW: FilesNow = {
  sizeOf: (path) => statSync(path, { throwIfNoEntry: false })?.size,
  open: (path) => {
    const handle = openSync(path, 'r');
    return {
      sizeBytes: fstatSync(handle).size,
      read: (into, at) => readAllNow(handle, into, at),
      close: () => closeSync(handle),
    };
  },
  append: (path, bytes) => appendFileSync(path, bytes, { flush: true, mode: MODE }),
  write: (path, bytes) => {
    const next = `${path}.next`;
    writeFileSync(next, bytes, { mode: MODE });
    renameSync(next, path);
  },
};

/** As `readAll`. */
export function readAllNow(handle: number, into: Uint8Array, at: number): number {
  for (let done = 0; ; ) {
    const read = done < into.length ? readSync(handle, into, done, into.length - done, at + done) : 0;
    done += read;
    if (read === 0) return done;
  }
}
