// mirror egress and mirror policy, as people and programs see them.
import { createHash } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLedger } from '../host/egress/ledger.ts';
import { createTestCore, createTestFolder } from '../host/testing.ts';
import { runMirror } from './testing.ts';

const PAYLOAD = '{"question":"Wie viele Fälle?"}';

test('the list says whom, why, how much, for what price, and who agreed; a payload is printed as it was sent', async () => {
  const { workspace } = await openWithEntries();
  expect((await runMirror(['egress'], workspace)).stdout).toBe(
    [
      '1970-01-01T00:00:05.000Z  api.example.com  a question about Refunds: 32 bytes sent, 1,200 received, 200; model large; 1,012 + 34 tokens; $0.00123; agreed to by Ida; --payload asked',
      '1970-01-01T00:00:01.000Z  127.0.0.1:8080 (this machine)  speech to be written down: 0 bytes sent, 0 received, not ended',
      '',
    ].join('\n'),
  );
  expect(await runMirror(['egress', '--payload', 'asked'], workspace)).toEqual({
    code: 0,
    stdout: PAYLOAD,
    stderr: '',
  });
  const json = await runMirror(['egress', '--payload', 'asked', '--json'], workspace);
  const sha256 = createHash('sha256').update(PAYLOAD).digest('hex');
  expect(JSON.parse(json.stdout)).toEqual({ id: 'asked', payload: PAYLOAD, sha256 });
  const list = JSON.parse((await runMirror(['egress', '--json', '--limit', '1'], workspace)).stdout) as object;
  expect(list).toEqual({
    connections: [
      {
        id: 'asked',
        startedMs: 5000,
        host: 'api.example.com',
        purpose: 'a question about Refunds',
        isBeyond: true,
        model: 'large',
        agreedBy: 'Ida',
        payloadSha256: sha256,
        sentBytes: 32,
        receivedBytes: 1200,
        endedMs: 6000,
        outcome: '200',
        tokens: { input: 1012, output: 34 },
        costUsd: 0.0012345,
      },
    ],
  });
  const none = await runMirror(['egress', '--payload', 'plain'], workspace);
  expect([none.code, none.stdout]).toEqual([2, '']);
  expect(none.stderr).toContain('The ledger has no such entry, or it keeps no payload');
});

test('verify says that the chain holds, and where it does not', async () => {
  const { workspace, file } = await openWithEntries();
  const whole = await runMirror(['egress', 'verify'], workspace);
  const [, newest] = /Newest hash: ([0-9a-f]{64})/.exec(whole.stdout)!;
  expect(whole).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      'The ledger is whole: 4 lines, 4 lines in one chain from line 2 on.',
      `Newest hash: ${newest}`,
      'Kept elsewhere, it proves later that all up to here is as it was: mirror egress verify --noted HASH',
      '',
    ].join('\n'),
  });
  expect((await runMirror(['egress', 'verify', '--noted', newest!], workspace)).code).toBe(0);
  expect((await runMirror(['egress', 'verify', '--noted', '0'.repeat(64)], workspace)).code).toBe(1);
  expect((await runMirror(['egress', 'verify', '--noted', 'abc'], workspace)).code).toBe(2);

  writeFileSync(file, readFileSync(file, 'utf8').replace('Fälle', 'Falle'));
  const changed = await runMirror(['egress', 'verify', '--json'], workspace);
  expect(changed.code).toBe(1);
  const words = (await runMirror(['egress', 'verify'], workspace)).stdout;
  expect(words).toContain('line 4: the line was changed\nThe ledger is NOT whole: 1 fault in 4 lines.\n');
  writeFileSync(file, '');
  expect((await runMirror(['egress', 'verify'], workspace)).stdout).toBe(
    'the newest line that was written is missing or was changed\nThe ledger is NOT whole: 1 fault in 0 lines.\n',
  );
  expect(JSON.parse(changed.stdout)).toMatchObject({
    isWhole: false,
    faults: [{ line: 4, what: 'the line was changed' }],
  });
});

