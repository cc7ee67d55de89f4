// mirror doctor
import { resolve } from 'node:path';
import { runDoctor } from '../../host/doctor.ts';
import { defaultModelsFolder } from '../../host/models/models-folder.ts';
import { createOffThread } from '../../host/off-thread/pool.ts';
import { unwrapWithSecret } from '../../host/vault/slots.ts';
import { findVault } from '../../host/vault/vault-file.ts';
import { deriveKey } from '../../host/vault/workspace-key.ts';
import { print, printJson } from '../output.ts';
import { findSecret } from '../read-secret.ts';

/** What is at hand: a check asks nobody for a passphrase. */
async function findDatabaseKey(workspace: string): Promise<Uint8Array | undefined> {
  const secret = findSecret();
  const vault = secret === undefined ? undefined : findVault(workspace);
  if (secret === undefined || vault === undefined) return undefined;
  return deriveKey(await unwrapWithSecret(vault, secret), 'database');
}

/** Opens no workspace: it must answer when none can be opened, and while the app has it open. */
export async function runDoctorCommand(options: {
  readonly workspace: string;
  readonly json?: boolean;
}): Promise<void> {
  const offThread = createOffThread();
  try {
    const models = defaultModelsFolder();
    const workspace = resolve(options.workspace);
    const checks = await runDoctor(workspace, models, {
      findDamage: (...asked) => offThread.run('findDamage', asked),
      key: await findDatabaseKey(workspace),
    });
    if (checks.some(({ state }) => state === 'problem')) process.exitCode = 1;
    if (options.json) return printJson({ checks });
    for (const { name, state, detail, fix } of checks)
      print(`${state.padEnd(8)} ${name}: ${detail}${fix ? `\n         ${fix}` : ''}`);
  } finally {
    await offThread.close();
  }
}
