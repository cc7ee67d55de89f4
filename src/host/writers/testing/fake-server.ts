// A model server for tests: it speaks every dialect, says what it is told to say, and knows no models. One server, any
// path: which dialect is meant shows in the path, as with real ones.
//
//   const server = await openFakeServer([{ text: 'Four.' }, { calls: [{ name: 'count_cases', input: {} }] }]);
//   ... ask server.urlOf('anthropic') ...
//   expect(server.asked[0]?.system).toContain('...');
//   await server.close();
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeAnswer, FakeAsked, FakeDialect, FakeReply, FakeTongue } from './fake-reply.ts';
import { ANTHROPIC } from './speak-anthropic.ts';
import { GOOGLE } from './speak-google.ts';
import { OPENAI } from './speak-openai.ts';

export interface FakeServer {
  /** What to write into a writer's `url`. */
  urlOf(dialect: FakeDialect): string;
  readonly host: string;
  /** Requests for a turn, the oldest first. */
  readonly asked: readonly FakeAsked[];
  /** Every request, such as "GET /v1/models". */
  readonly paths: readonly string[];
  /** Ends every connection. */
  close(): Promise<void>;
}

export interface FakeServerOptions {
  /** What other paths answer, as JSON: "/api/show", "/props", "/v1/models" ... Everything else is 404. */
  readonly pages?: Readonly<Record<string, unknown>>;
  /** Otherwise one that is free. */
  readonly port?: number;
}

/** Answers one after the other, or worked out from what was asked. */
export type FakeScript = readonly FakeAnswer[] | ((asked: FakeAsked, nth: number) => FakeAnswer | Promise<FakeAnswer>);

const TONGUES: Readonly<Record<FakeDialect, FakeTongue>> = {
  'openai-compatible': OPENAI,
  anthropic: ANTHROPIC,
  google: GOOGLE,
};
const PATHS: Readonly<Record<FakeDialect, string>> = {
  'openai-compatible': '/v1',
  anthropic: '/v1',
  google: '/v1beta',
};

/** A request that is not what the dialect asks for is answered with 400 and why: it is our mistake. */
export async function openFakeServer(script: FakeScript, options: FakeServerOptions = {}): Promise<FakeServer> {
  const asked: FakeAsked[] = [];
  const paths: string[] = [];
  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => send(response, 400, { error: { message: String(error) } }));
  });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    paths.push(`${request.method ?? ''} ${path}`);
    const body = await readAll(request);
    const dialect = findDialect(path);
    if (dialect === undefined || request.method !== 'POST') return sendPage(response, path, options.pages ?? {});
    const left = new Promise<'gone' | 'done'>((resolve) =>
      response.once('close', () => resolve(response.writableFinished ? 'done' : 'gone')),
    );
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const read = TONGUES[dialect].read(JSON.parse(body), path);
    const one: FakeAsked = { dialect, path, headers, body, left, ...read };
    const nth = asked.push(one) - 1;
    const answer = typeof script === 'function' ? await script(one, nth) : script[nth];
    if (answer === undefined) throw new Error('the script of the fake server is over');
    if (!('status' in answer)) return speak(response, TONGUES[dialect], answer);
    response
      .writeHead(answer.status, { ...answer.headers, 'content-type': answer.type ?? 'application/json' })
      .end(answer.body);
  };

  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  // Safe: it listens on a port, not on a pipe.
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    urlOf: (dialect) => `http://${host}${PATHS[dialect]}`,
    asked,
    paths,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

// Safe: the keys of the table are the dialects.
const findDialect = (path: string): FakeDialect | undefined =>
  (Object.keys(TONGUES) as FakeDialect[]).find((dialect) => TONGUES[dialect].isAsked(path));

async function speak(response: ServerResponse, tongue: FakeTongue, reply: FakeReply): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const pieces = tongue.speak(reply);
  for (const [at, piece] of pieces.entries()) {
    if (at === pieces.length >> 1) await reply.holds;
    // One write each, or small pieces would leave as one.
    await new Promise((resolve) => response.write(piece, resolve));
  }
  if (reply.breaksOff === 'loudly') response.destroy();
  else response.end();
}

function sendPage(response: ServerResponse, path: string, pages: Readonly<Record<string, unknown>>): void {
  if (path in pages) send(response, 200, pages[path]);
  else send(response, 404, { error: { message: `no ${path} here` } });
}

function send(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
