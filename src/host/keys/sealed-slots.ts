// In: a place for keys, and the system's keystore. Out: a place in which they lie sealed, for the desktop.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { MirrorError } from '../../domain/errors.ts';
import type { KeySlots } from './key-store.ts';

export interface Keystore {
  wrap(bytes: Uint8Array): Promise<Uint8Array>;
  /** @throws when it is locked, another one, or has lost its entry */
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
}

/** Of AES-256-GCM (NIST SP 800-38D). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const WRAPPED = 'wrapped';

/**
 * The keystore is asked once, for one key that seals all others (AES-256-GCM, the id authenticated with it), since it may
 * ask a person. `plain` is where the other doors keep keys: what lies only there is read from there, until it is replaced.
 * A keystore that unwraps nothing any more leaves sealed keys unread: they must be entered again.
 */
export async function openSealedSlots(
  { sealed, plain }: { readonly sealed: KeySlots; readonly plain: KeySlots },
  keystore: Keystore,
): Promise<KeySlots> {
  const key = await openKey(sealed, keystore);
  return {
    read: (id) => {
      const kept = sealed.read(entryOf(id));
      return kept === undefined ? plain.read(id) : unseal(key, id, kept);
    },
    write: (id, secret) => {
      sealed.write(entryOf(id), seal(key, id, secret));
      plain.forget(id);
    },
    forget: (id) => {
      sealed.forget(entryOf(id));
      plain.forget(id);
    },
  };
}

const entryOf = (id: string): string => `key ${id}`;

async function openKey(sealed: KeySlots, keystore: Keystore): Promise<Uint8Array> {
  const wrapped = sealed.read(WRAPPED);
  if (wrapped !== undefined) {
    const known = await keystore.unwrap(Buffer.from(wrapped, 'base64')).catch(() => undefined);
    if (known?.length === 32) return known;
  }
  // The first time; or the keystore has lost it, and what it sealed is lost with it.
  const key = randomBytes(32);
  sealed.write(WRAPPED, Buffer.from(await keystore.wrap(key)).toString('base64'));
  return key;
}

function seal(key: Uint8Array, id: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  const bytes = [nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(bytes).toString('base64');
}

/** Undefined where another key sealed it: it is as good as not there. */
function unseal(key: Uint8Array, id: string, kept: string): string | undefined {
  const bytes = Buffer.from(kept, 'base64');
  const [tagAt, nonce] = [bytes.length - TAG_BYTES, bytes.subarray(0, NONCE_BYTES)];
  if (tagAt < NONCE_BYTES) throw new MirrorError('keys/unusable');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  decipher.setAuthTag(bytes.subarray(tagAt));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, tagAt)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
