// The one key of a sealed workspace, and the keys derived from it. It is wrapped in slots (slots.ts), never stored as it is.
import { hkdfSync, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;

declare const brand: unique symbol;
/** 32 random bytes. Never in a log, an error, an argument or the environment. */
export type WorkspaceKey = Uint8Array & { readonly [brand]: 'WorkspaceKey' };

export const makeWorkspaceKey = (): WorkspaceKey => toWorkspaceKey(randomBytes(KEY_BYTES));

/** @throws Error when the bytes are no key, which only a bug or a forged slot gives */
export function toWorkspaceKey(bytes: Uint8Array): WorkspaceKey {
  if (bytes.length !== KEY_BYTES) throw new Error(`a workspace key has ${KEY_BYTES} bytes`);
  return bytes as WorkspaceKey; // of its length, and made here or unwrapped from a slot
}

/**
 * A key for one purpose, from which neither the workspace's key nor that of another purpose can be told: HKDF-SHA-256
 * (RFC 5869) without salt, which a random key does not need. `check` tells keys apart and opens nothing.
 */
export const deriveKey = (key: WorkspaceKey, purpose: 'database' | 'files' | 'check'): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), `mirror/${purpose}/1`, KEY_BYTES));
