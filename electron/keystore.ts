// The system's keystore, by Electron's safeStorage: Keychain, DPAPI, the Secret Service or KWallet.
import { safeStorage } from 'electron';
import { nameKeystore } from '../src/desktop/name-keystore.ts';

export interface SystemKeystore {
  readonly name: string;
  wrap(bytes: Uint8Array): Promise<Uint8Array>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
}

/** Undefined where there is none, or one whose key anybody can read. */
export async function findKeystore(): Promise<SystemKeystore | undefined> {
  const isThere = await safeStorage.isAsyncEncryptionAvailable();
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : undefined;
  const name = isThere ? nameKeystore(process.platform, backend) : undefined;
  if (name === undefined) return undefined;
  return {
    name,
    wrap: async (bytes) => safeStorage.encryptStringAsync(Buffer.from(bytes).toString('base64')),
    unwrap: async (wrapped) => {
      const { result } = await safeStorage.decryptStringAsync(Buffer.from(wrapped));
      return Buffer.from(result, 'base64');
    },
  };
}
