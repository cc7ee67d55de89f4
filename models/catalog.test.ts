import { expect, test } from 'vitest';
import { ModelCatalog, ModelRole, sizeOf } from '../src/domain/models.ts';
import { readCatalog } from './catalog.ts';
import { HUBS } from './hubs.ts';

const CATALOG = readCatalog();

test('every model of the catalog can be installed: each file has a size and a checksum of its own', () => {
  const files = CATALOG.flatMap(({ files }) => files);
  expect(files.filter(({ sha256, sizeBytes }) => sha256 === null || sizeBytes === 0)).toEqual([]);
  // The same bytes have the same size, wherever they are used.
  const sizes = new Map(files.map(({ sha256, sizeBytes }) => [sha256, sizeBytes]));
  expect(files.filter(({ sha256, sizeBytes }) => sizes.get(sha256) !== sizeBytes)).toEqual([]);
});

test('every role can be filled', () => {
  expect(new Set(CATALOG.map(({ role }) => role))).toEqual(new Set(ModelRole.options));
});

test('a file stands at its repository, its commit and its path', () => {
  const addresses = ['whisper-base', 'tesseract-deu'].map((wanted) => {
    const { origin, files } = CATALOG.find(({ id }) => id === wanted)!;
    const hub = HUBS[origin.hub];
    return `${hub.base}/${hub.place(origin, files.at(-1)!)}`;
  });
  expect(addresses).toEqual([
    'https://huggingface.co/Xenova/whisper-base/resolve/64da57285918e20ea79ea5c88eed7197933abaa8/onnx/decoder_model_merged_quantized.onnx',
    'https://raw.githubusercontent.com/tesseract-ocr/tessdata_fast/87416418657359cb625c412a48b6e1d6d41c29bd/deu.traineddata',
  ]);
});

test.each([
  ['a path that leads out', { path: '../config.json' }],
  ['an absolute path', { path: '/etc/passwd' }],
  ['a path of Windows', { path: 'a\\b' }],
  ['a hidden file', { path: '.verified' }],
  ["Mirror's own note", { path: 'mirror-model.json' }],
  ['a part', { path: 'model.onnx.part' }],
  ['half a checksum', { sha256: 'abc' }],
  ['a size below nothing', { sizeBytes: -1 }],
])('%s is no file of a model', (_, wrong) => {
  const [first] = CATALOG;
  const models = [{ ...first!, files: [{ ...first!.files[0]!, ...wrong }] }];
  expect(ModelCatalog.safeParse({ schema: 'mirror-models/1', models }).success).toBe(false);
});

test('what a model takes on disk is the sum of its files', () => {
  expect(sizeOf(CATALOG.find(({ id }) => id === 'minilm-l6')!)).toBe(650 + 711_661 + 366 + 22_972_370);
});
