// Every way a download goes wrong, against a hub on this machine: what is installed is whole, or nothing is.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import { router } from '../../api/router.ts';
import { createTestFolder } from '../testing.ts';
import {
  FILES,
  expectNothingInstalled,
  find,
  haveFirstFile,
  makeBytes,
  makeEntry,
  MODEL_ID,
  pull,
  readModel,
  setStage,
  stopAt,
  writeCatalog,
  writeFiles,
} from './testing/made-model.ts';

const MODEL = FILES.get('onnx/model.onnx')!;
const TOTAL = [...FILES.values()].reduce((sum, bytes) => sum + bytes.length, 0);

test('a model comes file by file, is checked, and stands in its folder with what it is', async () => {
  const stage = await setStage();
  const { told, status } = await pull(stage);
  expect(status).toEqual({
    model: makeEntry(),
    state: 'installed',
    hasEngine: true,
    sizeBytes: TOTAL,
    hereBytes: TOTAL,
    refused: null,
  });
  expect(readModel(stage)).toEqual(FILES);
  expect(told.at(-1)).toEqual({ stage: 'fetch', done: TOTAL, total: TOTAL, unit: 'bytes' });
  expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b));
  expect(stage.hub.asked).toEqual(['config.json whole', 'model.onnx whole']);
  expect(readdirSync(join(stage.models, '.incoming'))).toEqual([`${MODEL_ID}.lock`]);
});

test('what is here and whole is not fetched again', async () => {
  const stage = await setStage();
  await pull(stage);
  const { told } = await pull(stage);
  expect(told).toEqual([]);
  expect(stage.hub.asked).toHaveLength(2);
});

test('nothing is fetched by looking', async () => {
  const stage = await setStage();
  await stage.core.client.models.list();
  await stage.core.client.app.doctor();
  expect(stage.hub.asked).toEqual([]);
  expect(await stage.core.client.egress.list({})).toEqual([]);
});

test('a hub in trouble is asked three times, and then it is said in one line', async () => {
  const stage = await setStage();
  stage.hub.faults.push(...Array.from({ length: 3 }, () => ({ kind: 'status' as const, status: 500 })));
  await expect(pull(stage)).rejects.toMatchObject({
    message: `${stage.hub.host} answers 500 for config.json. Try again later, or another source with --from; what has come is kept.`,
  });
  expect(stage.hub.asked).toHaveLength(3);
  await pull(stage);
  expect(readModel(stage)).toEqual(FILES);
});

test('a server that says nothing more is given up, and what has come is kept', async () => {
  const stage = await setStage({ patienceMs: 40 });
  const stall = { kind: 'stall' as const, afterBytes: 0 };
  stage.hub.faults.push({ kind: 'stall', afterBytes: 14 }, stall, stall, stall, stall);
  await expect(pull(stage)).rejects.toMatchObject({ data: { code: 'egress/stalled' } });
  expect(await stage.core.client.egress.list({ limit: 1 })).toMatchObject([{ outcome: 'egress/stalled' }]);
  await expectNothingInstalled(stage);
});

test.each([
  ['is not there', { kind: 'status' as const, status: 404 }, 'models/not-there'],
  ['is forbidden', { kind: 'status' as const, status: 403 }, 'models/refused'],
  ['is too short', { kind: 'bytes' as const, bytes: MODEL.subarray(1) }, 'models/wrong-size'],
  ['is too long', { kind: 'bytes' as const, bytes: Buffer.concat([MODEL, MODEL]) }, 'models/wrong-size'],
  [
    'is too long and does not say so',
    { kind: 'bytes-of-unknown-length' as const, bytes: Buffer.concat([MODEL, MODEL]) },
    'models/wrong-size',
  ],
  ['has other bytes', { kind: 'bytes' as const, bytes: makeBytes(MODEL.length, 8) }, 'models/wrong-checksum'],
  ['leads elsewhere', { kind: 'redirect' as const, to: 'https://elsewhere.example/model.onnx' }, 'egress/other-host'],
  ['leads elsewhere on this machine', { kind: 'redirect' as const, to: 'http://127.0.0.1:9/x' }, 'egress/other-host'],
  ['leads to no address', { kind: 'redirect' as const, to: 'file:///etc/passwd' }, 'egress/bad-address'],
])('a file that %s is refused in one line, and nothing is installed', async (_, fault, code) => {
  const stage = await setStage();
  // The first file comes whole; the fault meets the second.
  haveFirstFile(stage);
  stage.hub.faults.push(fault);
  const error = await pull(stage).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ data: { code }, message: expect.not.stringContaining('\n') });
  expect(stage.hub.asked).toEqual(['model.onnx whole']);
  await expectNothingInstalled(stage);
  await pull(stage);
  expect(readModel(stage)).toEqual(FILES);
});

test('a file that is shorter each time and does not say so is given up', async () => {
  const stage = await setStage();
  haveFirstFile(stage);
  stage.hub.etag = null;
  const short = { kind: 'bytes-of-unknown-length' as const, bytes: MODEL.subarray(0, 1000) };
  stage.hub.faults.push(...Array.from({ length: 9 }, () => short));
  await expect(pull(stage)).rejects.toMatchObject({ data: { code: 'egress/cut' } });
  await expectNothingInstalled(stage);
});

