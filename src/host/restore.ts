// In: a workspace nobody has open, and a backup. Out: the workspace as it was then.
import { existsSync } from 'node:fs';
import { restoreDatabase } from '../../db/backup.ts';
import { openWorkspace } from './workspace.ts';

/**
 * Makes the folder if it is not there. `before`: where what was there is kept; null for a new workspace.
 * @throws file/missing, workspace/damaged, workspace/newer about the backup; workspace/locked, workspace/not-empty
 */
export function restoreWorkspace(folder: string, file: string): { before: string | null } {
  const { database } = openWorkspace(folder);
  const isNew = !existsSync(database);
  restoreDatabase(file, database);
  return { before: isNew ? null : `${database}.before-restore` };
}
