// In: what agents propose. Out: the same in words, and, where a person accepts it, a correction of theirs.
import type { ToldProposal } from '../../domain/agent.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { ProcessId } from '../../domain/ids.ts';
import type { Proposal, ProposalId } from '../../domain/proposal.ts';
import { correct } from '../corrections.ts';
import type { Host } from '../host.ts';
import { getMined, getProcess } from '../views.ts';
import { sayCommand } from './say-command.ts';

/** Oldest first, those decided included. @throws process/missing, process/not-ready */
export function listProposals({ store }: Host, processId: ProcessId): ToldProposal[] {
  const mined = getMined(store, getProcess(store, processId));
  return store.listProposals(processId).map((each) => ({ ...each, says: sayCommand(each.command, mined) }));
}

/**
 * Once. What is accepted becomes a correction as if the person had made it, and can be taken back as one.
 * @throws proposal/missing, and what a correction throws that fits no more; then it stays open
 */
export async function decideProposal(host: Host, id: ProposalId, isAccepted: boolean): Promise<Proposal> {
  const found = host.store.findProposal(id);
  if (found?.state !== 'open') throw new MirrorError('proposal/missing');
  if (isAccepted) await correct(host, found.processId, found.command);
  const decided: Proposal = {
    ...found,
    state: isAccepted ? 'accepted' : 'declined',
    decidedMs: host.clock.nowMs(),
  };
  host.store.saveProposal(decided);
  return decided;
}
