// In: jobs and settings. Out: the same, stored.
import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { JobId } from '../../src/domain/ids.ts';
import { Progress } from '../../src/domain/progress.ts';
import type { Job } from '../../src/needs/store.ts';
import type { MirrorDatabase } from '../database.ts';
import { parseRow } from '../rows.ts';
import { jobs, settings } from '../schema/workspace.ts';

const StoredJob = z.object({
  id: JobId,
  kind: z.string(),
  subject: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  progress: Progress.nullable(),
  problem: z.string().nullable(),
  createdAtMs: z.int(),
  updatedAtMs: z.int(),
}) satisfies z.ZodType<Job>;

/** Inserts the job, or changes the one with its id. */
export function saveJob(db: MirrorDatabase, job: Job): void {
  db.write(() => db.orm.insert(jobs).values(job).onConflictDoUpdate({ target: jobs.id, set: job }).run());
}

/** Oldest first. */
export function listJobs(db: MirrorDatabase): Job[] {
  const rows = db.orm.select().from(jobs).orderBy(asc(jobs.createdAtMs), asc(jobs.id)).all();
  return rows.map((row) => parseRow(StoredJob, row, { db, table: 'jobs' }));
}

/** What was written under the key, to be parsed by whoever knows the setting; undefined when nothing was. */
export function readSetting(db: MirrorDatabase, key: string): unknown {
  const row = db.orm.select().from(settings).where(eq(settings.key, key)).get();
  return row && JSON.parse(row.value);
}

/** Writes any JSON value, `null` too; `undefined` removes the setting. */
export function writeSetting(db: MirrorDatabase, key: string, value: unknown): void {
  db.writeDurably(() => {
    if (value === undefined) return db.orm.delete(settings).where(eq(settings.key, key)).run();
    const row = { key, value: JSON.stringify(value) };
    return db.orm.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row }).run();
  });
}
