// For tests: a keystore of a system.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { VaultKeystore } from '../slots.ts';

/** A thousandth of what a passphrase costs. */
export const TEST_COST = { n: 1024, r: 1, p: 1 } as const;

/** Each has a secret of its own, as each user of each machine has. */
export function fakeKeystore(): VaultKeystore {
  const secret = randomBytes(32);
  return {
    name: 'Keystore of this test',
    wrap: async (bytes) => {
      const cipher = createCipheriv('aes-256-gcm', secret, Buffer.alloc(12));
      return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap: async (bytes) => {
      const opener = createDecipheriv('aes-256-gcm', secret, Buffer.alloc(12)).setAuthTag(bytes.subarray(-16));
      return Buffer.concat([opener.update(bytes.subarray(0, -16)), opener.final()]);
    },
  };
}
