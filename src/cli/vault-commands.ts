// mirror vault: a workspace that only its key opens.
import type { Command } from 'commander';
import { addCommand } from './add-command.ts';
import {
  runVaultPassphrase,
  runVaultRecovery,
  runVaultSeal,
  runVaultStatus,
  runVaultUnseal,
} from './commands/vault.ts';

export function addVaultCommands(vault: Command): void {
  vault.exitOverride();
  addCommand(vault, 'status', 'print whether the workspace is sealed, and what opens it', { isDefault: true }).action(
    runVaultStatus,
  );
  addCommand(vault, 'seal', 'write the workspace anew, encrypted, and print its recovery key').action(runVaultSeal);
  addCommand(vault, 'unseal', 'write the workspace anew, plain')
    .option('--yes', 'whoever can read the folder may read what is in it')
    .action(runVaultUnseal);
  addCommand(vault, 'passphrase', 'change the passphrase, or set one').action(runVaultPassphrase);
  addCommand(vault, 'recovery', 'print a new recovery key; the one before opens nothing any more').action(
    runVaultRecovery,
  );
}
