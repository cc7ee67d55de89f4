// In: the file of the ledger. Out: whether its chain holds, and every line at which it does not.
import { createHash } from 'node:crypto';
import type { EgressVerdict } from '../../domain/egress.ts';
import { OUTSIDE } from '../files/create-files.ts';
import { readPieces } from '../files/whole-file.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { headFileOf, readHead } from './append-chained.ts';
import { readSeal } from './chain.ts';
import { readLines } from './read-lines.ts';

export interface VerifyOptions {
  /** A hash that somebody kept. */
  readonly noted?: string | undefined;
  readonly isCopy?: boolean;
  /** Of the workspace that it lies in. */
  readonly files?: WorkspaceFiles;
}

/**
 * Reads the file once, line by line. What it shows: from the line at which the chain begins, no line was changed, added,
 * taken away or moved without the chain being written anew, and what stands before the chain is as it was when that
 * began. The newest lines could be cut off unseen by the chain alone; the file beside the ledger knows the newest, and a
 * hash that somebody noted elsewhere (`noted`) proves all lines up to it. What it does not show: that nobody who can
 * write both files has written everything anew. Against that only a noted hash helps.
 * @param isCopy of a file that has none beside it; then nothing is said of the newest lines
 */
export async function verifyLedger(
  file: string,
  { noted, isCopy = false, files = OUTSIDE }: VerifyOptions = {},
): Promise<EgressVerdict> {
  const head = isCopy ? undefined : readHead(file, files.now);
  const missing = new Set([head?.hash, noted]);
  const faults: Fault[] = [];
  const tell = (line: number | null, what: string): void => void faults.push({ line, what });
  const cut: number[] = [];
  let lines = 0;
  let chained = 0;
  let chainedFrom: number | null = null;
  let newest: string | null = null;
  for await (const { bytes, number, offset } of readLines(file, files)) {
    lines += 1;
    const seal = readSeal(bytes);
    if (seal === undefined) {
      if (!isObject(bytes)) cut.push(number);
      else if (chainedFrom !== null) tell(number, 'the line has no hash: it was added or changed');
      continue;
    }
    const before: string = newest ?? (await hashBefore(files, file, offset));
    if (!seal.isSound) tell(number, 'the line was changed');
    else if (seal.prev !== before) tell(number, chainedFrom === null ? BEFORE_ALL : NOT_NEXT);
    chained += 1;
    chainedFrom ??= number;
    newest = seal.hash;
    if (seal.isSound) missing.delete(seal.hash);
  }
  // Dying after the very first line leaves it without the note.
  if (head === undefined && chained > 1 && !isCopy)
    tell(null, `${headFileOf(file)} is missing: the newest lines may be, too`);
  if (head !== undefined && missing.has(head.hash))
    tell(null, 'the newest line that was written is missing or was changed');
  if (noted !== undefined && missing.has(noted)) tell(null, 'the line with the noted hash is missing or was changed');
  return { isWhole: faults.length === 0, lines, chained, chainedFrom, cut, faults, newest };
}

type Fault = EgressVerdict['faults'][number];

const BEFORE_ALL = 'what stands before this line was changed or is missing';
const NOT_NEXT = 'the line does not follow the one before it: one is missing, was changed, added or moved';

/** Of a line that a crash has cut nothing is an object: the end of a line is its last brace. */
function isObject(bytes: Buffer): boolean {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object';
  } catch {
    return false;
  }
}

async function hashBefore(files: WorkspaceFiles, file: string, offset: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readPieces(files, file, { to: offset })) hash.update(chunk);
  return hash.digest('hex');
}
