// In: sessions of agents. Out: the stand-ins of each, kept while the workspace is closed and opened again meanwhile.
import type { Process } from '../../domain/process.ts';
import type { Host } from '../host.ts';
import { numberNames, type SessionNames } from './session-names.ts';

export interface AgentSessions {
  /** The same names for the same session. */
  namesOf(session: string): SessionNames;
}

/** Agents come and go; few are connected at once. */
const MOST_KEPT = 32;

export function createAgentSessions(): AgentSessions {
  const all = new Map<string, SessionNames>();
  return {
    namesOf: (session) => {
      const names = all.get(session) ?? numberNames();
      all.set(session, names);
      for (const oldest of [...all.keys()].slice(0, -MOST_KEPT)) all.delete(oldest);
      return names;
    },
  };
}

/** The names of the processes alone. */
export function learnProcesses(host: Host, names: SessionNames): void {
  const processes = host.store.listProcesses().toSorted((a, b) => a.createdAtMs - b.createdAtMs);
  names.learn(processes.map(({ name }) => ({ kind: 'process' as const, name })));
}

/** What is in a process, as it is now: something new may have been taken in. A process without a map has no names yet. */
export async function learnProcess(
  host: Host,
  { process, names }: { process: Process; names: SessionNames },
  signal: AbortSignal | undefined,
): Promise<void> {
  if (host.store.findMined(process.id) === undefined) return;
  names.learn(await host.asking.listNames(host, process.id, signal));
}
