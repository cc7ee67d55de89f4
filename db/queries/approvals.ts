// In: graphs that people signed off. Out: the same, added at the end and read back. None is ever changed, save that the
// words of a removed recording are taken out of it.
import { asc, eq, sql } from 'drizzle-orm';
import { Approval } from '../../src/domain/comparison.ts';
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import type { ApprovalId, ProcessId, RecordingId } from '../../src/domain/ids.ts';
import type { MirrorDatabase } from '../database.ts';
import { insertRows, parseRow } from '../rows.ts';
import { approvals, withdrawals } from '../schema/approvals.ts';

/** Adds one; it is on the disk when this returns, because nobody could make it again. */
export function appendApproval(db: MirrorDatabase, { withdrawnAtMs: _never, ...approval }: Approval): void {
  db.writeDurably(() => insertRows(db, approvals, [approval]));
}

/** Marks it as withdrawn; it stays readable. A second time changes nothing. */
export function withdrawApproval(db: MirrorDatabase, id: ApprovalId, atMs: number): void {
  db.writeDurably(() => db.orm.insert(withdrawals).values({ approvalId: id, atMs }).onConflictDoNothing().run());
}

/** Of a process, oldest first, withdrawn ones included. */
export function listApprovals(db: MirrorDatabase, processId: ProcessId): Approval[] {
  const rows = joined(db).where(eq(approvals.processId, processId));
  return rows
    .orderBy(asc(approvals.atMs), asc(approvals.id))
    .all()
    .map((row) => fromRow(db, row));
}

/** One of any process, withdrawn or not. */
export function findApproval(db: MirrorDatabase, id: ApprovalId): Approval | undefined {
  const row = joined(db).where(eq(approvals.id, id)).get();
  return row && fromRow(db, row);
}

/**
 * For when a recording is removed: nothing that quotes it may stay behind, but the graph a person signed off does.
 * Call it within that transaction.
 */
export function forgetInApprovals(db: MirrorDatabase, recordingId: RecordingId): void {
  const quoting = sql`instr(${approvals.measured}, ${JSON.stringify(recordingId)}) > 0`;
  for (const row of joined(db).where(quoting).all()) {
    const { id, measured } = fromRow(db, row);
    const isKept = (ref: EvidenceRef): boolean => !('recordingId' in ref) || ref.recordingId !== recordingId;
    const forget = <T extends { readonly evidence: readonly EvidenceRef[] }>(element: T): T => ({
      ...element,
      evidence: element.evidence.filter(isKept),
    });
    const graph = {
      ...measured.graph,
      activities: measured.graph.activities.map(forget),
      transitions: measured.graph.transitions.map(forget),
    };
    db.orm
      .update(approvals)
      .set({ measured: { ...measured, graph } })
      .where(eq(approvals.id, id))
      .run();
  }
}

const joined = (db: MirrorDatabase) =>
  db.orm
    .select({
      id: approvals.id,
      processId: approvals.processId,
      name: approvals.name,
      atMs: approvals.atMs,
      scope: approvals.scope,
      measured: approvals.measured,
      withdrawnAtMs: withdrawals.atMs,
    })
    .from(approvals)
    .leftJoin(withdrawals, eq(withdrawals.approvalId, approvals.id))
    .$dynamic();

const fromRow = (db: MirrorDatabase, row: unknown): Approval => parseRow(Approval, row, { db, table: 'approvals' });
