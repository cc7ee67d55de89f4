// In: the folder of a workspace. Out: the right to open it, with what an earlier move of it left put in order.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { takeWriterLock, type WriterLock } from '../../../db/lock.ts';
import { prepareFolder } from '../workspace.ts';
import { settle } from './swap.ts';
import { VAULT_FILE } from './vault-file.ts';

export interface HeldWorkspace extends WriterLock {
  readonly path: string;
}

/** @throws workspace/not-empty, workspace/locked, disk/no-access */
export function holdWorkspace(folder: string): HeldWorkspace {
  const path = prepareFolder(folder);
  const lock = takeWriterLock(join(path, 'mirror.db'));
  try {
    settle(path);
    return { path, release: () => lock.release() };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Whether nothing is kept there yet. Call it while holding the workspace. */
export const isNewWorkspace = (path: string): boolean =>
  !existsSync(join(path, 'mirror.db')) && !existsSync(join(path, VAULT_FILE));
