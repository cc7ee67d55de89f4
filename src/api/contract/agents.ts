// The contract's part for agents: `mirror mcp` asks it in process, or in a Mirror that has the workspace open.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { AgentAnswer, AgentCaller, AgentResource, AgentText, AgentWish } from '../../domain/agent.ts';
import { Progress } from '../../domain/progress.ts';
import { base } from './base.ts';

const Called = z.object({ caller: AgentCaller });

/** Read only, under the rules for what may leave; every call is an entry of the ledger. */
export const agentContract = {
  call: base.input(Called.extend({ wish: AgentWish })).output(AgentAnswer),
  list: base.input(Called).output(z.array(AgentResource)),
  /** By an address: mirror://… */
  read: base.input(Called.extend({ uri: z.string().max(1000) })).output(eventIterator(Progress, z.array(AgentText))),
  /** Names of processes that begin so. */
  complete: base.input(Called.extend({ typed: z.string().max(200) })).output(z.array(z.string())),
};
