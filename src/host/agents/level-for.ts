// In: the rules of a workspace, and an agent. Out: what it may be given, or why it is given nothing.
import type { AgentCaller } from '../../domain/agent.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { EgressPolicy } from '../../domain/policy.ts';
import type { Release } from './release.ts';

/** As the rules name agents among the receivers, and the ledger names them as a host. */
export const AGENTS = 'mcp';

/**
 * An agent runs on this machine; where it sends what it reads, nobody here knows. So it counts as beyond this machine,
 * unless whoever started it says that it keeps everything here.
 * @throws agents/nothing-released, agents/no-receiver, agents/not-agreed
 */
export function levelFor(policy: EgressPolicy, caller: AgentCaller): Release['level'] {
  if (caller.staysHere) return 'text';
  if (policy.release === 'nothing') throw new MirrorError('agents/nothing-released');
  if (!policy.receivers.includes(AGENTS)) throw new MirrorError('agents/no-receiver');
  if (policy.agrees === 'owner' && fold(caller.agreedBy ?? '') !== fold(policy.owner))
    throw new MirrorError('agents/not-agreed', { data: { owner: policy.owner } });
  return policy.release;
}

const LEVELS: readonly Release['level'][] = ['figures', 'redacted', 'text'];

/** @throws agents/not-released */
export function requireLevel(what: string, { level, needed }: Record<'level' | 'needed', Release['level']>): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(needed))
    throw new MirrorError('agents/not-released', { data: { what, level, needed } });
}

const fold = (name: string): string => name.trim().toLowerCase();
