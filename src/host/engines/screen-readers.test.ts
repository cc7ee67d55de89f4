// Which reader is taken for a language; and that data somebody fetched is read with, in the child process.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { SystemTesseract } from '../../../models/system-tesseract.ts';
import { bundledEnglish } from '../../../models/tesseract-js.ts';
import { type ModelEntry, ModelId } from '../../domain/models.ts';
import { openModelsFolder } from '../models/models-folder.ts';
import { createTestCore, createTestFolder, finish } from '../testing.ts';
import { createScreenReaders } from './screen-readers.ts';

const PICTURE = join(import.meta.dirname, '../../../models/screen/fixtures/waiting.webp');
const TESSERACT: SystemTesseract = { command: 'no-such-tesseract', version: '5.3.0', languages: ['eng', 'deu', 'osd'] };
const never = new AbortController().signal;

function open(models: string, tesseract?: SystemTesseract) {
  const readers = createScreenReaders({
    models: openModelsFolder(models),
    findTesseract: () => Promise.resolve(tesseract),
  });
  onTestFinished(() => readers.close());
  return {
    readers,
    choose: async (language: string) => {
      const { madeBy, isFitting, fetchable } = await readers.choose(language, { signal: never });
      return [madeBy, isFitting, fetchable];
    },
  };
}

/** English under another name: what counts is that these very bytes are read with. */
function writeDutch(folder: string): ModelEntry {
  const bytes = gunzipSync(readFileSync(bundledEnglish().file));
  writeFileSync(join(folder, 'nld.traineddata'), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    id: ModelId.parse('made-dutch'),
    title: 'Made Dutch',
    role: 'reader',
    engine: 'tesseract',
    goodFor: 'Tests.',
    languages: ['nl'],
    licence: 'Apache-2.0',
    memoryBytes: 200_000_000,
    origin: { hub: 'github', repository: 'made/dutch', revision: 'a'.repeat(40) },
    checksumsFrom: 'Made here.',
    files: [{ path: 'nld.traineddata', sizeBytes: bytes.length, sha256 }],
  };
}

test("the machine's own Tesseract reads the languages it has, what comes with Mirror English, and nothing the others", async () => {
  const { choose } = open(createTestFolder(), TESSERACT);
  expect(await choose('de')).toEqual(['tesseract 5.3.0 (deu), way 1', true, undefined]);
  expect(await choose('en-GB')).toEqual(['tesseract 5.3.0 (eng), way 1', true, undefined]);
  expect(await choose('nl')).toEqual(['tesseract 5.3.0 (eng), way 1', false, 'tesseract-nld']);
  const without = open(createTestFolder());
  expect(await without.choose('en')).toEqual(['tesseract.js 7.0.0 (eng), way 1', true, undefined]);
  expect(await without.choose('de')).toEqual(['tesseract.js 7.0.0 (eng), way 1', false, 'tesseract-deu']);
  expect(await without.choose('sw')).toEqual(['tesseract.js 7.0.0 (eng), way 1', false, undefined]);
});

test('a language that somebody fetched is read with its own data, and one that is damaged is not used', async () => {
  const [folder, models] = [createTestFolder(), createTestFolder()];
  const core = await createTestCore(undefined, { models });
  const entry = writeDutch(folder);
  const catalog = join(folder, 'catalog.json');
  writeFileSync(catalog, JSON.stringify({ schema: 'mirror-models/1', models: [entry] }));
  await core.client.models.add({ file: catalog });
  await finish(await core.client.models.pull({ modelId: entry.id, from: folder }));
  const { readers, choose } = open(models);
  expect(await choose('nl')).toEqual(['tesseract.js 7.0.0 (nld, own data), way 1', true, undefined]);
  const words = await (await readers.choose('nl', { signal: never })).read(PICTURE);
  expect(words.map(({ text }) => text)).toEqual(expect.arrayContaining(['Nordsee', 'INV-20384']));
  const file = join(openModelsFolder(models).model(entry.id), 'nld.traineddata');
  const bytes = readFileSync(file);
  bytes.fill(0, 1000, 2000);
  writeFileSync(file, bytes);
  await expect(choose('nl')).rejects.toMatchObject({ code: 'models/damaged' });
});
