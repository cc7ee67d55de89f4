// Models that write, through the API of a real core: kept, tried out, chosen, under the rules of the workspace.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { WriterEntry, WriterId } from '../../domain/writer.ts';
import { WriterId as WriterIdShape, writerIdOf } from '../../domain/writer.ts';
import { createMemorySlots, keyIdOf } from '../keys/key-store.ts';
import { createCore } from '../core.ts';
import { createTestFolder } from '../testing.ts';
import { type FakeScript, openFakeServer } from './testing/fake-server.ts';
import { entryFor } from './testing/open-for-test.ts';

const KEY = 'sk-very-secret-4711';
const REMOTE = entryFor('https://models.example.com/v1', { id: id('remote'), title: 'Remote' });

test('at first there is none, and rules answer alone', async () => {
  const { client } = await open();
  expect(await client.writer.list()).toEqual({
    writers: [],
    chosen: 'auto',
    budget: { perQuestionUsd: 0.2, perDayUsd: 2 },
    spentTodayUsd: 0,
  });
});

test('one is added, tried out, chosen, changed and removed', async () => {
  const { client, url, paths } = await open([{ calls: [{ name: 'report', input: { word: 'ready' } }] }], {
    '/v1/models': { data: [{ id: 'small-1', max_model_len: 24_000 }] },
  });
  const entry = entryFor(url, { callsTools: null });
  const host = new URL(url).host;
  const status = { ...entry, host, isBeyond: false, hasKey: false, refusal: null, note: null };
  expect(await client.writer.save({ writer: entry })).toEqual(status);
  expect(paths).toEqual([]);
  const known = { ...status, callsTools: true, contextTokens: 24_000 };
  expect(await client.writer.probe({ writerId: entry.id })).toEqual(known);
  await client.writer.choose({ writer: entry.id });
  await client.writer.setBudget({ perQuestionUsd: null, perDayUsd: 5 });
  expect(await client.writer.list()).toEqual({
    writers: [known],
    chosen: entry.id,
    budget: { perQuestionUsd: null, perDayUsd: 5 },
    spentTodayUsd: 0,
  });
  await client.writer.save({ writer: { ...entry, title: 'Renamed', price: { input: 1, output: 2 } } });
  expect((await client.writer.list()).writers).toMatchObject([{ id: entry.id, title: 'Renamed' }]);
  await client.writer.remove({ writerId: entry.id });
  expect(await client.writer.list()).toMatchObject({ writers: [], chosen: 'auto' });
});

test('what was changed or removed while it was tried out stays so', async () => {
  const arrived = [0, 1, 2].map(() => Promise.withResolvers<void>());
  const goOn = [0, 1, 2].map(() => Promise.withResolvers<void>());
  const { client, url } = await open(async (_, nth) => {
    arrived[nth]!.resolve();
    await goOn[nth]!.promise;
    return { calls: [{ name: 'report', input: { word: 'ready' } }] };
  });
  const entry = entryFor(url, { callsTools: null, contextTokens: 5000 });
  const meanwhile = async (nth: number, act: () => Promise<unknown>) => {
    await client.writer.save({ writer: entry });
    const probing = client.writer.probe({ writerId: entry.id });
    await arrived[nth]!.promise;
    await act();
    goOn[nth]!.resolve();
    return probing;
  };
  const renamed = await meanwhile(0, () => client.writer.save({ writer: { ...entry, title: 'New name' } }));
  expect(renamed).toMatchObject({ title: 'New name', callsTools: true });
  const moved = await meanwhile(1, () => client.writer.save({ writer: { ...entry, model: 'other' } }));
  expect(moved).toMatchObject({ model: 'other', callsTools: null });
  const removed = meanwhile(2, () => client.writer.remove({ writerId: entry.id }));
  await expect(removed).rejects.toMatchObject({ data: { code: 'writer/unknown' } });
  expect((await client.writer.list()).writers).toEqual([]);
});

