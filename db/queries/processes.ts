// In: processes. Out: the same, stored; names are unique in a workspace.
import { asc, eq } from 'drizzle-orm';
import type { ProcessId } from '../../src/domain/ids.ts';
import { Process } from '../../src/domain/process.ts';
import type { MirrorDatabase } from '../database.ts';
import { parseRow } from '../rows.ts';
import { processes } from '../schema/recordings.ts';

/** By name. */
export function listProcesses(db: MirrorDatabase): Process[] {
  const rows = db.orm.select().from(processes).orderBy(asc(processes.name)).all();
  return rows.map((row) => toProcess(db, row));
}

/** The process with this id. */
export function findProcess(db: MirrorDatabase, id: ProcessId): Process | undefined {
  const row = db.orm.select().from(processes).where(eq(processes.id, id)).get();
  return row && toProcess(db, row);
}

/** The process with exactly this name. */
export function findProcessByName(db: MirrorDatabase, name: string): Process | undefined {
  const row = db.orm.select().from(processes).where(eq(processes.name, name)).get();
  return row && toProcess(db, row);
}

/** Inserts the process, or changes the one with its id; its recordings stay. */
export function saveProcess(db: MirrorDatabase, process: Process): void {
  db.writeDurably(() =>
    db.orm.insert(processes).values(process).onConflictDoUpdate({ target: processes.id, set: process }).run(),
  );
}

/** Removes the process with everything that hangs on it: recordings, logs, corrections, its graph. */
export function removeProcess(db: MirrorDatabase, id: ProcessId): void {
  db.writeDurably(() => db.orm.delete(processes).where(eq(processes.id, id)).run());
}

const toProcess = (db: MirrorDatabase, row: unknown): Process => parseRow(Process, row, { db, table: 'processes' });
