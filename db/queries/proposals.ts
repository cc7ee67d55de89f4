// In: what agents propose. Out: the same, stored, with what a person said to it.
import { asc, eq } from 'drizzle-orm';
import type { ProcessId } from '../../src/domain/ids.ts';
import { Proposal, type ProposalId } from '../../src/domain/proposal.ts';
import type { MirrorDatabase } from '../database.ts';
import { parseRow } from '../rows.ts';
import { proposals } from '../schema/proposals.ts';

/** Oldest first, decided ones included. */
export function listProposals(db: MirrorDatabase, processId: ProcessId): Proposal[] {
  const ofProcess = db.orm.select().from(proposals).where(eq(proposals.processId, processId));
  return ofProcess
    .orderBy(asc(proposals.atMs), asc(proposals.id))
    .all()
    .map((row) => toProposal(db, row));
}

/** The proposal with this id, decided or not. */
export function findProposal(db: MirrorDatabase, id: ProposalId): Proposal | undefined {
  const row = db.orm.select().from(proposals).where(eq(proposals.id, id)).get();
  return row && toProposal(db, row);
}

/** Inserts the proposal, or changes the one with its id. */
export function saveProposal(db: MirrorDatabase, proposal: Proposal): void {
  db.writeDurably(() =>
    db.orm.insert(proposals).values(proposal).onConflictDoUpdate({ target: proposals.id, set: proposal }).run(),
  );
}

const toProposal = (db: MirrorDatabase, row: unknown): Proposal => parseRow(Proposal, row, { db, table: 'proposals' });
