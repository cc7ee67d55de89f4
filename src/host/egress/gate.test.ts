// The gate itself: hosts nobody chose, certificates, proxies, and the ledger. Needs openssl for a certificate.
import { appendFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestFolder } from '../testing.ts';
import { createEgress, type EgressOptions } from './gate.ts';
import { isLoopback, requireAllowed } from './hosts.ts';
import { createLedger } from './ledger.ts';
import { listen, makeCertificate } from './testing/servers.ts';

const { signal } = new AbortController();

test.each([
  ['https://hub.example/a', ['hub.example']],
  ['https://hub.example:8443/a', ['hub.example:8443']],
  ['https://store.eu.hub.example/a', ['*.hub.example']],
  ['http://127.0.0.1:8080/a', ['127.0.0.1:8080']],
  ['http://[::1]:8080/a', ['[::1]:8080']],
])('%s may be opened where %j were chosen', (address, hosts) => {
  expect(() => requireAllowed(new URL(address), hosts)).not.toThrow();
});

test.each([
  ['https://hub.example:8443/a', ['hub.example'], 'egress/other-host'],
  ['https://evilhub.example/a', ['*.hub.example'], 'egress/other-host'],
  ['https://hub.example.evil.example/a', ['hub.example', '*.hub.example'], 'egress/other-host'],
  ['http://hub.example/a', ['hub.example'], 'egress/not-encrypted'],
  ['http://127.0.0.1.evil.example/a', ['127.0.0.1.evil.example'], 'egress/not-encrypted'],
  ['https://you:secret@hub.example/a', ['hub.example'], 'egress/bad-address'],
  ['ftp://hub.example/a', ['hub.example'], 'egress/bad-address'],
])('%s may not be opened where %j were chosen: %s', (address, hosts, code) => {
  expect(() => requireAllowed(new URL(address), hosts)).toThrow(expect.objectContaining({ code }));
});

test('only addresses of this machine are of this machine', () => {
  const hosts = ['localhost', '127.0.0.1', '127.8.9.10', '[::1]', '128.0.0.1', 'localhost.example', '[::2]'];
  expect(hosts.filter((host) => isLoopback(new URL(`http://${host}/`)))).toEqual(hosts.slice(0, 4));
});

test('a host nobody chose leaves no line: nothing was opened', async () => {
  const { egress } = openGate();
  const asked = egress.get({ url: 'https://hub.example/a', hosts: ['other.example'], purpose: 'a test' }, { signal });
  await expect(asked).rejects.toMatchObject({ code: 'egress/other-host' });
  expect(egress.list(10)).toEqual([]);
});

test('a server that is not there is a line, and words', async () => {
  const { egress } = openGate();
  const { port, close } = await listen(createHttpServer());
  close();
  const host = `127.0.0.1:${port}`;
  await expect(
    egress.get({ url: `http://${host}/a`, hosts: [host], purpose: 'a test' }, { signal }),
  ).rejects.toMatchObject({
    code: 'egress/unreachable',
    title: expect.stringContaining(`${host} cannot be reached (`),
  });
  expect(egress.list(10)).toMatchObject([{ host, purpose: 'a test', outcome: 'egress/unreachable' }]);
});

test('a circle of redirections is left', async () => {
  const { egress } = openGate();
  const server = createHttpServer((_, response) => response.writeHead(302, { location: '/b' }).end());
  const { port } = await listen(server);
  const host = `127.0.0.1:${port}`;
  await expect(
    egress.get({ url: `http://${host}/a`, hosts: [host], purpose: 'a test' }, { signal }),
  ).rejects.toMatchObject({ code: 'egress/too-many-redirections' });
  expect(egress.list(10).map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => '302'));
});

