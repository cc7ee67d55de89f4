// In: a core that whoever opened it keeps open. Out: the vault of its workspace: slots can be changed, its form cannot.
import type { VaultService } from '../../api/vault-service.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { Clock } from '../../needs/clock.ts';
import { summarise } from './keyring.ts';
import { createSlotService } from './slot-service.ts';
import { findVault } from './vault-file.ts';
import type { WorkspaceKey } from './workspace-key.ts';

export function createStillVault(folder: string, key: WorkspaceKey | undefined, clock: Clock): VaultService {
  const slots = createSlotService({ folder, key: () => requireKey(key), keystore: undefined, clock });
  const refuse = (): never => {
    throw new MirrorError('vault/not-here');
  };
  return {
    ...slots,
    state: () => ({
      door: 'open',
      form: key === undefined ? 'plain' : 'sealed',
      slots: summarise(findVault(folder)),
      keystore: null,
      canMove: false,
    }),
    unlock: () => Promise.resolve(),
    lock: refuse,
    make: refuse,
    seal: refuse,
    unseal: refuse,
  };
}

/** @throws vault/not-sealed */
export function requireKey(key: WorkspaceKey | undefined): WorkspaceKey {
  if (key === undefined) throw new MirrorError('vault/not-sealed');
  return key;
}
