// In: the models folder and the way out. Out: what the door needs of models; nothing is fetched unless it is asked for.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readCatalog } from '../../../models/catalog.ts';
import type { ModelService } from '../../api/model-service.ts';
import { MirrorError } from '../../domain/errors.ts';
import { ModelCatalog, type ModelEntry, type ModelId, type ModelStatus } from '../../domain/models.ts';
import type { Detached } from '../detached.ts';
import type { Egress } from '../egress/gate.ts';
import { makeFolder } from '../make-folder.ts';
import { describeModel } from './describe-model.ts';
import type { ModelsFolder } from './models-folder.ts';
import { pullModel } from './pull-model.ts';
import { verifyModel } from './verify-model.ts';

export interface ModelServiceOptions {
  readonly folder: ModelsFolder;
  readonly egress: Egress;
  readonly detached: Detached;
  /** How long to wait before each further try of a download. */
  readonly pausesMs?: readonly number[];
  /** A model has come or gone: what another one made can be made anew. */
  readonly whenChanged?: () => void;
}

const PAUSES_MS = [1000, 4000, 15_000];

export function createModelService({
  folder,
  egress,
  detached,
  pausesMs = PAUSES_MS,
  whenChanged,
}: ModelServiceOptions): ModelService {
  const pulls = new Map<ModelId, AbortController>();
  const never = new AbortController().signal;
  return {
    list: () => listModels(folder),
    pull: async function* ({ id, from }, signal) {
      const model = getModel(folder, id);
      const start = async function* (stopping: AbortSignal) {
        const stop = new AbortController();
        pulls.set(id, stop);
        try {
          const both = AbortSignal.any([stopping, stop.signal]);
          yield* pullModel(model, { folder, egress, from, pausesMs, signal: both });
          whenChanged?.();
          return describeModel(folder, model);
        } finally {
          pulls.delete(id);
        }
      };
      return yield* detached.watch(`pull ${id}`, start, signal);
    },
    cancel: (id) => pulls.get(id)?.abort(),
    verify: async function* (id, signal) {
      getModel(folder, id);
      const model = yield* verifyModel(folder, id, { all: true, signal: signal ?? never });
      return describeModel(folder, model);
    },
    remove: (id) => {
      const model = getModel(folder, id);
      if (pulls.has(id)) throw new MirrorError('models/busy', { data: { id } });
      const { state, hereBytes } = describeModel(folder, model);
      if (state === 'absent') throw new MirrorError('models/not-installed', { data: { id } });
      removeModel(folder, id);
      whenChanged?.();
      return { freedBytes: hereBytes };
    },
    add: (file) => addModels(folder, file),
  };
}

/** Those Mirror knows, and those a person added, which win where an id is the same. */
function readModels(folder: ModelsFolder): ModelEntry[] {
  const added = readAdded(folder);
  const ids = new Set(added.map(({ id }) => id));
  return [...readCatalog().filter(({ id }) => !ids.has(id)), ...added];
}

export const listModels = (folder: ModelsFolder): ModelStatus[] =>
  readModels(folder).map((model) => describeModel(folder, model));

function getModel(folder: ModelsFolder, id: ModelId): ModelEntry {
  const model = readModels(folder).find((each) => each.id === id);
  if (model === undefined) throw new MirrorError('models/unknown', { data: { id } });
  return model;
}

function readAdded(folder: ModelsFolder): readonly ModelEntry[] {
  try {
    return readCatalogFile(folder.catalog);
  } catch (error) {
    if (error instanceof MirrorError && error.code === 'file/missing') return [];
    throw error;
  }
}

/** @throws file/missing, models/bad-catalog */
function readCatalogFile(file: string): readonly ModelEntry[] {
  try {
    return ModelCatalog.parse(JSON.parse(readFileSync(file, 'utf8'))).models;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      throw new MirrorError('file/missing', { data: { file }, cause });
    throw new MirrorError('models/bad-catalog', { data: { file, detail: sayWhy(cause) }, cause });
  }
}

function sayWhy(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (!('issues' in cause) || !Array.isArray(cause.issues)) return cause.message;
  // The issues of zod; only a catalog is parsed here.
  const [first] = cause.issues as { path: PropertyKey[]; message: string }[];
  return first === undefined ? cause.message : `${first.path.map(String).join('.')}: ${first.message}`;
}

/** A person's own models, with the checksums that person vouches for. Those of the same id are replaced. */
function addModels(folder: ModelsFolder, file: string): ModelStatus[] {
  const models = readCatalogFile(file);
  const ids = new Set(models.map(({ id }) => id));
  const all = [...readAdded(folder).filter(({ id }) => !ids.has(id)), ...models];
  makeFolder(folder.path, 0o755);
  const next = `${folder.catalog}.part`;
  writeFileSync(next, `${JSON.stringify({ schema: 'mirror-models/1', models: all }, null, 2)}\n`, { flush: true });
  renameSync(next, folder.catalog);
  return models.map((model) => describeModel(folder, model));
}

/** Out of sight in one step, then off the disk: a program that is killed in between leaves no half model. */
function removeModel(folder: ModelsFolder, id: ModelId): void {
  makeFolder(folder.incoming, 0o755);
  const old = `${folder.staging(id)}.old`;
  rmSync(old, { recursive: true, force: true });
  rmSync(folder.staging(id), { recursive: true, force: true });
  try {
    renameSync(folder.model(id), old);
  } catch (error) {
    // Only a part of it was here.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
