// The part of the contract about encryption. It is answered while the workspace is locked, too.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Progress } from '../../domain/progress.ts';
import { MovedVault, Secret, SlotKind, VaultState } from '../../domain/vault.ts';
import { base } from './base.ts';

export const vaultContract = {
  state: base.output(VaultState),
  /** By a passphrase or a recovery key. */
  unlock: base.input(z.object({ secret: Secret })),
  lock: base,
  /** The workspace that is not there yet. */
  make: base.input(z.object({ isSealed: z.boolean(), passphrase: Secret.nullable() })).output(MovedVault),
  seal: base.input(z.object({ passphrase: Secret.nullable() })).output(eventIterator(Progress, MovedVault)),
  unseal: base.output(eventIterator(Progress, MovedVault)),
  setPassphrase: base.input(z.object({ current: Secret.nullable(), passphrase: Secret })),
  /** The one before opens nothing from then on. */
  renewRecovery: base.output(MovedVault),
  keepRecovery: base,
  addKeystore: base,
  removeSlot: base.input(z.object({ kind: SlotKind })),
};
