// Downloads that broke off or were stopped, and how the next one goes on.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FILES, haveFirstFile, MODEL_ID, pull, readModel, setStage, stopAt } from './testing/made-model.ts';

test('a connection that breaks is gone on with where it broke, however often', async () => {
  const stage = await setStage({ tries: 6 });
  haveFirstFile(stage);
  const cut = (afterBytes: number) => ({ kind: 'cut' as const, afterBytes });
  stage.hub.faults.push(...[0, 100_000, 50_000, 0, 100_000].map(cut));
  await pull(stage);
  expect(readModel(stage)).toEqual(FILES);
  // How much of what was sent before a break gets through is the system's to say; it is never asked for twice.
  const starts = stage.hub.asked.map((line) => Number(/bytes=(\d+)-$/.exec(line)?.[1] ?? 0));
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(starts).toHaveLength(6);
});

test('a download that was stopped is gone on with by the next one, from the byte it had come to', async () => {
  const stage = await setStage();
  const here = await stopAt(stage, 120_000);
  expect(here).toMatchObject({ state: 'partial', hereBytes: 14 + 120_000 });
  expect(existsSync(join(stage.models, MODEL_ID))).toBe(false);
  stage.hub.asked.length = 0;
  await pull(stage);
  expect(stage.hub.asked).toEqual(['model.onnx bytes=120000-']);
  expect(readModel(stage)).toEqual(FILES);
});

test('a server without ranges sends all again', async () => {
  const stage = await setStage();
  await stopAt(stage, 120_000);
  stage.hub.asked.length = 0;
  stage.hub.ranges = false;
  await pull(stage);
  expect(stage.hub.asked).toEqual(['model.onnx bytes=120000-']);
  expect(readModel(stage)).toEqual(FILES);
});

test('a file that changed at the source is begun anew', async () => {
  const stage = await setStage();
  await stopAt(stage, 120_000);
  stage.hub.asked.length = 0;
  stage.hub.etag = '"v2"';
  await pull(stage);
  expect(stage.hub.asked).toEqual(['model.onnx bytes=120000-']);
  expect(readModel(stage)).toEqual(FILES);
});

test('a source that does not mark its versions is asked for the whole file', async () => {
  const stage = await setStage();
  stage.hub.etag = null;
  await stopAt(stage, 120_000);
  stage.hub.asked.length = 0;
  await pull(stage);
  expect(stage.hub.asked).toEqual(['model.onnx whole']);
  expect(readModel(stage)).toEqual(FILES);
});

test('a part that was damaged on the disk is found out and fetched anew', async () => {
  const stage = await setStage();
  await stopAt(stage, 120_000);
  const part = join(stage.models, '.incoming', MODEL_ID, 'onnx', 'model.onnx.part');
  const bytes = readFileSync(part);
  bytes.fill(0, 1000, 2000);
  writeFileSync(part, bytes);
  stage.hub.asked.length = 0;
  await pull(stage);
  expect(stage.hub.asked).toEqual(['model.onnx bytes=120000-', 'model.onnx whole']);
  expect(readModel(stage)).toEqual(FILES);
});

test('a whole file of an earlier download that is not the one of the catalog is fetched anew', async () => {
  const stage = await setStage();
  haveFirstFile(stage, Buffer.from('{"made":fals}\n'));
  await pull(stage);
  expect(stage.hub.asked).toEqual(['config.json whole', 'model.onnx whole']);
  expect(readModel(stage)).toEqual(FILES);
});
