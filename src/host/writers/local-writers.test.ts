// A model that runs in here: a tiny one of our own, installed as every model is, in the true library, in a child process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Core, createCore } from '../core.ts';
import { installMade, type MadeModel } from '../engines/testing/made-models.ts';
import { createMemorySlots } from '../keys/key-store.ts';
import { openModelsFolder } from '../models/models-folder.ts';
import { createLocalWriters, type LocalWriters } from './local-writers.ts';
import { openWriter } from './open-writer.ts';
import { entryFor, openTestEgress, takeTurn } from './testing/open-for-test.ts';
import { ASK, type Behaviour, describeWriter } from './writer.case.ts';

const MODELS: Readonly<Record<Behaviour, MadeModel>> = {
  speaks: 'tiny-writer',
  calls: 'tiny-caller',
  'goes on for ever': 'tiny-rambler',
};

let core: Core;
let local: LocalWriters;
let folder: string;

// Once for all: a core and a child take a second each to start.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mirror-writers-'));
  const models = join(folder, 'models');
  core = await createCore({
    workspace: join(folder, 'workspace'),
    door: 'terminal',
    models,
    keys: createMemorySlots(),
  });
  for (const name of Object.values(MODELS)) await installMade(core, name);
  local = createLocalWriters(openModelsFolder(models));
});

afterAll(async () => {
  await local.close();
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a model that runs in Mirror', () => {
  describeWriter(async (behaviour) => open(MODELS[behaviour]).writer);

  test('asks nobody, sends nothing, and gives the same answer again', async () => {
    const { writer, egress } = open('tiny-writer');
    const gate = {
      pass: () => Promise.reject(new Error('nothing leaves')),
      sent: () => {
        throw new Error('nothing leaves');
      },
    };
    const first = await takeTurn(writer, ASK, gate);
    expect(await takeTurn(writer, ASK, gate)).toEqual(first);
    expect(first.at(-1)).toEqual({ kind: 'end', tokens: { input: expect.any(Number), output: 6 }, isCut: false });
    expect(egress.list(5)).toEqual([]);
  });

  test('more than it reads at once is refused, not cut off', async () => {
    const { writer } = open('tiny-writer');
    const gate = { pass: async () => ({ agreedBy: null }), sent: () => {} };
    await expect(takeTurn(writer, { ...ASK, tools: [], maxOutputTokens: 600 }, gate)).rejects.toMatchObject({
      code: 'writer/too-long',
      message: expect.stringMatching(/\(\d+ tokens and 600 for the answer, of 512\)/),
    });
  });

  test('one that is not installed is said so', async () => {
    const signal = new AbortController().signal;
    const turn = local.write('qwen2.5-1.5b', { ...ASK, tools: [] }, signal);
    await expect(turn.next()).rejects.toMatchObject({ code: 'models/not-installed' });
  });
});

test('an installed model is found, set up and tried out like any other', async () => {
  const { client } = core;
  const [found] = (await client.writer.find()).filter(({ model }) => model === 'tiny-writer');
  expect(found).toMatchObject({ id: 'here-tiny-writer', title: 'tiny-writer (in Mirror)', model: 'tiny-writer' });
  await client.writer.save({ writer: found! });
  expect(await client.writer.probe({ writerId: found!.id })).toEqual({
    ...found,
    contextTokens: 512,
    callsTools: false,
    host: 'in Mirror',
    isBeyond: false,
    hasKey: false,
    refusal: null,
    note: 'It calls no tools by itself; Mirror asks it in another way.',
  });
});

function open(model: MadeModel) {
  const egress = openTestEgress();
  const entry = entryFor('', { dialect: 'in-process', model, callsTools: false });
  return { egress, writer: openWriter(entry, { egress, readKey: () => undefined, local }) };
}