test('a ledger that was cut by a crash loses no other line, and what never ended says so', () => {
  const file = join(createTestFolder(), 'egress.jsonl');
  let ids = 0;
  const ledger = createLedger(file, () => `id-${(ids += 1)}`);
  const start = { startedMs: 1, host: 'hub.example', purpose: 'one', isBeyond: true };
  ledger.begin(start);
  appendFileSync(file, '\n{"ends":"id-1","endedMs":5,"sent');
  ledger.begin({ ...start, purpose: 'two' }).end({ endedMs: 9, sentBytes: 0, receivedBytes: 7, outcome: '200' });
  const plain = { model: null, agreedBy: null, payloadSha256: null, tokens: null, costUsd: null };
  expect(createLedger(file, () => '').list(10)).toEqual([
    { ...start, ...plain, id: 'id-2', purpose: 'two', endedMs: 9, sentBytes: 0, receivedBytes: 7, outcome: '200' },
    { ...start, ...plain, id: 'id-1', endedMs: null, sentBytes: 0, receivedBytes: 0, outcome: null },
  ]);
  expect(ledger.list(1)).toHaveLength(1);
});

test('without a line in the ledger nothing is opened', async () => {
  const { egress } = openGate('folder-that-is-not-there/egress.jsonl');
  let asked = 0;
  const { port } = await listen(createHttpServer((_, response) => response.end(String((asked += 1)))));
  const host = `127.0.0.1:${port}`;
  const wish = { url: `http://${host}/a`, hosts: [host], purpose: 'a test' };
  await expect(egress.get(wish, { signal })).rejects.toMatchObject({ code: 'disk/no-access' });
  expect(asked).toBe(0);
});

const certificate = makeCertificate('hub.example');

test.skipIf(certificate === undefined)('a certificate that nobody vouches for is refused in words', async () => {
  const { egress } = openGate();
  const { port } = await listenSecurely();
  const host = `localhost:${port}`;
  const wish = { url: `https://${host}/a`, hosts: [host], purpose: 'a test' };
  await expect(egress.get(wish, { signal })).rejects.toMatchObject({
    code: 'egress/certificate',
    message: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
  });
});

test.skipIf(certificate === undefined)('a proxy of the environment is used, and sees only the host', async () => {
  const { port } = await listenSecurely();
  const seen: string[] = [];
  const proxy = createHttpServer();
  proxy.on('connect', ({ url = '' }, socket) => {
    seen.push(url);
    const server = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      server.pipe(socket).pipe(server);
    });
    server.on('error', () => socket.destroy());
    socket.on('error', () => server.destroy());
  });
  const { port: proxyPort } = await listen(proxy);
  const env = { HTTPS_PROXY: `http://127.0.0.1:${proxyPort}` };
  const { egress } = openGate('egress.jsonl', { env, ca: certificate!.cert });
  const wish = { url: 'https://hub.example/a', hosts: ['hub.example'], purpose: 'a test' };
  const answer = await egress.get(wish, { signal });
  const pieces: Buffer[] = [];
  for await (const piece of answer.body()) pieces.push(Buffer.from(piece));
  expect(Buffer.concat(pieces).toString()).toBe('GET /a as Mirror');
  expect(seen).toEqual(['hub.example:443']);
  expect(egress.list(10)).toMatchObject([
    { host: 'hub.example', isBeyond: true, receivedBytes: 16, outcome: '200', purpose: 'a test' },
  ]);
});

function openGate(name = 'egress.jsonl', options: Partial<EgressOptions> = {}) {
  const folder = createTestFolder();
  let ids = 0;
  const ledger = createLedger(join(folder, name), () => `id-${(ids += 1)}`);
  return { egress: createEgress({ ledger, clock: { nowMs: () => 1000 }, env: {}, ...options }) };
}

function listenSecurely() {
  const say = `GET /a as Mirror`;
  return listen(
    createHttpsServer(certificate!, ({ method, url, headers }, response) =>
      response.end(`${method} ${url} as ${headers['user-agent']}` === say ? say : 'something else'),
    ),
  );
}
