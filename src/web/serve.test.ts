import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { ProcessId } from '../domain/ids.ts';
import type { Progress } from '../domain/progress.ts';
import { createSocketClient, type MirrorClient } from '../api/client.ts';
import { findRecordingSource } from '../host/sources.ts';
import { makePdf, PNG } from '../ingest/documents/documents.sample.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../host/testing.ts';
import { deriveToken, readKey, renewKey } from './keys.ts';
import { addressWithCode, serveWeb } from './serve.ts';

test('the address with its token sets a cookie and leaves the token behind', async () => {
  const { app } = await serve();
  const first = await get(app.url);
  expect(first).toMatchObject({ status: 303, headers: { location: '/' } });
  expect(first.headers['set-cookie']).toEqual([expect.stringMatching(/; HttpOnly; SameSite=Strict; Path=\/$/)]);
  const page = await get(new URL('/', app.url).href, { cookie: first.headers['set-cookie']![0]!.split(';')[0]! });
  expect({ status: page.status, body: page.body }).toEqual({ status: 200, body: '<title>Mirror</title>' });
  const astray = await getRaw(app, `/.//evil.example/${new URL(app.url).search}`, {});
  expect(astray.headers.location).toBe('/evil.example/');
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'self'; script-src 'self'; style-src 'self'/);
});

test('without the cookie, with a wrong token, under another name or from another page nothing is served', async () => {
  const { app, cookie } = await serve();
  const home = new URL('/', app.url).href;
  expect((await get(home)).status).toBe(403);
  expect((await getRaw(app, '//:', { cookie })).status).toBe(400);
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
  const client = await openClient(`ws://${host}/rpc`, { cookie, origin });
  expect(await client.process.list()).toEqual([]);
});

