// The contract's part for agents: `mirror mcp` asks it in process, or in a Mirror that has the workspace open.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { AgentAnswer, AgentCaller, AgentResource, AgentText, AgentWish, ToldProposal } from '../../domain/agent.ts';
import { ProcessId } from '../../domain/ids.ts';
import { Progress } from '../../domain/progress.ts';
import { Proposal, ProposalId } from '../../domain/proposal.ts';
import { base } from './base.ts';

const Called = z.object({ caller: AgentCaller });

/** Read only, under the rules for what may leave; every call is an entry of the ledger. */
export const agentContract = {
  call: base.input(Called.extend({ wish: AgentWish })).output(AgentAnswer),
  list: base.input(Called).output(z.array(AgentResource)),
  /** By an address: mirror://… */
  read: base.input(Called.extend({ uri: z.string().max(1000) })).output(eventIterator(Progress, z.array(AgentText))),
  /** What agents propose to correct, oldest first, those decided included. For people, not for agents. */
  proposals: base.input(z.object({ processId: ProcessId })).output(z.array(ToldProposal)),
  /** Once. What is accepted becomes a correction of the person who accepts it. */
  decide: base.input(z.object({ proposalId: ProposalId, isAccepted: z.boolean() })).output(Proposal),
  /** Names of processes that begin so. */
  complete: base.input(Called.extend({ typed: z.string().max(200) })).output(z.array(z.string())),
};
