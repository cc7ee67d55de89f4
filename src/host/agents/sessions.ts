// In: sessions of agents. Out: the stand-ins of each, kept while the workspace is closed and opened again meanwhile.
import type { Process } from '../../domain/process.ts';
import type { Host } from '../host.ts';
import { createSession, type Session } from './session-names.ts';

export interface AgentSessions {
  /** The same for the same id. */
  open(id: string): Session;
}

/** Agents come and go; few are connected at once. */
const MOST_KEPT = 32;

export function createAgentSessions(): AgentSessions {
  const all = new Map<string, Session>();
  return {
    open: (id) => {
      const session = all.get(id) ?? createSession();
      all.set(id, session);
      for (const oldest of [...all.keys()].slice(0, -MOST_KEPT)) all.delete(oldest);
      return session;
    },
  };
}

/** The names of the processes alone. */
export function learnProcesses({ store }: Host, session: Session): void {
  const processes = store.listProcesses().toSorted((a, b) => a.createdAtMs - b.createdAtMs);
  session.learn(processes.map(({ name }) => ({ kind: 'process' as const, name })));
}

/** What is in a process, as it is now: something new may have been taken in. A process without a map has no names yet. */
export async function learnProcess(
  host: Host,
  { process, session }: { readonly process: Process; readonly session: Session },
  signal: AbortSignal | undefined,
): Promise<void> {
  if (host.store.findMined(process.id) === undefined) return;
  const { known, ...more } = await host.asking.listNames(host, process.id, signal);
  session.learn(known, more);
}
