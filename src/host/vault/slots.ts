// In: a workspace's key and what is to open it. Out: the key wrapped in a slot, and unwrapped from it again.
import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  randomUUID,
  scrypt,
  type ScryptOptions,
} from 'node:crypto';
import { promisify } from 'node:util';
import { MirrorError } from '../../domain/errors.ts';
import { SHORTEST_PASSPHRASE } from '../../domain/passphrase.ts';
import { readRecoveryKey } from './recovery-key.ts';
import type { Slot, SlotOf, Vault } from './vault-file.ts';
import { deriveKey, toWorkspaceKey, type WorkspaceKey } from './workspace-key.ts';

/** The system's keystore, as the desktop hands it in. What it wraps only it unwraps, for this user of this machine. */
export interface VaultKeystore {
  /** As its system calls it. */
  readonly name: string;
  wrap(bytes: Uint8Array): Promise<Uint8Array>;
  /** @throws when the keystore is locked, another one, or gone */
  unwrap(bytes: Uint8Array): Promise<Uint8Array>;
}

export interface ScryptCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** 128 MB and about half a second for each try (OWASP's scrypt setting): what a thief pays for each guess. */
export const USUAL_COST: ScryptCost = { n: 1 << 17, r: 8, p: 1 };

/** @throws vault/short-passphrase */
export async function wrapWithPassphrase(
  key: WorkspaceKey,
  passphrase: string,
  { nowMs, cost = USUAL_COST }: { readonly nowMs: number; readonly cost?: ScryptCost | undefined },
): Promise<SlotOf<'passphrase'>> {
  const words = tidy(passphrase);
  if (words.length < SHORTEST_PASSPHRASE)
    throw new MirrorError('vault/short-passphrase', { data: { least: SHORTEST_PASSPHRASE } });
  const salt = randomBytes(16);
  const id = randomUUID();
  const sealed = wrap(key, await stretch(words, salt, cost), `passphrase ${id}`);
  return { kind: 'passphrase', id, madeMs: nowMs, cost, salt: salt.toString('base64'), ...sealed };
}

/** @param recoveryKey of makeRecoveryKey */
export function wrapWithRecovery(key: WorkspaceKey, recoveryKey: string, nowMs: number): SlotOf<'recovery'> {
  const salt = randomBytes(16);
  const id = randomUUID();
  const sealed = wrap(key, fromRecovery(recoveryKey, salt), `recovery ${id}`);
  return { kind: 'recovery', id, madeMs: nowMs, salt: salt.toString('base64'), keptMs: null, ...sealed };
}

/** @throws vault/keystore */
export async function wrapWithKeystore(
  key: WorkspaceKey,
  keystore: VaultKeystore,
  nowMs: number,
): Promise<SlotOf<'keystore'>> {
  const wrapped = await fromKeystore(() => keystore.wrap(key));
  return { kind: 'keystore', id: randomUUID(), madeMs: nowMs, wrapped: Buffer.from(wrapped).toString('base64') };
}

/**
 * The key by what somebody typed: the passphrase, or the recovery key.
 * @throws vault/wrong-key, vault/recovery-slip
 */
export async function unwrapWithSecret(vault: Vault, secret: string): Promise<WorkspaceKey> {
  const read = readRecoveryKey(secret);
  for (const slot of vault.slots) {
    if (slot.kind === 'recovery' && read.is === 'key') {
      const key = unwrap(slot, fromRecovery(read.canonical, Buffer.from(slot.salt, 'base64')));
      if (key && isKeyOf(vault, key)) return key;
    } else if (slot.kind === 'passphrase') {
      const key = unwrap(slot, await stretch(tidy(secret), Buffer.from(slot.salt, 'base64'), slot.cost));
      if (key && isKeyOf(vault, key)) return key;
    }
  }
  if (read.is === 'slip') throw new MirrorError('vault/recovery-slip', { data: { group: read.group } });
  throw new MirrorError('vault/wrong-key');
}

/** The key by the system's keystore; undefined where the vault has no slot for one. @throws vault/keystore */
export async function unwrapWithKeystore(vault: Vault, keystore: VaultKeystore): Promise<WorkspaceKey | undefined> {
  const slot = vault.slots.find((each) => each.kind === 'keystore');
  if (slot?.kind !== 'keystore') return undefined;
  return fromKeystore(async () => {
    const key = toWorkspaceKey(await keystore.unwrap(Buffer.from(slot.wrapped, 'base64')));
    if (!isKeyOf(vault, key)) throw new Error('it holds another key');
    return key;
  });
}

export const isKeyOf = (vault: Vault, key: WorkspaceKey): boolean =>
  Buffer.compare(Buffer.from(vault.check, 'base64'), checkOf(key)) === 0;

export const checkOf = (key: WorkspaceKey): Buffer => Buffer.from(deriveKey(key, 'check')).subarray(0, 16);

async function fromKeystore<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : 'it says nothing more';
    throw new MirrorError('vault/keystore', { data: { detail } });
  }
}

/** Whoever types "ü" on another keyboard types other bytes; spaces around it come from copying. */
const tidy = (passphrase: string): string => passphrase.normalize('NFKC').trim();

const stretchWith = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

const stretch = (words: string, salt: Buffer, { n, r, p }: ScryptCost): Promise<Buffer> =>
  stretchWith(words, salt, 32, { N: n, r, p, maxmem: 256 * n * r });

/** It has 140 random bits: nothing to stretch. */
const fromRecovery = (recoveryKey: string, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', recoveryKey, salt, 'mirror/recovery/1', 32));

const TAG_BYTES = 16;

function wrap(key: WorkspaceKey, by: Buffer, boundTo: string): { nonce: string; wrapped: string } {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', by, nonce).setAAD(Buffer.from(`mirror-vault/1 ${boundTo}`));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  by.fill(0);
  return { nonce: nonce.toString('base64'), wrapped: wrapped.toString('base64') };
}

/** Undefined where `by` is not what wrapped it. */
function unwrap(slot: Exclude<Slot, { kind: 'keystore' }>, by: Buffer): WorkspaceKey | undefined {
  const bytes = Buffer.from(slot.wrapped, 'base64');
  try {
    const opener = createDecipheriv('aes-256-gcm', by, Buffer.from(slot.nonce, 'base64'), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(`mirror-vault/1 ${slot.kind} ${slot.id}`))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return toWorkspaceKey(Buffer.concat([opener.update(bytes.subarray(0, -TAG_BYTES)), opener.final()]));
  } catch {
    // Authentication fails for a wrong key and for a changed slot alike, and says no more.
    return undefined;
  } finally {
    by.fill(0);
  }
}
