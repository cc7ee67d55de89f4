// What a sealed file looks like. Pure: bytes in, bytes out.
//
//     header   64 bytes: "MIRRSEAL", version 1, layout (1 slots, 2 records), six zeros, id (16 random bytes), mark (32)
//     slots    each: nonce (12), up to 65,536 bytes of content, tag (16); all but the last are full
//     records  each: length (4), place of its content (8), nonce (12), content, tag (16), length (4)
//
// AES-256-GCM (NIST SP 800-38D). Each file has a key of its own: HKDF-SHA256 (RFC 5869) of the files' key with the id as
// salt and the layout in the info, so that a changed header opens nothing. The number of a slot, and whether it is the
// last, are authenticated with it; so are a record's length, place of content and place in the file. Nonces are random:
// a slot may be written again, which a nonce made of its number alone would not survive. The mark is an HMAC-SHA256 of
// the file's place in the workspace: one that was exchanged for another is refused. Numbers are big-endian.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const MAGIC = Buffer.from('MIRRSEAL\u0001', 'latin1');
export const HEADER_BYTES = 64;
const ID_AT = 16;
const ID_BYTES = 16;
export const MARK_AT = 32;
const MARK_BYTES = 32;

/** Of a whole file, read anywhere; and of one that only grows. */
export type SealedLayout = 'slots' | 'records';
const LAYOUTS: Readonly<Record<SealedLayout, number>> = { slots: 1, records: 2 };

export interface FileKey {
  readonly layout: SealedLayout;
  readonly key: Buffer;
  readonly markKey: Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES;
const ALGORITHM = 'aes-256-gcm';

/** Header of a new file, and its key. @param filesKey 32 bytes @param name its place in the workspace */
export function makeHeader(filesKey: Uint8Array, layout: SealedLayout, name: string): { header: Buffer; key: FileKey } {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header[MAGIC.length] = LAYOUTS[layout];
  randomBytes(ID_BYTES).copy(header, ID_AT);
  const key = deriveFileKey(filesKey, layout, header);
  markOf(key, name).copy(header, MARK_AT);
  return { header, key };
}

/** Why a file cannot be opened, in words. */
export interface HeaderFault {
  readonly fault: string;
}

/** The key of a file by its header. */
export function readHeader(filesKey: Uint8Array, header: Uint8Array, name: string): FileKey | HeaderFault {
  if (header.length < HEADER_BYTES) return { fault: 'it is cut off' };
  const bytes = Buffer.from(header.buffer, header.byteOffset, HEADER_BYTES);
  const layout = bytes[MAGIC.length] === LAYOUTS.slots ? 'slots' : 'records';
  const zeros = bytes.subarray(MAGIC.length + 1, ID_AT);
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC) || zeros.some((each) => each !== 0))
    return { fault: 'it is not sealed' };
  if (bytes[MAGIC.length] !== LAYOUTS[layout]) return { fault: 'it is not sealed' };
  const key = deriveFileKey(filesKey, layout, bytes);
  const isMarked = timingSafeEqual(markOf(key, name), bytes.subarray(MARK_AT, MARK_AT + MARK_BYTES));
  return isMarked ? key : { fault: 'it is another file, or of another workspace' };
}

/** Binds a file to its place in the workspace. */
export const markOf = ({ markKey }: FileKey, name: string): Buffer =>
  createHmac('sha256', markKey).update(name).digest();

function deriveFileKey(filesKey: Uint8Array, layout: SealedLayout, header: Buffer): FileKey {
  const id = header.subarray(ID_AT, ID_AT + ID_BYTES);
  const derived = Buffer.from(hkdfSync('sha256', filesKey, id, `mirror/files/1/${layout}`, 64));
  return { layout, key: derived.subarray(0, 32), markKey: derived.subarray(32) };
}

/** Nonce, sealed content, tag. @param about is authenticated with it */
export function seal({ key }: FileKey, content: Uint8Array, about: Uint8Array): Buffer[] {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(about);
  const sealed = cipher.update(content);
  cipher.final();
  return [nonce, sealed, cipher.getAuthTag()];
}

/** The content of what `seal` gave; undefined when it is not that. */
export function unseal({ key }: FileKey, sealed: Uint8Array, about: Uint8Array): Buffer | undefined {
  if (sealed.length < SEAL_BYTES) return undefined;
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(about);
  decipher.setAuthTag(sealed.subarray(end));
  const content = decipher.update(sealed.subarray(NONCE_BYTES, end));
  try {
    decipher.final();
    return content;
  } catch {
    // "Unsupported state or unable to authenticate data": nothing of it may be used.
    return undefined;
  }
}
