// In: imported event logs with their rows as columns. Out: the same, stored and read back as whole columns.
import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { LogId, ProcessId } from '../../src/domain/ids.ts';
import type { LogColumns, RowColumns } from '../../src/domain/log.ts';
import { EventLog } from '../../src/domain/process.ts';
import type { LogRow } from '../../src/domain/views.ts';
import type { MirrorDatabase } from '../database.ts';
import { damaged } from '../inspect.ts';
import { packColumns, unpackColumns, unpackRows } from '../packed-columns.ts';
import { openRows, ROW_COLUMNS } from '../packed-rows.ts';
import { insertRows, parseRow } from '../rows.ts';
import { eventLogs, logColumns } from '../schema/logs.ts';
import { graphs } from '../schema/graph.ts';
import { dropTurnsQuoting } from './threads.ts';

/** Oldest first. */
export function listLogs(db: MirrorDatabase, processId: ProcessId): EventLog[] {
  const ofProcess = db.orm.select().from(eventLogs).where(eq(eventLogs.processId, processId));
  const rows = ofProcess.orderBy(asc(eventLogs.createdAtMs), asc(eventLogs.id)).all();
  return rows.map((row) => toLog(db, row));
}

/** The log with this id, without its rows. */
export function findLog(db: MirrorDatabase, id: LogId): EventLog | undefined {
  const row = db.orm.select().from(eventLogs).where(eq(eventLogs.id, id)).get();
  return row && toLog(db, row);
}

/**
 * Inserts the log, or replaces the one with its id, rows and all; the graph of its process is dropped.
 * @throws RangeError when the columns differ in length
 */
export function saveLog(db: MirrorDatabase, log: EventLog, columns: LogColumns): void {
  const packed = packColumns(columns);
  db.writeDurably(() => {
    // Mined without this log: a run killed before it mines again must not leave the old numbers standing.
    db.orm.delete(graphs).where(eq(graphs.processId, log.processId)).run();
    db.orm.insert(eventLogs).values(log).onConflictDoUpdate({ target: eventLogs.id, set: log }).run();
    db.orm.delete(logColumns).where(eq(logColumns.logId, log.id)).run();
    insertRows(
      db,
      logColumns,
      packed.map((column) => ({ ...column, logId: log.id })),
    );
  });
}

/**
 * The rows of the log, which must exist.
 * @throws workspace/damaged when the stored columns do not fit together
 */
export function readLogColumns(db: MirrorDatabase, id: LogId): LogColumns {
  const packed = db.orm.select().from(logColumns).where(eq(logColumns.logId, id)).all();
  return explain(db, id, () => unpackColumns(packed));
}

/**
 * The same without the names of cases, which mining does not read: parsing those of 100,000 cases takes a twentieth of
 * its time, and handing them to the worker half as long again.
 * @throws workspace/damaged when the stored columns do not fit together
 */
export function readRowColumns(db: MirrorDatabase, id: LogId): RowColumns {
  const ofRows = and(eq(logColumns.logId, id), ne(logColumns.name, 'cases'));
  const packed = db.orm.select().from(logColumns).where(ofRows).all();
  return explain(db, id, () => unpackRows(packed));
}

/**
 * A reader of single rows of the log, which must exist: what a citation shows is a handful of a million.
 * @throws workspace/damaged when the stored columns do not fit together
 */
export function openLogRows(db: MirrorDatabase, id: LogId): (row: number) => LogRow | undefined {
  const ofRows = and(eq(logColumns.logId, id), inArray(logColumns.name, [...ROW_COLUMNS]));
  const packed = db.orm.select().from(logColumns).where(ofRows).all();
  const read = explain(db, id, () => openRows(packed));
  return (row) => explain(db, id, () => read(row));
}

function explain<T>(db: MirrorDatabase, id: LogId, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw damaged(db.file, `event log ${id}: ${cause.message}`, cause);
  }
}

/** Of a log that is there. */
export function setLogName(db: MirrorDatabase, id: LogId, name: string): void {
  db.writeDurably(() => db.orm.update(eventLogs).set({ name }).where(eq(eventLogs.id, id)).run());
}

/** Removes the log with its rows, the graph of its process, which counts them, and answers that quote them. */
export function removeLog(db: MirrorDatabase, id: LogId): void {
  db.writeDurably(() => {
    const before = findLog(db, id);
    if (before) db.orm.delete(graphs).where(eq(graphs.processId, before.processId)).run();
    dropTurnsQuoting(db, id);
    db.orm.delete(eventLogs).where(eq(eventLogs.id, id)).run();
  });
}

const toLog = (db: MirrorDatabase, row: unknown): EventLog => parseRow(EventLog, row, { db, table: 'event_logs' });