test('two who ask at once get one download', async () => {
  const stage = await setStage();
  const [first, second] = await Promise.all([pull(stage), pull(stage)]);
  expect(second.status).toEqual(first.status);
  expect(stage.hub.asked).toEqual(['config.json whole', 'model.onnx whole']);
});

test('a model whose checksum nobody knows is never installed', async () => {
  const entry = makeEntry();
  const files = [...entry.files.slice(1), { ...entry.files[0]!, sha256: null }];
  const stage = await setStage({ entry: { ...entry, files } });
  await expect(pull(stage)).rejects.toMatchObject({ data: { code: 'models/no-checksum' } });
  expect(stage.hub.asked).toEqual([]);
  expect((await stage.core.client.models.list()).find(({ model }) => model.id === MODEL_ID)).toMatchObject({
    state: 'absent',
    refused: 'nobody says what the checksum of config.json is',
  });
});

test.each(['.', 'made/model', MODEL_ID])('files of a folder are taken from %s in it', async (place) => {
  const stage = await setStage();
  const stick = createTestFolder();
  writeFiles(join(stick, place));
  await pull(stage, stick);
  expect(readModel(stage)).toEqual(FILES);
  expect(await stage.core.client.egress.list({})).toEqual([]);
});

test.each([
  ['is missing', undefined, 'models/not-there'],
  ['is cut in half', MODEL.subarray(0, MODEL.length / 2), 'models/wrong-size'],
  ['has other bytes', makeBytes(MODEL.length, 9), 'models/wrong-checksum'],
])('a file of a folder that %s is refused', async (_, bytes, code) => {
  const stage = await setStage();
  const stick = createTestFolder();
  writeFiles(stick, new Map([...FILES].filter(([path]) => path !== 'onnx/model.onnx')));
  if (bytes !== undefined) writeFiles(stick, new Map([['onnx/model.onnx', bytes]]));
  await expect(pull(stage, stick)).rejects.toMatchObject({ data: { code } });
  await expectNothingInstalled(stage);
});

test('a source that is nothing is refused before anything is touched', async () => {
  const stage = await setStage();
  for (const from of ['ftp://hub', 'somewhere', '/no/such/folder'])
    await expect(pull(stage, from)).rejects.toMatchObject({ data: { code: 'models/bad-source' } });
  await expect(pull(stage, 'http://hub.example')).rejects.toMatchObject({ data: { code: 'egress/not-encrypted' } });
  expect(await stage.core.client.egress.list({})).toEqual([]);
});

test('a page in a browser fetches from the hub alone, and adds nothing to the list', async () => {
  const { core, hub, folder } = await setStage();
  const page = createRouterClient(router, { context: { ...core.context, namesFiles: false } });
  const code = 'models/not-from-a-page';
  const elsewhere = page.models.pull({ modelId: MODEL_ID, from: hub.origin });
  await expect(elsewhere).rejects.toMatchObject({ data: { code } });
  const added = page.models.add({ file: writeCatalog(folder, []) });
  await expect(added).rejects.toMatchObject({ data: { code } });
  expect(hub.asked).toEqual([]);
});

test('a damaged model is put right by fetching it again, and what was whole in between stays', async () => {
  const stage = await setStage();
  await pull(stage);
  const file = join(stage.models, MODEL_ID, 'onnx', 'model.onnx');
  writeFileSync(file, MODEL.subarray(0, 1000));
  expect(await find(stage)).toMatchObject({ state: 'damaged' });
  await pull(stage);
  expect(readModel(stage)).toEqual(FILES);
});

test('every connection is in the ledger, with what came over it', async () => {
  const stage = await setStage();
  stage.hub.faults.push({ kind: 'redirect', to: '/made/model/resolve/x/config.json' });
  await pull(stage);
  const line = {
    id: expect.any(String),
    model: null,
    agreedBy: null,
    payloadSha256: null,
    tokens: null,
    costUsd: null,
    startedMs: expect.any(Number),
    endedMs: expect.any(Number),
    host: stage.hub.host,
    purpose: 'download of the model made-model',
    isBeyond: false,
    sentBytes: 0,
    outcome: '200',
  };
  expect(await stage.core.client.egress.list({})).toEqual([
    { ...line, receivedBytes: MODEL.length },
    { ...line, receivedBytes: 14 },
    { ...line, receivedBytes: 0, outcome: '302' },
  ]);
});

test('removing leaves nothing, of a model or of a part of one', async () => {
  const stage = await setStage();
  await stopAt(stage, 1000);
  expect(await stage.core.client.models.remove({ modelId: MODEL_ID })).toEqual({ freedBytes: 1014 });
  await pull(stage);
  expect(await stage.core.client.models.remove({ modelId: MODEL_ID })).toEqual({ freedBytes: TOTAL });
  expect(await find(stage)).toMatchObject({ state: 'absent', hereBytes: 0 });
  expect(readdirSync(stage.models).toSorted()).toEqual(['.incoming', 'catalog.json']);
  const again = stage.core.client.models.remove({ modelId: MODEL_ID });
  await expect(again).rejects.toMatchObject({ data: { code: 'models/not-installed' } });
});
