// In: a way into a workspace. Out: a client of it that is open while it is used, and for a little while after.
import { setTimeout as delay } from 'node:timers/promises';
import { type MirrorClient, readProblem } from '../api/client.ts';
import { MirrorError } from '../domain/errors.ts';

export interface OpenedClient {
  readonly client: MirrorClient;
  close(): Promise<void>;
}

export interface LazyClient {
  /** @throws what opening throws, and what is done with the client */
  use<Result>(act: (client: MirrorClient) => Promise<Result>, options: { signal: AbortSignal }): Promise<Result>;
  close(): Promise<void>;
}

/**
 * An agent is connected for hours and asks now and then; a workspace can be open in one process alone. So it is given
 * back when nothing was asked for a moment: the app, the terminal and other agents get their turn.
 */
const IDLE_MS = 3000;
/** How long somebody else's turn is waited for: another agent's, as a rule. */
const PATIENCE_MS = 10_000;
const TRY_AGAIN_MS = 200;

export function createLazyClient(open: () => Promise<OpenedClient>): LazyClient {
  let opened: Promise<OpenedClient> | undefined;
  let users = 0;
  let idle: NodeJS.Timeout | undefined;

  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const closing = opened;
    opened = undefined;
    await (await closing)?.close();
  };

  return {
    use: async (act, { signal }) => {
      clearTimeout(idle);
      users += 1;
      const mine = (opened ??= openPatiently(open, signal));
      try {
        return await act((await mine).client);
      } catch (error) {
        // It could not be opened, or the Mirror that had it is gone: the next call looks again.
        if (opened === mine && !isExpected(error)) opened = undefined;
        throw error;
      } finally {
        users -= 1;
        if (users === 0) idle = setTimeout(() => void close(), IDLE_MS);
      }
    },
    close,
  };
}

async function openPatiently(open: () => Promise<OpenedClient>, signal: AbortSignal): Promise<OpenedClient> {
  for (let waitedMs = 0; ; waitedMs += TRY_AGAIN_MS) {
    try {
      return await open();
    } catch (error) {
      const isTaken = error instanceof MirrorError && error.code === 'workspace/locked';
      if (!isTaken || waitedMs >= PATIENCE_MS) throw error;
    }
    // Nothing announces that another process has let go of a file's lock.
    await delay(TRY_AGAIN_MS, undefined, { signal });
  }
}

const isExpected = (error: unknown): boolean =>
  readProblem(error) !== undefined || (error instanceof Error && error.name === 'AbortError');
