// In: a workspace that a running Mirror has open. Out: a client of that Mirror, for the terminal.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { createSocketClient, type MirrorClient } from '../api/client.ts';
import { deriveToken, findKey } from './keys.ts';
import { findRunning } from './running.ts';

export interface RunningMirror {
  readonly client: MirrorClient;
  close(): Promise<void>;
}

const MAX_ANSWER_BYTES = 1024 ** 3;

/** Undefined when no running Mirror says where it is, or the one that did does not let us in. */
export async function connectRunning(folder: string): Promise<RunningMirror | undefined> {
  const origin = findRunning(folder);
  const key = findKey(folder);
  if (origin === undefined || key === undefined) return undefined;
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/rpc`, {
    headers: { authorization: `Bearer ${deriveToken(key, 'terminal')}` },
    maxPayload: MAX_ANSWER_BYTES,
  });
  try {
    await once(socket, 'open');
  } catch {
    // It is on its way out, or another key was made; either way this is no way in.
    return undefined;
  }
  // A connection that breaks later fails the calls that wait on it; nobody else needs to hear of it.
  socket.on('error', () => {});
  return {
    // ws and the browser's WebSocket differ only in members that the client does not use.
    client: createSocketClient(socket as unknown as globalThis.WebSocket),
    close: async () => {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}
