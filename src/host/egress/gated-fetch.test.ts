// What a library sends through the gated fetch: what the gate sees, what leaves, what the ledger keeps, and what comes back.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MirrorError } from '../../domain/errors.ts';
import type { WriterGate } from '../../needs/writer.ts';
import { createTestFolder } from '../testing.ts';
import { createEgress } from './gate.ts';
import { createGatedFetch, type GatedFetchOptions } from './gated-fetch.ts';
import { createLedger } from './ledger.ts';
import { listen } from './testing/servers.ts';

const KEY = 'sk-very-secret-4711';

test('a request to a model is shown to the gate, kept, sent, and streamed back', async () => {
  const { fetch, tell, seen, passed, host, egress } = await open((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'x-a': ['1', '2'] });
    response.write('data: one\n\n');
    response.end('data: zwei ü\n\n');
  });
  const body = '{"question":"Wie lange dauert \\u00e4 ü?"}';
  const answer = await fetch(`http://${host}/v1/chat?key=${KEY}&alt=sse`, {
    method: 'POST',
    body,
    headers: { authorization: 'Bearer other', 'content-type': 'application/json', 'user-agent': 'ai-sdk/7' },
  });
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-a')]).toEqual([
    200,
    'text/event-stream',
    '1, 2',
  ]);
  expect(await answer.text()).toBe('data: one\n\ndata: zwei ü\n\n');
  tell({ tokens: { input: 12, output: 3 }, costUsd: 0.001 });
  expect(passed).toEqual([
    { url: `http://${host}/v1/chat?alt=sse`, host, isBeyond: false, body, model: 'small', purpose: 'a question' },
  ]);
  expect(seen).toEqual([{ method: 'POST', url: `/v1/chat?key=${KEY}&alt=sse`, body, headers: expect.anything() }]);
  expect(seen[0]!.headers).toMatchObject({
    authorization: `Bearer ${KEY}`,
    'user-agent': 'Mirror',
    'content-type': 'application/json',
    'accept-encoding': 'identity',
    'content-length': String(Buffer.byteLength(body)),
  });
  expect(egress.list(10)).toEqual([
    {
      id: 'id-1',
      startedMs: 1000,
      host,
      purpose: 'a question',
      isBeyond: false,
      model: 'small',
      agreedBy: 'Ida',
      payloadSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      sentBytes: Buffer.byteLength(body),
      receivedBytes: 26,
      endedMs: 1000,
      outcome: '200',
      tokens: { input: 12, output: 3 },
      costUsd: 0.001,
    },
  ]);
});

test('what the gate refuses is never opened, and is no entry', async () => {
  const refused = new MirrorError('policy/declined', { data: { host: 'x' } });
  const { fetch, seen, host, egress } = await open(() => {}, { pass: () => Promise.reject(refused) });
  await expect(fetch(`http://${host}/v1/chat`, { method: 'POST', body: '{}' })).rejects.toBe(refused);
  expect([seen, egress.list(10)]).toEqual([[], []]);
});

test.each([401, 429, 500, 302, 204])('a server that answers %i is answered with as it is', async (status) => {
  const { fetch, seen, host, egress } = await open((_, response) => {
    response.writeHead(status, { location: '/elsewhere' });
    response.end(status === 204 ? undefined : 'why');
  });
  const answer = await fetch(`http://${host}/v1/models`);
  expect([answer.status, await answer.text()]).toEqual([status, status === 204 ? '' : 'why']);
  expect(seen.map(({ method, url }) => [method, url])).toEqual([['GET', '/v1/models']]);
  expect(egress.list(10)).toMatchObject([{ outcome: String(status), sentBytes: 0 }]);
});

test('another host than the writer’s is refused before anybody is asked', async () => {
  const { fetch, passed, egress } = await open(() => {});
  await expect(fetch('https://other.example/v1', { method: 'POST', body: '{}' })).rejects.toMatchObject({
    code: 'egress/other-host',
  });
  expect([passed, egress.list(10)]).toEqual([[], []]);
});

