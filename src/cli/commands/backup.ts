// mirror backup FILE, mirror restore FILE
import { resolve } from 'node:path';
import { restoreWorkspace } from '../../host/restore.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { print, printJson } from '../output.ts';
import { unlockOnce, withClient } from '../with-client.ts';

interface BackupOptions {
  readonly workspace: string;
  readonly json?: boolean;
}

/** Works while the app is open: the copy is of one moment. */
export async function runBackup(file: string, options: BackupOptions): Promise<void> {
  requireWorkspace(options.workspace);
  const { sizeBytes } = await withClient(options.workspace, (client) =>
    client.workspace.backup({ file: resolve(file) }),
  );
  if (options.json) return printJson({ file, sizeBytes });
  print(`${file}: ${sizeBytes.toLocaleString('en')} bytes: all words, steps, logs and corrections.`);
  print(`Media are files: copy the folder ${resolve(options.workspace, 'media')} as well.`);
}

/** Needs the workspace for itself: what is open would go on with what was there before. */
export async function runRestore(file: string, options: BackupOptions): Promise<void> {
  const { before } = await restoreWorkspace(options.workspace, file, unlockOnce());
  if (options.json) return printJson({ file, workspace: options.workspace, before });
  print(`The workspace is as it was in ${file}.`);
  if (before !== null) print(`What was there before is kept as ${before}.`);
}
