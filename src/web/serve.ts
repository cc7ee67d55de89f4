// In: an opened core. Out: Mirror for a browser of this machine: pages, RPC over one WebSocket, media by byte ranges.
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import { router } from '../api/router.ts';
import { MirrorError } from '../domain/errors.ts';
import type { Core } from '../host/core.ts';
import type { VaultedCore } from '../host/vault/vaulted-core.ts';
import { appFile } from '../host/programs/programs.ts';
import { answerFile, isOfWorkspace } from './answer.ts';
import { createGuard, type Guard } from './guard.ts';
import { deriveToken, makeCode, readKey } from './keys.ts';
import { answerPage } from './pages.ts';
import { refuse, sendAnswer } from './respond.ts';

export interface WebOptions {
  /** A port that must be free; without one, the usual port or any other. */
  readonly port?: number | undefined;
  /** The built window. */
  readonly pages?: string;
}

export interface WebApp {
  /** With the page's token; whoever has it can use the workspace, until the key is renewed. */
  readonly url: string;
  readonly origin: string;
  close(): Promise<void>;
}

export const USUAL_PORT = 4711;
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

/** What is served: of a locked workspace there is no core. */
type Served = Pick<VaultedCore, 'folder' | 'context' | 'core'>;

const asServed = (core: Core): Served => ({
  folder: core.host.workspace.path,
  context: core.context,
  core: () => core,
});

/** Serves on 127.0.0.1 only. @throws web/port-taken, web/not-built */
export async function serveWeb(opened: Core | VaultedCore, options: WebOptions = {}): Promise<WebApp> {
  const served = 'host' in opened ? asServed(opened) : opened;
  const pages = options.pages ?? appFile('dist/renderer');
  if (!existsSync(pages)) throw new MirrorError('web/not-built');
  const server = createServer();
  const port = await listen(server, options.port);
  const key = readKey(served.folder);
  const guard = createGuard({ key, port });
  server.on('request', (request, response) => void answer(served, guard, pages, request, response));
  const sockets = acceptSockets(server, served, guard);
  const origin = `http://127.0.0.1:${port}`;
  return {
    url: addressWithToken(origin, key),
    origin,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

/** The address people open, copy and keep. */
export const addressWithToken = (origin: string, key: string): string => `${origin}/?token=${deriveToken(key, 'page')}`;

/** For the browser that Mirror opens: others can read the arguments of a program, so it is good for one visit. */
export const addressWithCode = (origin: string, key: string, nowMs: number): string =>
  `${origin}/?code=${makeCode(key, nowMs)}`;

async function answer(
  served: Served,
  guard: Guard,
  pages: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const address = URL.parse(request.url ?? '/', 'http://mirror');
    if (address === null) return refuse(response, 400, 'This is no address.');
    if (guard.settle(request, response)) return;
    const { pathname } = address;
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'Only reading is possible here.');
    const asked = { pathname, range: request.headers.range };
    const found = isOfWorkspace(pathname) ? await answerFile(served.core().host, asked) : undefined;
    const answered = found ?? (await answerPage(pages, pathname));
    await sendAnswer(answered, request, response);
  } catch (error) {
    if (error instanceof MirrorError && error.code.startsWith('vault/')) return refuse(response, 403, error.message);
    served.context.reportBug(error, 'web');
    if (response.headersSent) response.destroy();
    else refuse(response, 500, 'Something went wrong inside Mirror.');
  }
}

function acceptSockets(server: Server, served: Served, guard: Guard): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  const rpc = new RPCHandler(router);
  server.on('upgrade', (request, socket, head) => {
    // Whoever knocks and leaves must not take the server along: an 'error' nobody listens to ends the process.
    socket.on('error', () => socket.destroy());
    const holder = request.url === '/rpc' ? guard.admitSocket(request) : undefined;
    if (holder === undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on('error', () => opened.terminate());
      void rpc.upgrade(opened, { context: { ...served.context, namesFiles: holder === 'terminal' } });
    });
  });
  return sockets;
}

async function listen(server: Server, wanted: number | undefined): Promise<number> {
  for (const port of wanted === undefined ? [USUAL_PORT, 0] : [wanted]) {
    if (await tryListen(server, port)) return (server.address() as AddressInfo).port; // an IP server's address has a port
  }
  throw new MirrorError('web/port-taken', { data: { port: wanted ?? USUAL_PORT } });
}

function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolvePort, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolvePort(false);
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError);
      resolvePort(true);
    });
  });
}
