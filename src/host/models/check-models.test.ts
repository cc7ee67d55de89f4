import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ModelEngine, ModelId, type ModelStatus, sizeOf } from '../../domain/models.ts';
import { checkModels, checkRoles } from './check-models.ts';
import { createTestFolder } from '../testing.ts';
import { makeEntry } from './testing/made-model.ts';

const adds = 'finds sentences that mean the same in other words';
const engines = new Set<ModelEngine>(['transformers.js']);
const none = new Set<ModelEngine>();

const make = (id: string, state: ModelStatus['state']): ModelStatus => {
  const model = { ...makeEntry(), id: ModelId.parse(id) };
  return { model, state, hasEngine: true, sizeBytes: sizeOf(model), hereBytes: 0, refused: null };
};

const check = (models: readonly ModelStatus[], has = engines) =>
  checkRoles(models, has).find(({ name }) => name === 'Embedder');

test('a role without a model says what one would add and how to get it', () => {
  expect(check([make('made', 'absent')])).toEqual({
    name: 'Embedder',
    state: 'missing',
    detail: `none is here; one ${adds}`,
    fix: 'Optional: mirror models pull made (1 MB, MIT)',
  });
});

test('no model is offered that this version could not run', () => {
  expect(check([make('made', 'absent')], none)).toMatchObject({
    detail: `none is here; in a later version, one ${adds}`,
    fix: null,
  });
  expect(check([make('made', 'installed')], none)).toMatchObject({
    state: 'missing',
    detail: `made is here, but this version has no transformers.js; in a later version, one ${adds}`,
  });
});

test('a model that is here is named, and a damaged one is a problem', () => {
  expect(check([make('other', 'absent'), make('made', 'installed')])).toMatchObject({
    state: 'ok',
    detail: `made: ${adds}`,
  });
  expect(check([make('other', 'installed'), make('made', 'damaged')])).toMatchObject({
    state: 'problem',
    detail: 'the files of made are not whole',
    fix: 'Fetch it again: mirror models pull made',
  });
});

test('English is read with what comes with Mirror', () => {
  const check = checkRoles([], engines).find(({ name }) => name === 'Reader');
  expect(check).toEqual({
    name: 'Reader',
    state: 'ok',
    detail: 'screens in English are read; models add other languages',
    fix: null,
  });
});

test('every role is checked', () => {
  const names = checkRoles([], engines).map(({ name }) => name);
  expect(names).toEqual(['Speech detector', 'Transcriber', 'Embedder', 'Reader', 'Writer']);
});

test('a catalog of a person that is wrong is one problem, and no reason to say nothing', () => {
  const folder = createTestFolder();
  const file = join(folder, 'catalog.json');
  writeFileSync(file, '{"schema":"mirror-models/1"}');
  expect(checkModels(folder)).toEqual([
    {
      name: 'Models',
      state: 'problem',
      detail: `${file} is no catalog of models (models: Invalid input: expected array, received undefined)`,
      fix: 'See "Models" in the README.',
    },
  ]);
});
