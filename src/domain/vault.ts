// Encryption of a workspace, as doors show it. A workspace is plain, or sealed: then only its key opens it.
import { z } from 'zod';

/** What wraps the workspace's key: something a person knows, something they wrote down, or their system's keystore. */
export const SlotKind = z.enum(['passphrase', 'recovery', 'keystore']);
export type SlotKind = z.infer<typeof SlotKind>;

export const SlotSummary = z.object({
  kind: SlotKind,
  madeMs: z.int(),
  /** Of a recovery key: whether somebody said that they keep it. */
  isKept: z.boolean(),
});
export type SlotSummary = z.infer<typeof SlotSummary>;

export const VaultState = z.object({
  /** `unmade`: there is no workspace yet, and whether it is sealed must be said; `moving`: it is being written anew. */
  door: z.enum(['open', 'locked', 'unmade', 'moving']),
  form: z.enum(['plain', 'sealed']),
  slots: z.array(SlotSummary),
  /** The system's keystore, as its system calls it; null where this door has none. */
  keystore: z.string().nullable(),
  /** Whether this door can seal and open the workspace itself. */
  canMove: z.boolean(),
});
export type VaultState = z.infer<typeof VaultState>;

/** What somebody types to open a workspace: a passphrase or a recovery key; which of them it is can be told. */
export const Secret = z.string().min(1).max(1000);

/** A sealed workspace's new recovery key, to be shown once; null where none was made. */
export const MovedVault = z.object({ recoveryKey: z.string().nullable() });
export type MovedVault = z.infer<typeof MovedVault>;
