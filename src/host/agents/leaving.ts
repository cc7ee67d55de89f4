// In: an agent that asks. Out: what it may be given, and one entry of the ledger, whether it is given anything or not.
import type { AgentCaller } from '../../domain/agent.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { Ledger } from '../egress/ledger.ts';
import type { Host } from '../host.ts';
import { readPolicy } from '../policy/policy-service.ts';
import { AGENTS, levelFor } from './level-for.ts';
import { type Constants, type Release, releaseError } from './release.ts';
import type { AgentSessions } from './sessions.ts';

interface Asked {
  readonly caller: AgentCaller;
  /** For the ledger: a tool, an address. */
  readonly what: string;
  /** What came in with it. */
  readonly received: unknown;
  readonly signal?: AbortSignal | undefined;
}

export interface Leaving {
  /** What may leave. @throws agents/* */
  open(): Release;
  /** Writes the line, then gives back the answer: it leaves after it. @throws disk/full and its like */
  send<Answer>(answer: Answer, payload: string): Answer;
  /** Writes that it came to nothing, and gives back the error as it may be told. */
  fail(error: unknown): unknown;
  finish<Answer>(act: (release: Release) => Promise<Answer>, toPayload: (answer: Answer) => string): Promise<Answer>;
}

interface Way {
  readonly host: Host;
  readonly ledger: Ledger;
  readonly sessions: AgentSessions;
  /** See `listConstants`. */
  readonly constants: Constants;
}

export function beginLeaving(
  { host, ledger, sessions, constants }: Way,
  { caller, what, received, signal }: Asked,
): Leaving {
  const startedMs = host.clock.nowMs();
  let release: Release | undefined;
  const write = (outcome: string, payload: string | undefined): void => {
    const start: Parameters<Ledger['begin']>[0] = {
      startedMs,
      host: AGENTS,
      purpose: `agent ${nameOf(caller)}: ${what}`,
      isBeyond: !caller.staysHere,
      agreedBy: caller.agreedBy,
      ...(payload !== undefined && { payload }),
    };
    const [sentBytes, receivedBytes] = [sizeOf(payload ?? ''), sizeOf(JSON.stringify(received))];
    ledger.begin(start).end({ endedMs: host.clock.nowMs(), sentBytes, receivedBytes, outcome });
  };
  const leaving: Leaving = {
    open: () => {
      const level = levelFor(readPolicy(host.store), caller);
      const session = sessions.open(caller.session);
      const names = level === 'figures' ? session.numbered : session.inWords;
      release = { level, session, names, constants, heard: listTexts(received) };
      return release;
    },
    send: (answer, payload) => {
      write('sent', payload);
      return answer;
    },
    fail: (error) => {
      write(error instanceof MirrorError ? error.code : signal?.aborted ? 'stopped' : 'failed', undefined);
      return release === undefined ? error : releaseError(error, release);
    },
    finish: async (act, toPayload) => {
      let answer: Awaited<ReturnType<typeof act>>;
      try {
        answer = await act(leaving.open());
      } catch (error) {
        throw leaving.fail(error);
      }
      return leaving.send(answer, toPayload(answer));
    },
  };
  return leaving;
}

/** As it names itself. */
export const nameOf = ({ name, version }: AgentCaller): string => [name, version].filter(Boolean).join(' ');

/** Every text that the agent wrote itself. */
function listTexts(value: unknown): ReadonlySet<string> {
  if (typeof value === 'string') return new Set([value]);
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((each) => [...listTexts(each)]));
}

const sizeOf = (text: string): number => Buffer.byteLength(text);