test('the exported ledger is the same, can be verified by itself, and is never written over Mirror’s own files', async () => {
  const { workspace, file } = await openWithEntries();
  const copy = join(createTestFolder(), 'copy.jsonl');
  expect((await runMirror(['egress', 'export', copy], workspace)).code).toBe(0);
  expect(readFileSync(copy)).toEqual(readFileSync(file));
  expect((await runMirror(['egress', 'verify', '--file', copy], workspace)).code).toBe(0);
  truncateSync(copy, 400);
  expect((await runMirror(['egress', 'verify', '--file', copy, '--json'], workspace)).stdout).toContain('"cut": [');
  const refused = await runMirror(['egress', 'export', join(workspace, 'mirror.db')], workspace);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("Mirror's own files are there")]);
  const core = await createTestCore(workspace);
  expect(await core.client.egress.export()).toEqual({ name: 'egress.jsonl', text: readFileSync(file, 'utf8') });
});

test('the rules begin with this machine only, are changed one by one, and want an owner where the owner must agree', async () => {
  const workspace = join(createTestFolder(), 'workspace');
  await (await createTestCore(workspace)).close();
  expect((await runMirror(['policy'], workspace)).stdout).toBe(
    [
      'what may leave   nothing: models of this machine alone are asked',
      'to whom          nobody',
      'who must agree   whoever asks',
      'owner            nobody is named',
      'Nobody has changed this: it is as Mirror came.',
      '',
    ].join('\n'),
  );
  const set = (...args: string[]) => runMirror(['policy', 'set', ...args, '--json'], workspace);
  const unowned = await set('--release', 'figures', '--agrees', 'owner');
  expect([unowned.code, unowned.stderr]).toEqual([
    2,
    expect.stringContaining('The owner must agree, and nobody is named'),
  ]);
  const first = await set('--release', 'figures', '--receiver', 'API.example.com', 'mcp');
  expect(JSON.parse(first.stdout)).toEqual({
    release: 'figures',
    receivers: ['api.example.com', 'mcp'],
    agrees: 'asker',
    owner: '',
    changedMs: expect.any(Number),
  });
  const second = await set('--agrees', 'owner', '--owner', 'Ida Berg');
  expect(JSON.parse(second.stdout)).toMatchObject({
    release: 'figures',
    receivers: ['api.example.com', 'mcp'],
    agrees: 'owner',
    owner: 'Ida Berg',
  });
  expect(JSON.parse((await set('--no-receivers', '--release', 'nothing')).stdout)).toMatchObject({
    release: 'nothing',
    receivers: [],
    owner: 'Ida Berg',
  });
  expect((await set('--receiver', '*')).code).toBe(2);
  expect((await set('--release', 'everything')).code).toBe(2);
  expect(JSON.parse((await runMirror(['policy', '--json'], workspace)).stdout)).toMatchObject({ receivers: [] });
});

/** A workspace in which something was downloaded and a model was asked. */
async function openWithEntries() {
  const workspace = join(createTestFolder(), 'workspace');
  await (await createTestCore(workspace)).close();
  const file = join(workspace, 'egress.jsonl');
  const ids = ['plain', 'asked'];
  const ledger = createLedger(file, () => ids.shift()!);
  ledger.begin({
    startedMs: 1000,
    host: '127.0.0.1:8080',
    purpose: 'speech to be \u001bwritten down',
    isBeyond: false,
  });
  const question = { startedMs: 5000, host: 'api.example.com', purpose: 'a question about Refunds', isBeyond: true };
  const { end, tell } = ledger.begin({ ...question, model: 'large', agreedBy: 'Ida', payload: PAYLOAD });
  end({ endedMs: 6000, sentBytes: 32, receivedBytes: 1200, outcome: '200' });
  tell({ tokens: { input: 1012, output: 34 }, costUsd: 0.0012345 });
  return { workspace, file };
}
