// In: the folder of a workspace. Out: its vault.json: which slots wrap its key. A workspace without one is plain.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MirrorError } from '../../domain/errors.ts';

export const VAULT_FILE = 'vault.json';
const FORMAT = 'mirror-vault/1';

const Bytes = z.base64();
const Wrapped = { id: z.string(), madeMs: z.int(), nonce: Bytes, wrapped: Bytes };

const PassphraseSlot = z.object({
  kind: z.literal('passphrase'),
  ...Wrapped,
  /** scrypt (RFC 7914). The bounds keep a forged file from taking all memory. */
  cost: z.object({
    n: z
      .int()
      .min(1024)
      .max(1 << 20),
    r: z.int().min(1).max(16),
    p: z.int().min(1).max(8),
  }),
  salt: Bytes,
});
const RecoverySlot = z.object({
  kind: z.literal('recovery'),
  ...Wrapped,
  salt: Bytes,
  /** When somebody said that they keep it; null until then. */
  keptMs: z.int().nullable(),
});
/** The keystore wraps the key itself; only it can say how. */
const KeystoreSlot = z.object({ kind: z.literal('keystore'), id: z.string(), madeMs: z.int(), wrapped: Bytes });

export const Slot = z.discriminatedUnion('kind', [PassphraseSlot, RecoverySlot, KeystoreSlot]);
export type Slot = z.infer<typeof Slot>;
export type SlotOf<Kind extends Slot['kind']> = Extract<Slot, { kind: Kind }>;

export const Vault = z.object({
  format: z.literal(FORMAT),
  id: z.uuid(),
  /** Derived from the key one way: tells whether a key is this workspace's. */
  check: Bytes,
  slots: z.array(Slot).min(1),
});
export type Vault = z.infer<typeof Vault>;

/** @throws vault/damaged, vault/newer */
export function findVault(folder: string): Vault | undefined {
  const path = join(folder, VAULT_FILE);
  return existsSync(path) ? parseVault(readFileSync(path, 'utf8'), path) : undefined;
}

/** As it stands in the file, for a copy of the workspace. */
export const printVault = (vault: Vault): string => `${JSON.stringify(Vault.parse(vault), null, 2)}\n`;

/** @param shownAs the file to name @throws vault/damaged, vault/newer */
export function parseVault(text: string, shownAs: string): Vault {
  const document = toDocument(text, shownAs);
  const format = z.object({ format: z.string().regex(/^mirror-vault\/\d+$/) }).safeParse(document);
  if (format.success && format.data.format !== FORMAT)
    throw new MirrorError('vault/newer', { data: { path: shownAs } });
  const vault = Vault.safeParse(document);
  if (vault.success) return vault.data;
  const detail = vault.error.issues[0]?.path.join('.') || 'it is none';
  throw new MirrorError('vault/damaged', { data: { path: shownAs, detail: `at ${detail}` } });
}

/** Replaces it in one step, on the disk when it returns, readable by its owner alone. */
export function writeVault(folder: string, vault: Vault): void {
  const next = join(folder, `.${VAULT_FILE}.next`);
  const handle = openSync(next, 'w', 0o600);
  try {
    writeSync(handle, printVault(vault));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(next, join(folder, VAULT_FILE));
  flushFolder(folder);
}

/** Takes what was renamed in a folder to the disk. */
export function flushFolder(folder: string): void {
  // Windows cannot open a folder to flush it, and needs not.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export const removeVault = (folder: string): void => rmSync(join(folder, VAULT_FILE), { force: true });

function toDocument(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser quotes what it read, and keys are no matter for an error.
    throw new MirrorError('vault/damaged', { data: { path, detail: 'it is no JSON' } });
  }
}