test('stopping ends it: while somebody decides, before the answer, and within it', async () => {
  const asking = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const deciding = await open(() => {}, {
    pass: () => {
      asking.resolve();
      return new Promise(() => {});
    },
  });
  const undecided = deciding.fetch(`http://${deciding.host}/v1`, { method: 'POST', body: '{}' });
  await asking.promise;
  deciding.stop.abort();
  await expect(undecided).rejects.toMatchObject({ name: 'AbortError' });
  expect([deciding.seen, deciding.egress.list(10)]).toEqual([[], []]);

  const silent = await open(() => arrived.resolve());
  const waiting = silent.fetch(`http://${silent.host}/v1`, { method: 'POST', body: '{}' });
  await arrived.promise;
  silent.stop.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  expect(silent.egress.list(10)).toMatchObject([{ outcome: 'stopped', sentBytes: 2 }]);

  const left = Promise.withResolvers<void>();
  const half = await open((_, response) => {
    response.on('close', left.resolve);
    response.write('half');
  });
  const request = new AbortController();
  const answer = await half.fetch(`http://${half.host}/v1`, { method: 'POST', body: '{}', signal: request.signal });
  const reader = answer.body!.getReader();
  expect(Buffer.from((await reader.read()).value!).toString()).toBe('half');
  request.abort();
  await expect(reader.read()).rejects.toMatchObject({ name: 'AbortError' });
  await left.promise;
  expect(half.egress.list(10)).toMatchObject([{ outcome: 'stopped', receivedBytes: 4 }]);
});

test('an answer that is left, or never read, closes its connection', async () => {
  const left = Promise.withResolvers<void>();
  const { fetch, host, egress } = await open((_, response) => {
    response.on('close', left.resolve);
    response.write('half');
  });
  const answer = await fetch(`http://${host}/v1`);
  await answer.body!.cancel();
  await left.promise;
  expect(egress.list(1)).toMatchObject([{ outcome: '200', receivedBytes: 0 }]);
});

test('a key with a line break is told of without the key, and nothing is sent', async () => {
  const { fetch, seen, host, egress } = await open(() => {}, {}, { 'x-api-key': `${KEY}\n` });
  const asked = fetch(`http://${host}/v1`, { method: 'POST', body: '{}' });
  const error: unknown = await asked.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'egress/bad-header' });
  expect(String(error)).not.toContain(KEY);
  expect([seen, egress.list(10)]).toEqual([[], []]);
});

test('an address that is none is told of without the key in it', async () => {
  const { fetch } = await open(() => {});
  const error: unknown = await fetch(`http://a b/?key=${KEY}`).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'egress/bad-address' });
  expect(String(error)).not.toContain(KEY);
});

test('a body that the ledger cannot keep does not leave', async () => {
  const { fetch, seen, host } = await open(() => {});
  const body = new Uint8Array([0x7b, 0xff, 0x7d]);
  await expect(fetch(`http://${host}/v1`, { method: 'POST', body })).rejects.toBeInstanceOf(TypeError);
  expect(seen).toEqual([]);
});

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server of this machine, and the fetch that leads to it. */
async function open(
  answer: (...args: Parameters<Parameters<typeof createServer>[1] & {}>) => void,
  gate: Partial<WriterGate> = {},
  headers: GatedFetchOptions['headers'] = { authorization: `Bearer ${KEY}` },
) {
  const seen: Seen[] = [];
  const passed: unknown[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url } = request;
      seen.push({ method, url, headers: request.headers, body: Buffer.concat(chunks).toString() });
      answer(request, response);
    });
  });
  const host = `127.0.0.1:${(await listen(server)).port}`;
  let ids = 0;
  const ledger = createLedger(join(createTestFolder(), 'egress.jsonl'), () => `id-${(ids += 1)}`);
  const egress = createEgress({ ledger, clock: { nowMs: () => 1000 }, env: {} });
  const stop = new AbortController();
  const pass: WriterGate['pass'] = (outbound) => {
    passed.push(outbound);
    return Promise.resolve({ agreedBy: 'Ida' });
  };
  const gated = createGatedFetch(egress, {
    hosts: [host],
    model: 'small',
    purpose: 'a question',
    gate: { pass, sent: () => expect.unreachable('nothing leaves this machine'), ...gate },
    headers,
    signal: stop.signal,
  });
  return { ...gated, seen, passed, host, egress, stop };
}
