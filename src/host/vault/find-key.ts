// In: a workspace's folder and a way to its key. Out: the key, where the workspace is sealed.
import { MirrorError } from '../../domain/errors.ts';
import { findVault, type Vault } from './vault-file.ts';
import type { WorkspaceKey } from './workspace-key.ts';

/** Undefined for a plain workspace. @throws vault/locked where no way is given; vault/damaged, vault/newer */
export async function findKey(
  folder: string,
  unlock: ((vault: Vault) => Promise<WorkspaceKey>) | undefined,
): Promise<WorkspaceKey | undefined> {
  const vault = findVault(folder);
  if (vault === undefined) return undefined;
  if (unlock === undefined) throw new MirrorError('vault/locked');
  return unlock(vault);
}
