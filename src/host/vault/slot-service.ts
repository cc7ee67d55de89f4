// In: a sealed workspace that is open. Out: its slots changed; nothing that it holds is written anew.
import type { VaultService } from '../../api/vault-service.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { Clock } from '../../needs/clock.ts';
import { withKeptRecovery, withoutSlot, withSlot } from './keyring.ts';
import { makeRecoveryKey } from './recovery-key.ts';
import {
  isKeyOf,
  unwrapWithSecret,
  wrapWithKeystore,
  wrapWithPassphrase,
  wrapWithRecovery,
  type ScryptCost,
  type VaultKeystore,
} from './slots.ts';
import { findVault, writeVault, type Vault } from './vault-file.ts';
import type { WorkspaceKey } from './workspace-key.ts';

export type SlotService = Pick<
  VaultService,
  'setPassphrase' | 'renewRecovery' | 'keepRecovery' | 'addKeystore' | 'removeSlot'
>;

export interface SlotOptions {
  readonly folder: string;
  /** Of the workspace that is open now. @throws vault/locked, vault/not-sealed */
  readonly key: () => WorkspaceKey;
  readonly keystore: VaultKeystore | undefined;
  readonly clock: Clock;
  readonly cost?: ScryptCost | undefined;
}

/** Each reads vault.json anew, so that what another process changed of it meanwhile is kept. */
export function createSlotService({ folder, key, keystore, clock, cost }: SlotOptions): SlotService {
  const change = async (make: (vault: Vault, key: WorkspaceKey) => Promise<Vault> | Vault): Promise<void> => {
    const opened = key();
    const vault = findVault(folder);
    if (vault === undefined || !isKeyOf(vault, opened)) throw new MirrorError('vault/not-sealed');
    writeVault(folder, await make(vault, opened));
  };
  return {
    setPassphrase: ({ current, passphrase }) =>
      change(async (vault, opened) => {
        const isAsked = vault.slots.some(({ kind }) => kind === 'passphrase');
        if (isAsked) await unwrapWithSecret(vault, current ?? '');
        return withSlot(vault, await wrapWithPassphrase(opened, passphrase, { nowMs: clock.nowMs(), cost }));
      }),
    renewRecovery: async () => {
      const recoveryKey = makeRecoveryKey();
      await change((vault, opened) => withSlot(vault, wrapWithRecovery(opened, recoveryKey, clock.nowMs())));
      return { recoveryKey };
    },
    keepRecovery: () => change((vault) => withKeptRecovery(vault, clock.nowMs())),
    addKeystore: () =>
      change(async (vault, opened) => {
        if (keystore === undefined) throw new MirrorError('vault/keystore', { data: { detail: 'there is none here' } });
        return withSlot(vault, await wrapWithKeystore(opened, keystore, clock.nowMs()));
      }),
    removeSlot: (kind) => change((vault) => withoutSlot(vault, kind)),
  };
}
