// In: a recording that nobody wants. Out: nothing of it is left.
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordingId } from '../../domain/ids.ts';
import { syncFolder } from '../files/sync-folder.ts';
import type { Host } from '../host.ts';
import { liveFolder } from './live-folder.ts';

/**
 * First the folder goes, at once and whole, to where every opening clears up: a crash after that must not bring back at
 * the next start what somebody threw away.
 */
export async function discardCapture(host: Host, id: RecordingId): Promise<void> {
  const thrownAway = join(host.workspace.incoming, randomUUID());
  await rename(liveFolder(host.workspace, id), thrownAway);
  await syncFolder(host.workspace.live);
  host.store.forgetPieces(id);
  await rm(thrownAway, { recursive: true, force: true });
}
