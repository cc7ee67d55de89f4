// What the door needs of what agents are given: implemented once, by the host.
import type { AgentAnswer, AgentCaller, AgentResource, AgentText, AgentWish, ToldProposal } from '../domain/agent.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { Proposal, ProposalId } from '../domain/proposal.ts';
import type { Progress } from '../domain/progress.ts';

/** Each call is an entry of the ledger. Each throws agents/* where the rules of the workspace release nothing of it. */
export interface AgentService {
  /** @throws tools/*, process/missing, process/not-ready */
  call(caller: AgentCaller, wish: AgentWish, signal: AbortSignal | undefined): Promise<AgentAnswer>;
  list(caller: AgentCaller): Promise<AgentResource[]>;
  /** @throws agents/no-resource, agents/too-large */
  read(caller: AgentCaller, uri: string, signal: AbortSignal | undefined): AsyncGenerator<Progress, AgentText[]>;
  /** @throws process/missing, process/not-ready */
  proposals(processId: ProcessId): ToldProposal[];
  /** @throws proposal/missing, element/missing, correction/unfit */
  decide(id: ProposalId, isAccepted: boolean): Promise<Proposal>;
  /** Names of processes that begin so. */
  complete(caller: AgentCaller, typed: string): Promise<string[]>;
}