test('a key is kept apart, never told, and belongs to the server it was given for', async () => {
  const { client, slots, folder } = await open();
  expect(await client.writer.save({ writer: REMOTE, key: ` ${KEY} ` })).toMatchObject({ hasKey: true });
  expect(slots.read(keyIdOf(REMOTE))).toBe(KEY);
  expect(JSON.stringify(await client.writer.list())).not.toContain(KEY);
  // Saved again without one it stays; at another address there is none.
  expect(await client.writer.save({ writer: REMOTE })).toMatchObject({ hasKey: true });
  const moved = { ...REMOTE, url: 'https://other.example.com/v1' };
  expect(await client.writer.save({ writer: moved })).toMatchObject({ hasKey: false });
  expect(slots.read(keyIdOf(REMOTE))).toBeUndefined();
  await client.writer.save({ writer: moved, key: KEY });
  expect(await client.writer.save({ writer: moved, key: '' })).toMatchObject({ hasKey: false });
  await client.writer.save({ writer: moved, key: KEY });
  await client.writer.remove({ writerId: moved.id });
  expect(slots.read(keyIdOf(moved))).toBeUndefined();
  const files = ['mirror.db', 'mirror.db-wal'].map((name) => readFileSync(join(folder, name)));
  expect(files.map((bytes) => bytes.includes(KEY))).toEqual([false, false]);
});

test('whether one may be asked follows the rules of the workspace, and so does trying it out', async () => {
  const { client } = await open();
  const refused = await client.writer.save({ writer: REMOTE });
  expect(refused).toMatchObject({
    host: 'models.example.com',
    isBeyond: true,
    refusal: 'the rules of this workspace let nothing leave this machine',
  });
  await expect(client.writer.probe({ writerId: REMOTE.id })).rejects.toMatchObject({
    data: { code: 'policy/refused' },
  });
  expect(await client.egress.list({ limit: 5 })).toEqual([]);
  await client.policy.set({ release: 'figures', receivers: ['models.example.com'], agrees: 'asker', owner: '' });
  expect((await client.writer.list()).writers).toMatchObject([{ refusal: null }]);
});

test.each<[string, Partial<WriterEntry>, string]>([
  ['no address', { url: 'models.example.com/v1' }, 'writer/bad-entry'],
  ['a key in the address', { url: 'https://me:secret@models.example.com/v1' }, 'writer/bad-entry'],
  ['a key behind the address', { url: 'https://models.example.com/v1?key=secret' }, 'writer/bad-entry'],
  ['an open way beyond this machine', { url: 'http://models.example.com/v1' }, 'egress/not-encrypted'],
  [
    'a model that only seems to run here',
    { url: 'http://127.0.0.1:11434/v1', model: 'big:120b-cloud' },
    'writer/bad-entry',
  ],
])('%s is refused, and nothing is kept', async (_, wrong, code) => {
  const { client } = await open();
  await expect(client.writer.save({ writer: { ...REMOTE, ...wrong }, key: KEY })).rejects.toMatchObject({
    data: { code },
  });
  expect((await client.writer.list()).writers).toEqual([]);
});

test.each([
  'claude-sonnet-4-5-20250929',
  'meta-llama/llama-4-maverick-17b-128e-instruct:free',
  'hf.co/unsloth/Qwen3-30B-A3B-GGUF:Q4_K_M',
  'anna@0660-1234567',
])('%s is kept as its server calls it', async (model) => {
  const { client } = await open();
  const entry = { ...REMOTE, id: writerIdOf({ url: REMOTE.url, model }), model };
  await client.writer.save({ writer: entry });
  expect((await client.writer.list()).writers).toMatchObject([entry]);
});

test('one that is not there is said so', async () => {
  const { client } = await open();
  const nobody = id('nobody');
  const asked = [
    client.writer.probe({ writerId: nobody }),
    client.writer.remove({ writerId: nobody }),
    client.writer.choose({ writer: nobody }),
  ];
  for (const each of await Promise.allSettled(asked))
    expect(each).toMatchObject({ status: 'rejected', reason: { data: { code: 'writer/unknown' } } });
  await client.writer.choose({ writer: 'none' });
  expect((await client.writer.list()).chosen).toBe('none');
});

test('a server has a model once', () => {
  const ids = ['qwen3:4b', 'Qwen/Qwen3-4B'].map((model) => writerIdOf({ url: 'http://127.0.0.1:11434/v1', model }));
  expect(ids).toEqual(['127.0.0.1-11434-qwen3-4b', '127.0.0.1-11434-qwen-qwen3-4b']);
});

function id(text: string): WriterId {
  return WriterIdShape.parse(text);
}

async function open(script: FakeScript = [], pages: Record<string, unknown> = {}) {
  const server = await openFakeServer(script, { pages });
  const slots = createMemorySlots();
  const folder = createTestFolder();
  const core = await createCore({ workspace: folder, door: 'terminal', nowMs: () => 1_000_000, keys: slots });
  onTestFinished(async () => {
    await core.close();
    await server.close();
  });
  return { client: core.client, url: server.urlOf('openai-compatible'), paths: server.paths, slots, folder };
}
