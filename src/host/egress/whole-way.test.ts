// From the rules to the wire: a proxy sees exactly what the ledger keeps, and nothing where the rules allow nothing.
import { createServer } from 'node:http';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestCore, createTestFolder } from '../testing.ts';
import { createFileSlots } from '../keys/file-slots.ts';
import { createKeyStore, keyIdOf } from '../keys/key-store.ts';
import { readPolicy } from '../policy/policy-service.ts';
import { type AskedPayload, createAgreements, createWriterGate } from '../policy/writer-gate.ts';
import { ledgerOf } from './copy-ledger.ts';
import { createEgress } from './gate.ts';
import { createGatedFetch } from './gated-fetch.ts';
import { createLedger } from './ledger.ts';
import { findEntryPayload } from './read-ledger.ts';
import { listen, makeCertificate, openRecordingProxy } from './testing/servers.ts';
import { verifyLedger } from './verify-ledger.ts';

const KEY = 'sk-very-secret-4711';
const WRITER = { id: 'remote', url: 'https://api.example.com/v1' };
const certificate = makeCertificate('api.example.com');
const BODIES = ['{"question":"Wie viele Fälle? 日本"}', `{"long":"${'ü'.repeat(200_000)}"}`, '{}'];

test.skipIf(certificate === undefined)('a proxy sees exactly the bytes that the ledger keeps', async () => {
  const { core, proxy, ask, shown, ledger, file, folder } = await open();
  await core.client.policy.set({ release: 'figures', receivers: ['api.example.com'], agrees: 'asker', owner: '' });
  for (const body of BODIES) expect(await ask(body)).toBe('{"answer":"ok"}');

  const entries = ledger.list(10).toReversed();
  expect(proxy.recorded.map(({ to }) => to)).toEqual(BODIES.map(() => 'api.example.com:443'));
  const requests = proxy.recorded.map(({ sent }) => splitRequest(sent()));
  expect(requests.map(({ body }) => body)).toEqual(entries.map(({ id }) => findEntryPayload(file, id)?.payload));
  expect(requests.map(({ body }) => body)).toEqual(BODIES);
  expect(requests[0]!.head.split('\r\n').toSorted()).toEqual(
    [
      'POST /v1/chat HTTP/1.1',
      'Connection: close',
      'Host: api.example.com',
      'accept-encoding: identity',
      `authorization: Bearer ${KEY}`,
      `content-length: ${Buffer.byteLength(BODIES[0]!)}`,
      'content-type: application/json',
      'user-agent: Mirror',
    ].toSorted(),
  );
  expect(
    entries.map(({ host, isBeyond, sentBytes, outcome, agreedBy }) => [host, isBeyond, sentBytes, outcome, agreedBy]),
  ).toEqual(BODIES.map((body) => ['api.example.com', true, Buffer.byteLength(body), '200', 'whoever asked']));
  expect(shown.map(({ body }) => body)).toEqual([BODIES[0]]);
  expect(await verifyLedger(file)).toMatchObject({ isWhole: true });

  await core.close();
  expect(filesWith(KEY, folder)).toEqual(['settings/keys.json']);
});

test.skipIf(certificate === undefined)(
  'under local-only rules nothing is opened, nobody is asked, and no line is written',
  async () => {
    const { core, proxy, ask, shown, ledger } = await open();
    await expect(ask(BODIES[0]!)).rejects.toMatchObject({ code: 'policy/refused' });
    await core.client.policy.set({ release: 'nothing', receivers: ['api.example.com'], agrees: 'asker', owner: '' });
    await expect(ask(BODIES[0]!)).rejects.toMatchObject({ code: 'policy/refused' });
    expect([proxy.recorded, shown, ledger.list(10)]).toEqual([[], [], []]);
  },
);

test.skipIf(certificate === undefined)('a failure on the way tells nobody the key', async () => {
  const { core, ask, ledger } = await open({ answers: false });
  await core.client.policy.set({ release: 'text', receivers: ['api.example.com'], agrees: 'asker', owner: '' });
  const error: unknown = await ask('{}').catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'egress/cut' });
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    expect(`${cause.message}${cause.stack}${JSON.stringify(cause)}`).not.toContain(KEY);
  expect(ledger.list(10)).toMatchObject([{ outcome: 'egress/cut', sentBytes: 2 }]);
});

test('a ledger of any size is told through the door', async () => {
  const workspace = join(createTestFolder(), 'workspace');
  const core = await createTestCore(workspace);
  let ids = 0;
  const ledger = createLedger(ledgerOf(workspace), () => `id-${(ids += 1)}`);
  for (const payload of ['{}', 'ü'.repeat(2_000_000)]) {
    const start = { startedMs: 1, host: 'api.example.com', purpose: 'a question', isBeyond: true };
    ledger.begin({ ...start, model: 'large', payload });
    expect((await core.client.egress.list({ limit: 1 })).map(({ id }) => id)).toEqual([`id-${ids}`]);
    expect((await core.client.egress.payload({ id: `id-${ids}` })).payload).toBe(payload);
    await expect(core.client.egress.payload({ id: 'id-9' })).rejects.toMatchObject({
      data: { code: 'ledger/no-entry' },
    });
  }
});

/** A workspace, keys beside it, and a model beyond this machine that is reached through a proxy. */
async function open({ answers = true } = {}) {
  const folder = createTestFolder();
  const slots = createFileSlots(join(folder, 'settings', 'keys.json'));
  const keys = createKeyStore(slots, {});
  keys.write(keyIdOf(WRITER), KEY);
  const workspace = join(folder, 'workspace');
  const core = await createTestCore(workspace, { keys: slots });
  const model = createServer((request, response) => {
    request.resume();
    request.on('end', () => (answers ? response.end('{"answer":"ok"}') : response.destroy()));
  });
  const { port } = await listen(model);
  const proxy = await openRecordingProxy(certificate!, port);
  let ids = 0;
  const file = ledgerOf(workspace);
  const ledger = createLedger(file, () => `id-${(ids += 1)}`);
  const egress = createEgress({ ledger, clock: { nowMs: () => 1000 }, env: proxy.env, ca: certificate!.cert });
  const shown: AskedPayload[] = [];
  const agreements = createAgreements();
  const ask = async (body: string): Promise<string> => {
    const { fetch } = createGatedFetch(egress, {
      hosts: ['api.example.com'],
      model: 'large',
      purpose: 'a question',
      gate: createWriterGate({
        policy: () => readPolicy(core.host.store),
        agreements,
        threadId: 'thread',
        ask: (payload) => {
          shown.push(payload);
          return Promise.resolve({ by: null });
        },
      }),
      headers: { authorization: `Bearer ${keys.read(keyIdOf(WRITER))}` },
      signal: new AbortController().signal,
    });
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${WRITER.url}/chat`, { method: 'POST', body, headers })).text();
  };
  return { core, proxy, ask, shown, ledger, file, folder };
}

function splitRequest(bytes: Buffer): { readonly head: string; readonly body: string } {
  const at = bytes.indexOf('\r\n\r\n');
  return { head: bytes.toString('latin1', 0, at), body: bytes.toString('utf8', at + 4) };
}

const filesWith = (text: string, folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && readFileSync(join(folder, name)).includes(text))
    .map((name) => name.replaceAll('\\', '/'));
