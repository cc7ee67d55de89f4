// The embedder that is used: by spelling, or a model in a child process; and what happens when that changes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeEmbedder } from '../../../models/embedder.case.ts';
import { installMade } from '../engines/testing/made-models.ts';
import type { Core } from '../core.ts';
import { finishProcess } from '../resume.ts';
import { createTestCore, createTestFolder, finish } from '../testing.ts';

describe('as every embedder, the one a core has without a model', () => {
  describeEmbedder(async () => (await createTestCore()).host.search.chooseEmbedder());
});

describe('as every embedder, a model in a child process', () => {
  describeEmbedder(async () => {
    const core = await createTestCore();
    await installMade(core, 'tiny-bert');
    return core.host.search.chooseEmbedder();
  });
});

test('with a model, what means the same is found; all texts are compared anew when it comes and when it goes', async () => {
  const core = await createTestCore();
  await takeInWords(core);
  const { host, client } = core;
  const find = async (words: string) =>
    (await client.evidence.search({ words })).hits.map(({ text, marks }) => [text, marks]);
  const [process] = host.store.listProcesses();
  const madeBy = () =>
    host.store
      .listRecordings(process!.id)
      .map(({ id }) => host.store.listStages(id).find(({ stage }) => stage === 'index'));
  expect(await find('verify the bill')).toEqual([]);
  expect(madeBy()).toMatchObject([{ state: 'done', madeBy: 'lexical-1', counts: { texts: 3 } }]);

  const model = await installMade(core, 'tiny-bert');
  expect((await host.search.chooseEmbedder()).id).toBe(`model:tiny-bert@${'a'.repeat(12)}`);
  // What is not compared anew yet is found by its words meanwhile.
  expect(await find('warehouse')).toEqual([['the warehouse is a delay', [{ start: 4, end: 13 }]]]);
  expect(await find('verify the bill')).toEqual([]);
  await finish(finishProcess(host, process!));
  expect(madeBy()).toMatchObject([{ state: 'done', madeBy: `model:tiny-bert@${'a'.repeat(12)}` }]);
  expect(await find('verify the bill')).toEqual([['then I check the invoice', []]]);
  expect(await find('client')).toEqual([['the customer and the buyer', []]]);

  await client.models.remove({ modelId: model.id });
  await finish(finishProcess(host, process!));
  expect(madeBy()).toMatchObject([{ state: 'done', madeBy: 'lexical-1' }]);
  expect(await find('verify the bill')).toEqual([]);
});

test('what stands is not compared again', async () => {
  const core = await createTestCore();
  await takeInWords(core);
  const [process] = core.host.store.listProcesses();
  const [recording] = core.host.store.listRecordings(process!.id);
  const stage = () => core.host.store.listStages(recording!.id).find(({ stage: name }) => name === 'index');
  const before = stage();
  await finish(finishProcess(core.host, process!));
  expect(stage()).toEqual(before);
  expect(core.host.store.listUnsearchable('lexical-1')).toEqual([]);
});

async function takeInWords(core: Core): Promise<void> {
  const folder = createTestFolder();
  const file = join(folder, 'words.vtt');
  const said = ['we wait for the order', 'then I check the invoice', 'the warehouse is a delay'];
  const cues = said.map((text, at) => `00:00:0${at}.000 --> 00:00:0${at}.900\n${text}\n`);
  writeFileSync(file, ['WEBVTT\n', ...cues].join('\n'));
  const page = join(folder, 'page.md');
  writeFileSync(page, 'the customer and the buyer\n');
  await finish(
    await core.client.process.takeIn({
      process: 'Words',
      sources: [
        { kind: 'recording', file, transcript: file },
        { kind: 'document', file: page },
      ],
      waitsFor: 'everything',
    }),
  );
}
