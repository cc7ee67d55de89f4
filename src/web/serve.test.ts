import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { createSocketClient } from '../api/client.ts';
import { createTestCore, createTestFolder } from '../host/testing.ts';
import { serveWeb, type WebApp } from './serve.ts';

test('the address with its token sets a cookie and leaves the token behind', async () => {
  const { app } = await serve();
  const first = await get(app.url);
  expect(first).toMatchObject({ status: 303, headers: { location: '/' } });
  expect(first.headers['set-cookie']).toEqual([expect.stringMatching(/; HttpOnly; SameSite=Strict; Path=\/$/)]);
  const page = await get(new URL('/', app.url).href, { cookie: first.headers['set-cookie']![0]!.split(';')[0]! });
  expect({ status: page.status, body: page.body }).toEqual({ status: 200, body: '<title>Mirror</title>' });
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'self'; script-src 'self'; style-src 'self'/);
});

test('without the cookie, with a wrong token, under another name or from another page nothing is served', async () => {
  const { app, cookie } = await serve();
  const home = new URL('/', app.url).href;
  expect((await get(home)).status).toBe(403);
  expect((await get(`${home}?token=guess`)).status).toBe(403);
  expect((await get(home, { cookie, host: `evil.example:${new URL(app.url).port}` })).status).toBe(421);
  expect((await get(home, { cookie, origin: 'http://evil.example' })).status).toBe(403);
});

test('no path leads out of the built window or to its hidden files', async () => {
  const { app, cookie } = await serve();
  const paths = ['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/.built-from', '/%00', '/%zz'];
  const statuses = await Promise.all(paths.map(async (path) => (await getRaw(app, path, { cookie })).status));
  expect(statuses).toEqual(paths.map(() => 404));
});

test('a socket opens only for our own page with its cookie, and then answers', async () => {
  const { app, cookie } = await serve();
  const { host, origin } = new URL(app.url);
  await expect(openSocket(`ws://${host}/rpc`, { cookie, origin: 'http://evil.example' })).rejects.toThrow('403');
  await expect(openSocket(`ws://${host}/rpc`, { origin })).rejects.toThrow('403');
  await expect(openSocket(`ws://${host}/other`, { cookie, origin })).rejects.toThrow('403');
  const socket = await openSocket(`ws://${host}/rpc`, { cookie, origin });
  // ws and the browser's WebSocket differ only in members that the client does not use.
  const client = createSocketClient(socket as unknown as WebSocket);
  expect(await client.process.list()).toEqual([]);
});

test('no knock at the door takes the server down', async () => {
  const { app, cookie } = await serve();
  const { host, origin, port } = new URL(app.url);
  await knock(Number(port), `GET //: HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  await knock(Number(port), `GET /rpc HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  const socket = await openSocket(`ws://${host}/rpc`, { cookie, origin });
  const closed = once(socket, 'close');
  socket.send('x'.repeat(17 * 1024 * 1024));
  await closed;
  expect((await get(origin, { cookie })).status).toBe(200);
});

test('a taken port is said in one line', async () => {
  const { app } = await serve();
  const core = await createTestCore();
  await expect(
    serveWeb(core, { port: Number(new URL(app.url).port), pages: createTestFolder() }),
  ).rejects.toMatchObject({
    code: 'web/port-taken',
  });
});

async function serve(): Promise<{ app: WebApp; cookie: string }> {
  const pages = join(createTestFolder(), 'renderer');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<title>Mirror</title>');
  writeFileSync(join(pages, '.built-from'), 'hidden');
  writeFileSync(join(pages, '..', 'secret.txt'), 'secret');
  const app = await serveWeb(await createTestCore(), { pages, port: 0 });
  onTestFinished(() => app.close());
  const { headers } = await get(app.url);
  return { app, cookie: headers['set-cookie']![0]!.split(';')[0]! };
}

/** Sends these bytes and hangs up hard; resolves when the connection is gone. */
async function knock(port: number, bytes: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(bytes);
  socket.resetAndDestroy();
  await once(socket, 'close');
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const get = (url: string, headers: Record<string, string> = {}): Promise<Answer> => {
  const { pathname, search } = new URL(url);
  return getRaw({ url }, pathname + search, headers);
};

/** Sends the path as it is written; `fetch` would tidy it first. */
function getRaw({ url }: { url: string }, path: string, headers: Record<string, string>): Promise<Answer> {
  const { hostname, port, host } = new URL(url);
  return new Promise((done, failed) => {
    const request = httpRequest({ hostname, port, path, headers: { host, ...headers }, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.on('error', failed);
    request.end();
  });
}

function openSocket(url: string, headers: { cookie?: string; origin: string }): Promise<NodeSocket> {
  return new Promise((done, failed) => {
    const socket = new NodeSocket(url, { headers });
    onTestFinished(() => socket.terminate());
    socket.on('open', () => done(socket));
    socket.on('error', failed);
  });
}
