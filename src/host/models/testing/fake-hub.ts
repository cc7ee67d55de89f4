// For tests: a hub on this machine that can be told to fail in every way a real one does.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What the hub does with one request; the next request gets the next fault, and when none is left it works. */
export type Fault =
  | { readonly kind: 'works' }
  | { readonly kind: 'status'; readonly status: number }
  /** Breaks the connection after so many bytes of the answer. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** Sends so many bytes and then nothing, until the caller hangs up. */
  | { readonly kind: 'stall'; readonly afterBytes: number }
  /** Answers with other bytes than it holds, under the same mark. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** The same, without saying how many. */
  | { readonly kind: 'bytes-of-unknown-length'; readonly bytes: Buffer }
  | { readonly kind: 'redirect'; readonly to: string };

export interface FakeHub {
  readonly origin: string;
  readonly host: string;
  /** Every request as "path range", in order. */
  readonly asked: string[];
  /** What it holds, by the end of its address. */
  readonly files: Map<string, Buffer>;
  readonly faults: Fault[];
  etag: string | null;
  ranges: boolean;
  /** Resolves at the next request. */
  nextRequest(): Promise<void>;
}

export async function startFakeHub(): Promise<FakeHub> {
  let next = Promise.withResolvers<void>();
  const hub: FakeHub = {
    origin: '',
    host: '',
    asked: [],
    files: new Map(),
    faults: [],
    etag: '"v1"',
    ranges: true,
    nextRequest: () => next.promise,
  };
  const server = createServer((request, response) => {
    answer(hub, request, response);
    next.resolve();
    next = Promise.withResolvers();
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  return Object.assign(hub, { origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` });
}

function answer(hub: FakeHub, request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '';
  hub.asked.push(`${path.split('/').slice(-1)[0]} ${request.headers.range ?? 'whole'}`);
  const fault = hub.faults.shift();
  const held = [...hub.files].find(([name]) => path.endsWith(`/${name}`))?.[1];
  if (fault?.kind === 'status') return void response.writeHead(fault.status).end();
  if (fault?.kind === 'redirect') return void response.writeHead(302, { location: fault.to }).end();
  if (held === undefined) return void response.writeHead(404).end();
  if (fault?.kind === 'bytes-of-unknown-length') return void response.writeHead(200).end(fault.bytes);
  const bytes = fault?.kind === 'bytes' ? fault.bytes : held;
  const from = readFrom(hub, request);
  const headers = { ...(hub.etag !== null && { etag: hub.etag }), 'content-length': bytes.length - from };
  const range = { ...headers, 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
  response.writeHead(from > 0 ? 206 : 200, from > 0 ? range : headers);
  const rest = bytes.subarray(from);
  if (fault?.kind !== 'cut' && fault?.kind !== 'stall') return void response.end(rest);
  response.write(rest.subarray(0, fault.afterBytes), () => {
    // Ended, not destroyed: so the caller gets exactly the bytes that were sent.
    if (fault.kind === 'cut') response.socket?.end();
  });
  // Headers go out even where no byte of the body is to follow.
  if (fault.afterBytes === 0) response.flushHeaders();
}

/** As a real server does: the range counts only while the mark is the one the caller knows. */
function readFrom({ ranges, etag }: FakeHub, { headers }: IncomingMessage): number {
  const from = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
  return ranges && from !== undefined && headers['if-range'] === etag ? Number(from) : 0;
}
