// In: what the ledger has to say. Out: a sealed line at its end, on the disk, whoever else writes there at the same time.
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { takeWriterLock, type WriterLock } from '../../../db/lock.ts';
import { MirrorError } from '../../domain/errors.ts';
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
export function appendChained(file: string, content: object): void {
  const lock = takeLock(file);
  try {
    const line = sealLine(content, findPrevious(file));
    // A line break before it as well: a line that a crash has cut must not swallow this one.
    appendFileSync(file, `\n${line.text}\n`, { flush: true, mode: 0o600 });
    writeHead(file, { hash: line.hash, bytes: statSync(file).size });
  } finally {
    lock.release();
  }
}

/** Undefined where there is none, or none that can be read. */
export function readHead(file: string): LedgerHead | undefined {
  const head = headFileOf(file);
  const match = existsSync(head) ? /^([0-9a-f]{64}) (\d{1,15})\n$/.exec(readFileSync(head, 'latin1')) : null;
  return match === null ? undefined : { hash: match[1]!, bytes: Number(match[2]) };
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
function findPrevious(file: string): string {
  const head = readHead(file);
  if (head === undefined) return findNewest(file) ?? hashWhole(file);
  if (head.bytes === sizeOf(file)) return head.hash;
  // Somebody died before the note, or somebody took lines away: then the noted one stays the one before, and is missed.
  return findNewest(file, head.hash) ?? head.hash;
}

/** The hash of the last sealed line; with `noted`, only where that one stands before it or is it. */
function findNewest(file: string, noted?: string): string | undefined {
  let newest: string | undefined;
  for (const line of readLinesBackwards(file)) {
    const seal = readSeal(line);
    if (seal === undefined || !seal.isSound) continue;
    newest ??= seal.hash;
    if (noted === undefined || seal.hash === noted) return newest;
  }
  return undefined;
}

/** Of all bytes that will stand before the first sealed line, its line break included. */
function hashWhole(file: string): string {
  const hash = createHash('sha256');
  if (existsSync(file)) {
    const handle = openSync(file, 'r');
    try {
      const block = Buffer.alloc(1 << 18);
      for (let read = readSync(handle, block); read > 0; read = readSync(handle, block))
        hash.update(block.subarray(0, read));
    } finally {
      closeSync(handle);
    }
  }
  return hash.update('\n').digest('hex');
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function writeHead(file: string, { hash, bytes }: LedgerHead): void {
  const next = `${headFileOf(file)}.next`;
  writeFileSync(next, `${hash} ${bytes}\n`, { mode: 0o600 });
  renameSync(next, headFileOf(file));
}
