// In: a sealed database, or a backup of one. Out: a copy in one file, with what a person needs to open it at its end.
import { appendFileSync, closeSync, fstatSync, openSync, readSync, truncateSync } from 'node:fs';
import { connect, type DatabaseKey } from './connect.ts';

/**
 * Writes all that is stored at this moment into a new file, sealed under the same key. SQLite's backup cannot read what
 * is sealed; this can, and takes as long as reading all of it: run it off the event loop.
 */
export function copySealed(file: string, key: DatabaseKey, to: string): void {
  const sqlite = connect(file, { readonly: true, fileMustExist: true, key });
  try {
    sqlite.prepare('VACUUM INTO ?').run(to);
  } finally {
    sqlite.close();
  }
}

/** Ends every sealed backup: the note, its length in bytes as eight digits, and this. */
const MARK = ' mirror-sealed/1\n';
const DIGITS = 8;
const LONGEST_NOTE = 1_000_000;

/** Puts a note at the end of a database; `removeNote` takes it off again. */
export function appendNote(file: string, note: string): void {
  const length = String(Buffer.byteLength(note)).padStart(DIGITS, '0');
  appendFileSync(file, `${note}${length}${MARK}`);
}

/** The note at the end of a file; undefined where there is none. */
export function findNote(file: string): { readonly note: string; readonly databaseBytes: number } | undefined {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const end = readAt(handle, size - DIGITS - MARK.length, DIGITS + MARK.length);
    const length = Number(end.slice(0, DIGITS));
    if (end.slice(DIGITS) !== MARK || !(length <= LONGEST_NOTE)) return undefined;
    const databaseBytes = size - end.length - length;
    return { note: readAt(handle, databaseBytes, length), databaseBytes };
  } finally {
    closeSync(handle);
  }
}

/** Leaves the database alone in the file. */
export function removeNote(file: string): void {
  const found = findNote(file);
  if (found !== undefined) truncateSync(file, found.databaseBytes);
}

function readAt(handle: number, position: number, length: number): string {
  if (position < 0) return '';
  const bytes = Buffer.alloc(length);
  return bytes.toString('utf8', 0, readSync(handle, bytes, 0, length, position));
}
