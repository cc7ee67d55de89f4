// In: a workspace nobody has open, and a backup. Out: the workspace as it was then.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { restoreDatabase } from '../../db/backup.ts';
import { findNote } from '../../db/sealed-copy.ts';
import { MirrorError } from '../domain/errors.ts';
import { holdWorkspace, isNewWorkspace } from './vault/hold-workspace.ts';
import { findVault, parseVault, removeVault, VAULT_FILE, type Vault, writeVault } from './vault/vault-file.ts';
import { deriveKey, type WorkspaceKey } from './vault/workspace-key.ts';
import { openWorkspace } from './workspace.ts';

/**
 * Makes the folder if it is not there. What is sealed stays so: a plain backup is sealed on its way into a sealed
 * workspace, and a sealed one brings what opens it into a new folder. `before`: where what was there is kept; null for
 * a new workspace.
 * @throws file/missing, workspace/damaged, workspace/newer about the backup; workspace/locked, workspace/not-empty;
 * vault/other-key, vault/locked, vault/wrong-key
 */
export async function restoreWorkspace(
  folder: string,
  file: string,
  unlock?: (vault: Vault) => Promise<WorkspaceKey>,
): Promise<{ before: string | null }> {
  if (!existsSync(file)) throw new MirrorError('file/missing', { data: { file } });
  const held = holdWorkspace(folder);
  try {
    const { database } = openWorkspace(held.path);
    const isNew = isNewWorkspace(held.path);
    const { vault, bringsIt } = chooseVault(held.path, file, isNew);
    if (vault !== undefined && unlock === undefined) throw new MirrorError('vault/locked');
    const key = vault && deriveKey(await unlock!(vault), 'database'); // checked in the line above
    // First: a sealed database without it could never be opened again.
    if (vault !== undefined && bringsIt) writeVault(held.path, vault);
    try {
      restoreDatabase(file, database, { key, lock: held });
    } catch (error) {
      if (isNew) removeVault(held.path);
      throw error;
    }
    return { before: isNew ? null : `${database}.before-restore` };
  } finally {
    held.release();
  }
}

/** What opens the workspace afterwards, and whether it comes with the backup. */
function chooseVault(path: string, file: string, isNew: boolean): { vault: Vault | undefined; bringsIt: boolean } {
  const note = findNote(file)?.note;
  const brought = note === undefined ? undefined : parseVault(note, file);
  if (brought === undefined) return { vault: findVault(path), bringsIt: false };
  const own = isUsable(path) ? findVault(path) : brought;
  if (isNew) return { vault: brought, bringsIt: true };
  // Media and documents are sealed under the workspace's key, or plain: neither goes with a database of another.
  if (own?.id !== brought.id) throw new MirrorError('vault/other-key', { data: { file } });
  return { vault: own, bringsIt: own === brought };
}

/** A vault.json that is damaged comes back with the backup. */
function isUsable(path: string): boolean {
  if (!existsSync(join(path, VAULT_FILE))) return true;
  try {
    findVault(path);
    return true;
  } catch (error) {
    if (error instanceof MirrorError && error.code === 'vault/damaged') return false;
    throw error;
  }
}
