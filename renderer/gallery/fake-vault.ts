// Encryption for the gallery: plain, sealed, locked, not there yet, and with a recovery key nobody keeps.
import type { VaultState } from '../../src/domain/vault.ts';

export const VAULT_STATES = ['plain', 'plain-keystore', 'sealed', 'locked', 'unmade', 'moving', 'unkept'] as const;
export type FakeVaultState = (typeof VAULT_STATES)[number];

const MADE_MS = Date.UTC(2026, 9, 14, 9, 12);
export const RECOVERY_KEY = '7QK2M-0XF4T-R9BDC-V3WHE-5N8GJ-K1ZYP-A6S2Q';

const BASE: VaultState = { door: 'open', form: 'plain', slots: [], keystore: null, canMove: true };
const slot = (kind: VaultState['slots'][number]['kind'], isKept = true) => ({ kind, madeMs: MADE_MS, isKept });
const SEALED: VaultState = { ...BASE, form: 'sealed', slots: [slot('passphrase'), slot('recovery')] };

const STATES: Readonly<Record<FakeVaultState, VaultState>> = {
  plain: BASE,
  'plain-keystore': { ...BASE, keystore: 'Keychain of macOS' },
  sealed: { ...SEALED, slots: [slot('keystore'), ...SEALED.slots], keystore: 'Keychain of macOS' },
  locked: { ...SEALED, door: 'locked' },
  unmade: { ...BASE, door: 'unmade' },
  moving: { ...SEALED, door: 'moving' },
  unkept: { ...SEALED, slots: [slot('keystore'), slot('recovery', false)], keystore: 'Keychain of macOS' },
};

/** What the contract's PROBLEM looks like to a window. */
class WrongKey extends Error {
  readonly code = 'PROBLEM';
  readonly data = {
    code: 'vault/wrong-key',
    title: 'This passphrase or recovery key does not open the workspace',
    hint: 'Check capitals and the keyboard, or use the other of the two.',
  };
}

/** Opens with "correct horse"; a move takes its steps and then stays. */
export function makeFakeVault(shown: FakeVaultState) {
  let now = STATES[shown];
  return {
    state: async () => now,
    unlock: async ({ secret }: { secret: string }) => {
      if (secret !== 'correct horse') throw new WrongKey('wrong');
      now = SEALED;
    },
    lock: async () => {},
    make: async () => ((now = SEALED), { recoveryKey: null }),
    seal: async () => move(),
    unseal: async () => move(),
    setPassphrase: async () => {},
    renewRecovery: async () => ({ recoveryKey: RECOVERY_KEY }),
    keepRecovery: async () => {
      now = { ...now, slots: now.slots.map((each) => ({ ...each, isKept: true })) };
    },
    addKeystore: async () => {},
    removeSlot: async () => {},
  };
}

async function* move() {
  yield { stage: 'writing files', done: 12, total: 40, unit: 'files' };
  return new Promise<never>(() => undefined);
}
