// In: a model of the catalog. Out: how it stands on this machine, by what its files look like from outside.
import { existsSync } from 'node:fs';
import { ENGINES_HERE, type ModelEntry, type ModelState, type ModelStatus, sizeOf } from '../../domain/models.ts';
import type { ModelsFolder } from './models-folder.ts';
import { bytesHere } from './pull-model.ts';
import { findInstalled, findMisfit } from './verify-model.ts';

/** Reads no file whole: `verify` does. */
export function describeModel(folder: ModelsFolder, model: ModelEntry): ModelStatus {
  const unknown = model.files.find(({ sha256 }) => sha256 === null);
  const state = readState(folder, model);
  const sizeBytes = sizeOf(model);
  return {
    model,
    state,
    hasEngine: ENGINES_HERE.has(model.engine),
    sizeBytes,
    hereBytes: state === 'installed' ? sizeBytes : bytesHere(folder.staging(model.id), model),
    refused: unknown === undefined ? null : `nobody says what the checksum of ${unknown.path} is`,
  };
}

function readState(folder: ModelsFolder, model: ModelEntry): ModelState {
  const home = folder.model(model.id);
  if (existsSync(home)) {
    const installed = findInstalled(folder, model.id);
    return installed === undefined || findMisfit(home, installed) !== undefined ? 'damaged' : 'installed';
  }
  return bytesHere(folder.staging(model.id), model) > 0 ? 'partial' : 'absent';
}
