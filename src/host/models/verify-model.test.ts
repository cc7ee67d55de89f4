import { renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Progress } from '../../domain/progress.ts';
import { FILES, makeBytes, MODEL_ID, pull, setStage, writeCatalog } from './testing/made-model.ts';
import { openModelsFolder } from './models-folder.ts';
import { requireModel, verifyModel } from './verify-model.ts';

const MODEL = FILES.get('onnx/model.onnx')!;
const { signal } = new AbortController();

test('a model that was checked when it came is not read again before its first use', async () => {
  const { folder } = await install();
  expect(await readBytes(folder)).toBe(0);
  expect((await requireModel(folder, MODEL_ID, { signal })).path).toBe(folder.model(MODEL_ID));
});

test('a file that was touched is read once more, and then no more', async () => {
  const { folder, file } = await install();
  utimesSync(file, 1, 1);
  expect(await readBytes(folder)).toBe(MODEL.length);
  expect(await readBytes(folder)).toBe(0);
});

test('asked for by a person, every file is read', async () => {
  const { folder } = await install();
  const told: Progress[] = [];
  for await (const step of verifyModel(folder, MODEL_ID, { all: true, signal })) told.push(step);
  const total = 14 + MODEL.length;
  expect(told.at(-1)).toEqual({ stage: 'check', done: total, total, unit: 'bytes' });
});

test.each([
  ['is cut in half', (file: string) => writeFileSync(file, MODEL.subarray(0, 150_000)), 'has 150000 bytes instead of'],
  ['is missing', (file: string) => rmSync(file), 'onnx/model.onnx is missing'],
  ['has other bytes', (file: string) => writeFileSync(file, makeBytes(MODEL.length, 3)), 'has other bytes'],
  [
    'was replaced by one as long and as old',
    (file: string) => {
      const { atime, mtime } = statSync(file);
      writeFileSync(`${file}.next`, makeBytes(MODEL.length, 4));
      utimesSync(`${file}.next`, atime, mtime);
      renameSync(`${file}.next`, file);
    },
    'has other bytes',
  ],
])('a model of which a file %s is refused in one line before it is used', async (_, harm, words) => {
  const { folder, file } = await install();
  harm(file);
  await expect(requireModel(folder, MODEL_ID, { signal })).rejects.toMatchObject({
    code: 'models/damaged',
    message: expect.stringMatching(new RegExp(`^The model made-model is damaged: .*${words}.*models pull made-model`)),
  });
});

test('a model that is not here, or lost what says what it is, is not installed', async () => {
  const { folder } = await install();
  rmSync(folder.note(folder.model(MODEL_ID)));
  await expect(requireModel(folder, MODEL_ID, { signal })).rejects.toMatchObject({ code: 'models/not-installed' });
});

test('a catalog of a person is taken whole or refused with the place that is wrong', async () => {
  const { core, home } = await install();
  const before = await core.client.models.list();
  const add = (models: readonly unknown[]) => core.client.models.add({ file: writeCatalog(home, models) });
  await expect(add([{ id: 'x' }])).rejects.toMatchObject({
    data: { code: 'models/bad-catalog', title: expect.stringContaining('(models.0.title: ') },
  });
  const file = join(home, 'nowhere.json');
  await expect(core.client.models.add({ file })).rejects.toMatchObject({ data: { code: 'file/missing' } });
  expect(await core.client.models.list()).toEqual(before);
});

async function install() {
  const stage = await setStage();
  await pull(stage);
  const folder = openModelsFolder(stage.models);
  const file = join(folder.model(MODEL_ID), 'onnx', 'model.onnx');
  return { core: stage.core, home: stage.folder, folder, file };
}

/** How much of the model is read to be sure of it. */
async function readBytes(folder: ReturnType<typeof openModelsFolder>): Promise<number> {
  let done = 0;
  for await (const step of verifyModel(folder, MODEL_ID, { all: false, signal })) done = step.done;
  return done;
}
