// In: what the ledger has to say. Out: a sealed line at its end, on the disk, whoever else writes there at the same time.
import { createHash } from 'node:crypto';
import { takeWriterLock, type WriterLock } from '../../../db/lock.ts';
import { MirrorError } from '../../domain/errors.ts';
import { PLAIN_NOW } from '../files/plain-files.ts';
import type { FilesNow } from '../files/workspace-files.ts';
import { readSeal, sealLine } from './chain.ts';
import { readLinesBackwards } from './read-lines.ts';

/** The newest line as it was written last, in a file of its own beside the ledger. */
export interface LedgerHead {
  readonly hash: string;
  /** Of the ledger up to the end of that line. */
  readonly bytes: number;
}

export const headFileOf = (file: string): string => `${file}.head`;

/** Longer than anybody has it who is alive: a line is written in some milliseconds. */
const WAIT_MS = 10_000;

/**
 * Adds one line, flushed, and then notes it as the newest one. A lock of the operating system keeps all writers of all
 * processes in a row; it goes with a process that dies. Dying between the line and the note leaves a line behind the
 * noted one, which the next writer goes on from.
 * @throws egress/ledger-held, disk/no-access, disk/full and its like
 */
export function appendChained(file: string, content: object, files: FilesNow = PLAIN_NOW): void {
  const lock = takeLock(file);
  try {
    const line = sealLine(content, findPrevious(files, file));
    // A line break before it as well: a line that a crash has cut must not swallow this one.
    files.append(file, Buffer.from(`\n${line.text}\n`));
    writeHead(files, file, { hash: line.hash, bytes: files.sizeOf(file) ?? 0 });
  } finally {
    lock.release();
  }
}

/** Undefined where there is none, or none that can be read. */
export function readHead(file: string, files: FilesNow = PLAIN_NOW): LedgerHead | undefined {
  const match = /^([0-9a-f]{64}) (\d{1,15})\n$/.exec(readText(files, headFileOf(file)));
  return match === null ? undefined : { hash: match[1]!, bytes: Number(match[2]) };
}

/** Empty where there is no such file. */
function readText(files: FilesNow, path: string): string {
  if (files.sizeOf(path) === undefined) return '';
  const opened = files.open(path);
  try {
    const bytes = Buffer.alloc(opened.sizeBytes);
    return bytes.toString('latin1', 0, opened.read(bytes, 0));
  } finally {
    opened.close();
  }
}

function takeLock(file: string): WriterLock {
  try {
    return takeWriterLock(file, { waitMs: WAIT_MS });
  } catch (cause) {
    const isHeld = cause instanceof MirrorError && cause.code === 'workspace/locked';
    if (isHeld) throw new MirrorError('egress/ledger-held', { data: { file }, cause });
    const detail = cause instanceof MirrorError ? String(cause.data['detail']) : 'no lock';
    throw new MirrorError('disk/no-access', { data: { file, detail }, cause });
  }
}

/** What the next line has to name as the one before it. */
function findPrevious(files: FilesNow, file: string): string {
  const head = readHead(file, files);
  if (head === undefined) return findNewest(files, file) ?? hashWhole(files, file);
  if (head.bytes === (files.sizeOf(file) ?? 0)) return head.hash;
  // Somebody died before the note, or somebody took lines away: then the noted one stays the one before, and is missed.
  return findNewest(files, file, head.hash) ?? head.hash;
}

/** The hash of the last sealed line; with `noted`, only where that one stands before it or is it. */
function findNewest(files: FilesNow, file: string, noted?: string): string | undefined {
  let newest: string | undefined;
  for (const line of readLinesBackwards(file, files)) {
    const seal = readSeal(line);
    if (seal === undefined || !seal.isSound) continue;
    newest ??= seal.hash;
    if (noted === undefined || seal.hash === noted) return newest;
  }
  return undefined;
}

/** Of all bytes that will stand before the first sealed line, its line break included. */
function hashWhole(files: FilesNow, file: string): string {
  const hash = createHash('sha256');
  if (files.sizeOf(file) !== undefined) {
    const opened = files.open(file);
    try {
      const block = Buffer.alloc(1 << 18);
      for (let at = 0, read = opened.read(block, 0); read > 0; at += read, read = opened.read(block, at))
        hash.update(block.subarray(0, read));
    } finally {
      opened.close();
    }
  }
  return hash.update('\n').digest('hex');
}

const writeHead = (files: FilesNow, file: string, { hash, bytes }: LedgerHead): void =>
  files.write(headFileOf(file), Buffer.from(`${hash} ${bytes}\n`));
