// In: paths of database files. Out: the same files, moved and copied so that a crash leaves the old or the new one.
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Copies a file; where the file system can, the copy shares its blocks until one of them changes. */
export function copyFile(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

/** Gives a file a second name without moving it away from its first, replacing whatever had that name. */
export function keepAs(file: string, secondName: string): void {
  rmSync(secondName, { force: true });
  try {
    linkSync(file, secondName);
  } catch {
    // exFAT and some network drives know no hard links.
    copyFile(file, secondName);
  }
}

/** Puts `next` in the place of `file` in one step, on the disk when it returns. */
export function replaceFile(file: string, next: string): void {
  flush(next);
  renameSync(next, file);
  // Windows cannot open a folder to flush it, and needs not.
  if (process.platform !== 'win32') flush(dirname(file));
}

/**
 * Makes a file readable by its owner alone: it holds what people said. SQLite gives its journals the same mode.
 * File systems without owners, as of a memory stick, refuse it and have nobody to keep out.
 */
export function keepPrivate(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
  }
}

/** Removes a database file and the journals SQLite may have put beside it. */
export function removeDatabaseFiles(file: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

function flush(path: string): void {
  const handle = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
