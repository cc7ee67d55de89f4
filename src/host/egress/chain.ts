// In: a line of the ledger, and the hash of the one before it. Out: the line with both, and whether such a line is sound.
import { createHash } from 'node:crypto';

/**
 * A sealed line is a JSON object whose last two members are `prev` and `hash`, each 64 hexadecimal digits:
 *
 *     {"id":"…", … ,"prev":"<hash of the sealed line before>","hash":"<SHA-256 of this line without the hash>"}
 *
 * What is hashed are the bytes of the line itself, with `,"hash":"…"` taken out; nothing has to be put in order first.
 * `prev` of the first sealed line is the SHA-256 of every byte that stands before it in the file.
 */
export function sealLine(content: object, prev: string): { readonly text: string; readonly hash: string } {
  const unsealed = JSON.stringify({ ...content, prev });
  const hash = createHash('sha256').update(unsealed).digest('hex');
  return { text: `${unsealed.slice(0, -1)},"hash":"${hash}"}`, hash };
}

export interface Seal {
  readonly prev: string;
  readonly hash: string;
  /** Whether the line's own hash is that of its bytes. */
  readonly isSound: boolean;
}

/** Undefined for a line that has none. */
export function readSeal(line: Buffer): Seal | undefined {
  const match = SEAL.exec(line.toString('latin1', Math.max(0, line.length - SEAL_BYTES)));
  if (match === null) return undefined;
  const [, prev, hash] = match;
  const unsealed = createHash('sha256')
    .update(line.subarray(0, line.length - HASH_BYTES))
    .update('}');
  return { prev: prev!, hash: hash!, isSound: unsealed.digest('hex') === hash };
}

const SEAL = /,"prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\}$/;
/** `,"hash":"` + 64 digits + `"}` */
const HASH_BYTES = 75;
/** `,"prev":"` + 64 digits + `"` before it */
const SEAL_BYTES = HASH_BYTES + 74;
