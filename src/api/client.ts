// How a window, a test or another process calls the core: the same typed client over any wire.
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink, type SupportedMessagePort } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
// Only the type: the shapes are checked in the core, so the window need not carry zod.
import type { contract } from './contract/index.ts';

export type MirrorClient = ContractRouterClient<typeof contract>;

/** Calls the core over one WebSocket; calls wait until it is open, and fail when it closes. */
export function createSocketClient(socket: WebSocket): MirrorClient {
  return createORPCClient(new SocketLink({ websocket: socket }));
}

/** Calls the core over a MessagePort: the desktop's way in. */
export function createPortClient(port: SupportedMessagePort): MirrorClient {
  return createORPCClient(new PortLink({ port }));
}

/** What an expected failure says: the words for a person, or undefined when the error is something else. */
export function readProblem(error: unknown): { code: string; title: string; hint: string } | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'PROBLEM' || !('data' in error))
    return undefined;
  // The contract's error map gives PROBLEM exactly this shape; the core's router is the only one that makes it.
  return error.data as { code: string; title: string; hint: string };
}
