// mirror vault status, seal, unseal, passphrase, recovery
import { resolve } from 'node:path';
import type { MirrorClient } from '../../api/client.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { SlotSummary, VaultState } from '../../domain/vault.ts';
import { findVault } from '../../host/vault/vault-file.ts';
import { summarise } from '../../host/vault/keyring.ts';
import { openVaultedCore } from '../../host/vault/vaulted-core.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { connectRunning } from '../../web/connect.ts';
import { follow, print, printJson } from '../output.ts';
import { readNewPassphrase, readSecret } from '../read-secret.ts';
import { createStopSignal } from '../stop-signal.ts';

interface Options {
  readonly workspace: string;
  readonly json?: boolean;
}

/** Reads vault.json, which anybody can: no key is needed. */
export async function runVaultStatus({ workspace, json }: Options): Promise<void> {
  requireWorkspace(workspace);
  const vault = findVault(resolve(workspace));
  const form = vault === undefined ? 'plain' : 'sealed';
  const slots = summarise(vault);
  if (json) return printJson({ form, slots });
  if (vault === undefined) return print('The workspace is plain: whoever can read the folder can read what is in it.');
  print('The workspace is sealed. It is opened by:');
  for (const slot of slots) print(`  ${describe(slot)}`);
}

const NAMES = {
  passphrase: 'a passphrase',
  recovery: 'a recovery key',
  keystore: "the keystore of this machine's system",
} as const;

const describe = ({ kind, madeMs, isKept }: SlotSummary): string =>
  `${NAMES[kind]}, set ${new Date(madeMs).toISOString().slice(0, 10)}${isKept ? '' : ', which nobody said they keep'}`;

export async function runVaultSeal(options: Options): Promise<void> {
  await withVault(options, 'plain', async (client, signal) => {
    const passphrase = await readNewPassphrase();
    const { recoveryKey } = await follow(client.vault.seal({ passphrase }, { signal }));
    if (!options.json) {
      print('The workspace is sealed: the database, media, documents and the ledger of connections.');
      print('What was there plain is removed; a disk, above all an SSD, may keep old blocks of it for a while.');
      print('Backups and exports made before are as they were.');
    }
    await tellRecoveryKey(client, recoveryKey, options);
  });
}

export async function runVaultUnseal(options: Options & { readonly yes?: boolean }): Promise<void> {
  if (!options.yes)
    throw new MirrorError('usage', {
      data: { detail: 'without --yes nothing is unsealed: whoever can read the folder could read what is in it' },
    });
  await withVault(options, 'sealed', async (client, signal) => {
    await follow(client.vault.unseal(undefined, { signal }));
    if (options.json) printJson({ form: 'plain' });
    else print('The workspace is plain: whoever can read the folder can read what is in it.');
  });
}

export async function runVaultPassphrase(options: Options): Promise<void> {
  await withVault(options, 'sealed', async (client, _, current) => {
    const passphrase = await readNewPassphrase();
    await client.vault.setPassphrase({ current: current ?? (await readSecret()), passphrase });
    if (options.json) printJson({ changed: 'passphrase' });
    else print('The passphrase is changed. The recovery key is as it was.');
  });
}

export async function runVaultRecovery(options: Options): Promise<void> {
  await withVault(options, 'sealed', async (client) => {
    const { recoveryKey } = await client.vault.renewRecovery();
    await tellRecoveryKey(client, recoveryKey, options);
  });
}

/** It is on the terminal now, where the person who asked for it reads it. */
async function tellRecoveryKey(client: MirrorClient, recoveryKey: string | null, { json }: Options): Promise<void> {
  await client.vault.keepRecovery();
  if (json) return printJson({ form: 'sealed', recoveryKey });
  print();
  print(`Recovery key:  ${recoveryKey}`);
  print('Write it down and keep it away from this machine. It is shown this once, and opens the workspace as the');
  print('passphrase does. Without either of them nobody can read it again.');
}

type Act = (client: MirrorClient, signal: AbortSignal, secret: string | undefined) => Promise<void>;

/** In this process, or in the app that has the workspace open. */
async function withVault({ workspace }: Options, form: VaultState['form'], act: Act): Promise<void> {
  requireWorkspace(workspace);
  const isSealed = findVault(resolve(workspace)) !== undefined;
  if (isSealed !== (form === 'sealed'))
    throw isSealed
      ? new MirrorError('vault/already', { data: { form: 'sealed' } })
      : new MirrorError('vault/not-sealed');
  const running = await connectRunning(workspace);
  const secret = isSealed && running === undefined ? await readSecret() : undefined;
  const opened = running ?? (await openVaultedCore({ workspace, door: 'terminal', secret }));
  const stop = createStopSignal();
  try {
    await act(opened.client, stop.signal, secret);
  } finally {
    stop.release();
    await opened.close();
  }
}
