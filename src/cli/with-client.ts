// In: a workspace folder and something to do in it. Out: its result, by the one API, wherever the core is.
import type { MirrorClient } from '../api/client.ts';
import { MirrorError } from '../domain/errors.ts';
import { type CoreOptions, createCore } from '../host/core.ts';
import { unwrapWithSecret } from '../host/vault/slots.ts';
import type { Vault } from '../host/vault/vault-file.ts';
import type { WorkspaceKey } from '../host/vault/workspace-key.ts';
import { connectRunning } from '../web/connect.ts';
import { clearRunning } from '../web/running.ts';
import { readSecret } from './read-secret.ts';
import { createStopSignal } from './stop-signal.ts';

/** Ctrl-C aborts the work; what has been taken in whole by then is kept. */
export async function withClient<Result>(
  workspace: string,
  act: (client: MirrorClient, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stop = createStopSignal();
  try {
    const { client, close } = await openOrConnect(workspace);
    try {
      return await act(client, stop.signal);
    } finally {
      await close();
    }
  } finally {
    stop.release();
  }
}

export interface Opened {
  readonly client: MirrorClient;
  close(): Promise<void>;
}

/** Asks at the first opening, and knows the answer at the next ones of the same program. */
export function unlockOnce(): (vault: Vault) => Promise<WorkspaceKey> {
  let secret: Promise<string> | undefined;
  return async (vault) => unwrapWithSecret(vault, await (secret ??= readSecret()));
}

/** A workspace has one core: ours if nobody has it open, otherwise that of the running app. */
export async function openOrConnect(
  workspace: string,
  options: Pick<CoreOptions, 'agentSessions' | 'unlock'> = {},
): Promise<Opened> {
  try {
    const core = await createCore({ workspace, door: 'terminal', unlock: unlockOnce(), ...options });
    clearRunning(core.host.workspace.path);
    return core;
  } catch (error) {
    const isOpen = error instanceof MirrorError && error.code === 'workspace/locked';
    const running = isOpen ? await connectRunning(workspace) : undefined;
    if (running === undefined) throw error;
    return running;
  }
}
