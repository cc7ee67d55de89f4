// In: a vault and slots. Out: the vault with them: one slot of each kind, and always one that a person can open.
import { randomUUID } from 'node:crypto';
import { MirrorError } from '../../domain/errors.ts';
import type { SlotKind, SlotSummary } from '../../domain/vault.ts';
import { makeRecoveryKey } from './recovery-key.ts';
import {
  checkOf,
  wrapWithKeystore,
  wrapWithPassphrase,
  wrapWithRecovery,
  type ScryptCost,
  type VaultKeystore,
} from './slots.ts';
import type { Slot, Vault } from './vault-file.ts';
import { makeWorkspaceKey, type WorkspaceKey } from './workspace-key.ts';

export interface NewVault {
  readonly vault: Vault;
  readonly key: WorkspaceKey;
  /** Shown once; a vault holds only what it wraps. */
  readonly recoveryKey: string;
}

export interface Openers {
  readonly passphrase: string | null;
  readonly keystore: VaultKeystore | undefined;
  readonly nowMs: number;
  /** For tests, which guess nothing. */
  readonly cost?: ScryptCost | undefined;
}

/** A new key in new slots: a recovery key always, a passphrase and the keystore where given. @throws vault/short-passphrase, vault/keystore */
export async function makeVault({ passphrase, keystore, nowMs, cost }: Openers): Promise<NewVault> {
  const key = makeWorkspaceKey();
  const recoveryKey = makeRecoveryKey();
  const slots: Slot[] = [
    ...(keystore === undefined ? [] : [await wrapWithKeystore(key, keystore, nowMs)]),
    ...(passphrase === null ? [] : [await wrapWithPassphrase(key, passphrase, { nowMs, cost })]),
    wrapWithRecovery(key, recoveryKey, nowMs),
  ];
  const check = checkOf(key).toString('base64');
  return { vault: { format: 'mirror-vault/1', id: randomUUID(), check, slots }, key, recoveryKey };
}

/** In the place of the slot of its kind, or beside the others. */
export const withSlot = (vault: Vault, slot: Slot): Vault => ({
  ...vault,
  slots: [...vault.slots.filter(({ kind }) => kind !== slot.kind), slot],
});

/** @throws vault/last-slot when nobody could open it any more: a keystore goes with its machine */
export function withoutSlot(vault: Vault, kind: SlotKind): Vault {
  const slots = vault.slots.filter((slot) => slot.kind !== kind);
  if (!slots.some((slot) => slot.kind !== 'keystore')) throw new MirrorError('vault/last-slot');
  return { ...vault, slots };
}

/** With the word of somebody that they keep the recovery key. */
export const withKeptRecovery = (vault: Vault, nowMs: number): Vault => ({
  ...vault,
  slots: vault.slots.map((slot) => (slot.kind === 'recovery' ? { ...slot, keptMs: nowMs } : slot)),
});

export const summarise = (vault: Vault | undefined): SlotSummary[] =>
  (vault?.slots ?? []).map((slot) => ({
    kind: slot.kind,
    madeMs: slot.madeMs,
    isKept: slot.kind !== 'recovery' || slot.keptMs !== null,
  }));
