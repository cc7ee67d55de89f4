// In: a path inside the workspace. Out: whether anything stored has its file there.
import { eq } from 'drizzle-orm';
import type { MirrorDatabase } from '../database.ts';
import { eventLogs } from '../schema/logs.ts';
import { artifacts, frames, tracks } from '../schema/recordings.ts';

/** Files are kept by content hash, so several rows may share one. */
export function isKept(db: MirrorDatabase, path: string): boolean {
  return [tracks, frames, artifacts, eventLogs].some(
    (table) => db.orm.select({ path: table.path }).from(table).where(eq(table.path, path)).get() !== undefined,
  );
}
