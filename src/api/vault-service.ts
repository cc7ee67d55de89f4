// What the door needs of a workspace's encryption. It answers while the workspace is locked, too.
import type { Progress } from '../domain/progress.ts';
import type { MovedVault, SlotKind, VaultState } from '../domain/vault.ts';

export interface VaultService {
  state(): VaultState;
  /** By a passphrase or a recovery key. @throws vault/wrong-key, vault/recovery-slip */
  unlock(secret: string): Promise<void>;
  /** Forgets the key and closes what is open. @throws vault/not-sealed, vault/recording */
  lock(): Promise<void>;
  /** The workspace that is not there yet. A passphrase may be left out where there is a keystore. */
  make(wish: { readonly isSealed: boolean; readonly passphrase: string | null }): Promise<MovedVault>;
  /** Writes a plain workspace anew, sealed. @throws vault/already, vault/no-room, vault/recording */
  seal(passphrase: string | null, signal?: AbortSignal): AsyncGenerator<Progress, MovedVault>;
  /** Writes a sealed workspace anew, plain. @throws vault/already, vault/no-room, vault/recording */
  unseal(signal?: AbortSignal): AsyncGenerator<Progress, MovedVault>;
  /** `current`: the passphrase or recovery key, asked for where there is a passphrase. @throws vault/wrong-key */
  setPassphrase(wish: { readonly current: string | null; readonly passphrase: string }): Promise<void>;
  /** A new recovery key in the place of the one before, which opens nothing from then on. */
  renewRecovery(): Promise<MovedVault>;
  /** Somebody said that they keep the recovery key. */
  keepRecovery(): Promise<void>;
  /** The keystore of this system opens the workspace from now on. @throws vault/keystore */
  addKeystore(): Promise<void>;
  /** @throws vault/last-slot */
  removeSlot(kind: SlotKind): Promise<void>;
}
