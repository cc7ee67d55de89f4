// In: a role. Out: the installed model that plays it: the one a person chose, or else the best that this version can run.
import {
  ENGINES_HERE,
  type ModelEngine,
  type ModelEntry,
  ModelId,
  type ModelRole,
  type ModelState,
  type ModelStatus,
} from '../../domain/models.ts';
import type { Store } from '../../needs/store.ts';
import { listModels } from '../models/model-service.ts';
import type { ModelsFolder } from '../models/models-folder.ts';

/** On x64 without a graphics card whisper.cpp took 38 times as long for the same work. */
const PREFERRED: readonly ModelEngine[] = ['transformers.js', 'whisper.cpp', 'tesseract', 'llama.cpp'];

/**
 * Looks at the disk: a model can be fetched or removed at any time. Undefined where none is installed. A damaged one is
 * better than none: whoever uses it is told that it is damaged, and not that there is none.
 */
export function pickModel(
  folder: ModelsFolder,
  role: ModelRole,
  store: Pick<Store, 'readSetting'>,
): ModelEntry | undefined {
  const ofRole = listModels(folder).filter(({ model }) => model.role === role && ENGINES_HERE.has(model.engine));
  const chosen = ModelId.safeParse(store.readSetting(choiceOf(role))).data;
  return best(ofRole, 'installed', chosen) ?? best(ofRole, 'damaged', chosen);
}

/** The one a person chose; or else the largest of the preferred engine: the catalog lists them from small to large. */
function best(models: readonly ModelStatus[], state: ModelState, chosen: ModelId | undefined): ModelEntry | undefined {
  const here = models.filter((each) => each.state === state).map(({ model }) => model);
  return (
    here.find(({ id }) => id === chosen) ??
    PREFERRED.flatMap((engine) => here.filter((model) => model.engine === engine).slice(-1))[0]
  );
}

/** The setting that holds which model a person chose for a role. */
export const choiceOf = (role: ModelRole): string => `model for ${role}`;

/** What changes when its files do: the same id may be published anew. */
export const nameModel = ({ id, origin, files }: ModelEntry): string =>
  `model:${id}@${(files[0]?.sha256 ?? origin.revision).slice(0, 8)}`;