test('a document is saved as it came, and never drawn or run as a page of ours', async () => {
  const { app, cookie, core } = await serve();
  const folder = createTestFolder();
  const files = {
    'evil.html': Buffer.from('<script>alert(1)</script>'),
    'dot.png': Buffer.from(PNG),
    'a.pdf': Buffer.from(makePdf(['x'])),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const sources = Object.keys(files).map((name) => ({ kind: 'document' as const, file: join(folder, name) }));
  const { process } = await finish(await core.client.process.takeIn({ process: 'refunds', sources }));
  const { documents } = await core.client.process.contents({ processId: process.id });
  const headersOf = async (name: string) => {
    const url = documents.find(({ artifact }) => artifact.name === name)!.url;
    const { status, headers } = await get(new URL(url, app.url).href, { cookie });
    return [status, headers['content-type'], headers['content-disposition'], headers['content-security-policy']];
  };
  const sandbox = "default-src 'none'; sandbox";
  expect(await headersOf('evil.html')).toEqual([
    200,
    'application/octet-stream',
    "attachment; filename*=UTF-8''evil.html",
    sandbox,
  ]);
  expect(await headersOf('a.pdf')).toEqual([200, 'application/pdf', "attachment; filename*=UTF-8''a.pdf", sandbox]);
  expect(await headersOf('dot.png')).toEqual([200, 'image/png', "inline; filename*=UTF-8''dot.png", sandbox]);
  expect((await get(new URL(documents[0]!.url, app.url).href)).status).toBe(403);
  expect((await get(new URL('documents/artifact-none', app.url).href, { cookie })).status).toBe(404);
});

test('a page sends files piece by piece, and what it sent goes with its connection', async () => {
  const { app, cookie, core } = await serve();
  const { host, origin } = new URL(app.url);
  const socket = await openSocket(`ws://${host}/rpc`, { cookie, origin });
  // ws and the browser's WebSocket differ only in members that the client does not use.
  const client = createSocketClient(socket as unknown as WebSocket);
  const place = await client.intake.open();
  const first = await place.next();
  if (first.done) throw new Error('the intake did not open');
  const { intakeId, limits } = first.value;
  const bytes = Buffer.alloc(limits.chunkBytes + 10, 'a line of words\n');
  const { file } = await client.intake.add({ intakeId, path: 'day/long.md', sizeBytes: bytes.length });
  for (const offset of [0, limits.chunkBytes]) {
    const data = new Blob([bytes.subarray(offset, offset + limits.chunkBytes)]);
    await client.intake.chunk({ intakeId, file, offset, data });
  }
  const taken = await finish(
    await client.intake.adopt({ intakeId, process: 'refunds', parts: [{ part: 0, as: 'document' }] }),
  );
  expect(taken.documents).toBe(1);
  const closed = once(socket, 'close');
  socket.close();
  await closed;
  await vi.waitUntil(() => readdirSync(core.host.workspace.incoming).length === 0);
});

test('a terminal is let in by its token, a page is not, and only the terminal may name files', async () => {
  const { app, cookie, folder } = await serve();
  const { host, origin } = new URL(app.url);
  const authorization = `Bearer ${deriveToken(readKey(folder), 'terminal')}`;
  await expect(openSocket(`ws://${host}/rpc`, { authorization, origin: 'http://evil.example' })).rejects.toThrow('403');
  await expect(openSocket(`ws://${host}/rpc`, { authorization, origin })).rejects.toThrow('403');
  const pageToken = `Bearer ${deriveToken(readKey(folder), 'page')}`;
  await expect(openSocket(`ws://${host}/rpc`, { authorization: pageToken })).rejects.toThrow('403');

  const request = { process: 'refunds', sources: [{ kind: 'recording' as const, file: '/nowhere.vtt' }] };
  const asPage = await openClient(`ws://${host}/rpc`, { cookie, origin });
  await expect(finishCall(asPage.process.takeIn(request))).rejects.toMatchObject({
    data: { code: 'files/not-from-a-page' },
  });
  const file = join(folder, 'out.csv');
  const exportTo = { processId: ProcessId.parse('p'), format: 'csv', file };
  await expect(finishCall(asPage.process.exportTo(exportTo))).rejects.toMatchObject({
    data: { code: 'files/not-from-a-page' },
  });
  await expect(asPage.workspace.backup({ file })).rejects.toMatchObject({ data: { code: 'files/not-from-a-page' } });
  const asTerminal = await openClient(`ws://${host}/rpc`, { authorization });
  await expect(finishCall(asTerminal.process.takeIn(request))).rejects.toMatchObject({
    data: { code: 'file/missing' },
  });
});

test('a page left open comes back after a restart, and not after the key was renewed', async () => {
  const folder = join(createTestFolder(), 'workspace');
  const first = await serve(folder);
  await first.stop();
  const again = await serve(folder, Number(new URL(first.app.url).port));
  const { host, origin } = new URL(again.app.url);
  expect(again.app.url).toBe(first.app.url);
  await openSocket(`ws://${host}/rpc`, { cookie: first.cookie, origin });
  await again.stop();
  renewKey(folder);
  await serve(folder, Number(new URL(first.app.url).port));
  await expect(openSocket(`ws://${host}/rpc`, { cookie: first.cookie, origin })).rejects.toThrow('403');
});

test('a code lets in once and only for a minute; the key is readable by its owner alone', async () => {
  const { app, folder } = await serve();
  const key = readKey(folder);
  const address = addressWithCode(app.origin, key, Date.now());
  expect(await get(address)).toMatchObject({ status: 303, headers: { location: '/' } });
  expect((await get(address)).status).toBe(403);
  expect((await get(addressWithCode(app.origin, key, Date.now() - 61_000))).status).toBe(403);
  expect((await get(`${addressWithCode(app.origin, key, Date.now())}x`)).status).toBe(403);
  expect(process.platform === 'win32' || (statSync(join(folder, '.key')).mode & 0o777) === 0o600).toBe(true);
});

test('an export is downloaded with the cookie, under its own name, and never shown', async () => {
  const { app, cookie, core } = await serve();
  const source = findRecordingSource(writeTranscript(createTestFolder()), {
    actor: 'Ida',
    role: 'agent',
    title: undefined,
  });
  const { process } = await finish(await core.client.process.takeIn({ process: 'Rückgabe', sources: [source] }));
  const exported = await finish(await core.client.process.export({ processId: process.id, format: 'csv' }));
  const address = new URL(exported.url, app.url).href;
  expect((await get(address)).status).toBe(403);
  const { status, headers, body } = await get(address, { cookie });
  expect({
    status,
    type: headers['content-type'],
    as: headers['content-disposition'],
    policy: headers['x-content-type-options'],
  }).toEqual({
    status: 200,
    type: 'text/csv; charset=utf-8',
    as: "attachment; filename*=UTF-8''r%C3%BCckgabe.csv",
    policy: 'nosniff',
  });
  expect(Buffer.byteLength(body)).toBe(exported.sizeBytes);
  expect((await get(`${address}x`, { cookie })).status).toBe(404);
});

test('of a recording whose media nobody copied back, the player is told that there are none', async () => {
  const { app, cookie, core } = await serve();
  const folder = createTestFolder();
  const file = join(folder, 'sales.webm');
  const sample = join(import.meta.dirname, '..', '..', 'samples', 'customer-onboarding');
  for (const name of ['sales.webm', 'sales.vtt']) copyFileSync(join(sample, name), join(folder, name));
  const source = findRecordingSource(file, { actor: 'Ida', role: undefined, title: undefined });
  await finish(await core.client.process.takeIn({ process: 'sales', sources: [source] }));
  const [{ process } = {}] = await core.client.process.list();
  const [recording] = core.host.store.listRecordings(process!.id);
  const [track] = core.host.store.listTracks(recording!.id);
  const address = new URL(`/media/${track!.id}`, app.url).href;
  expect((await get(address, { cookie, range: 'bytes=0-0' })).status).toBe(206);
  rmSync(core.host.workspace.file(track!.path));
  expect((await get(address, { cookie })).status).toBe(404);
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

async function serve(folder = join(createTestFolder(), 'workspace'), port = 0) {
  const pages = join(createTestFolder(), 'renderer');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<title>Mirror</title>');
  writeFileSync(join(pages, '.built-from'), 'hidden');
  writeFileSync(join(pages, '..', 'secret.txt'), 'secret');
  const core = await createTestCore(folder);
  const app = await serveWeb(core, { pages, port });
  const stop = async (): Promise<void> => {
    await app.close();
    await core.close();
  };
  onTestFinished(stop);
  const { headers } = await get(app.url);
  return { app, core, folder, stop, cookie: headers['set-cookie']![0]!.split(';')[0]! };
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

async function openClient(url: string, headers: Record<string, string>): Promise<MirrorClient> {
  // ws and the browser's WebSocket differ only in members that the client does not use.
  return createSocketClient((await openSocket(url, headers)) as unknown as WebSocket);
}

async function finishCall<Result>(call: Promise<AsyncIteratorObject<Progress, Result>>): Promise<Result> {
  return finish(await call);
}

function openSocket(url: string, headers: Record<string, string>): Promise<NodeSocket> {
  return new Promise((done, failed) => {
    const socket = new NodeSocket(url, { headers });
    onTestFinished(() => socket.terminate());
    socket.on('open', () => done(socket));
    socket.on('error', failed);
  });
}
