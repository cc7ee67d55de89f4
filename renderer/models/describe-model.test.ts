import { expect, test } from 'vitest';
import { ModelEntry, type ModelStatus } from '../../src/domain/models.ts';
import { describeModel, sayLanguages, sayState } from './describe-model.ts';

const model = ModelEntry.parse({
  id: 'tesseract-nld',
  title: 'Tesseract, Dutch',
  role: 'reader',
  engine: 'tesseract',
  goodFor: 'Screens in Dutch.',
  languages: ['nl'],
  licence: 'Apache-2.0',
  memoryBytes: 200_000_000,
  origin: { hub: 'github', repository: 'a/b', revision: 'c'.repeat(40) },
  checksumsFrom: 'nobody',
  files: [{ path: 'nld.traineddata', sizeBytes: 6_050_000, sha256: 'd'.repeat(64) }],
});
const status = (changes: Partial<ModelStatus>): ModelStatus => ({
  model,
  state: 'absent',
  hasEngine: true,
  sizeBytes: 6_050_000,
  hereBytes: 0,
  refused: null,
  ...changes,
});

test('how a model stands is said in words', () => {
  const said = [
    status({}),
    status({ hasEngine: false }),
    status({ state: 'partial', hereBytes: 2_000_000 }),
    status({ state: 'installed' }),
    status({ state: 'installed', hasEngine: false }),
    status({ state: 'damaged' }),
  ].map(sayState);
  expect(said).toEqual([
    'not here',
    'this version has no engine for it',
    '2.0 MB of 6.0 MB are here',
    'here',
    'here, and waits for its engine',
    'not whole',
  ]);
});

test('what it costs and may be used for', () => {
  expect(describeModel(status({}))).toEqual(['6.0 MB', 'about 200 MB of memory', 'Apache-2.0', 'tesseract']);
  expect([sayLanguages(['en']), sayLanguages(['nl', 'de']), sayLanguages(['many'])]).toEqual([
    'English',
    'Dutch and German',
    'many languages',
  ]);
});
