// In: where models are kept. Out: the path of everything in there. This is the only file that knows its layout.
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ModelFile, ModelId } from '../../domain/models.ts';

/** One folder for each installed model, `.incoming` for what is on its way, `catalog.json` for models a person added. */
export interface ModelsFolder {
  readonly path: string;
  readonly incoming: string;
  /** The models a person added. */
  readonly catalog: string;
  model(id: ModelId): string;
  /** What says which model is there; written last. */
  note(folder: string): string;
  /** When which file was last found whole. */
  seal(folder: string): string;
  /** Where a model is put together. */
  staging(id: ModelId): string;
}

export function openModelsFolder(path: string): ModelsFolder {
  const incoming = join(path, '.incoming');
  return {
    path,
    incoming,
    catalog: join(path, 'catalog.json'),
    model: (id) => join(path, id),
    note: (folder) => join(folder, 'mirror-model.json'),
    seal: (folder) => join(folder, 'mirror-seal.json'),
    staging: (id) => join(incoming, id),
  };
}

/** A file of a model. Its path was checked with the catalog: it cannot lead out of the folder. */
export const fileIn = (folder: string, { path }: ModelFile): string => join(folder, ...path.split('/'));

/**
 * Where this system keeps what programs fetch for a person: models are large and the same for every workspace.
 * MIRROR_MODELS names another folder.
 */
export function defaultModelsFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const named = env['MIRROR_MODELS'];
  if (named) return named;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Mirror', 'models');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local'), 'Mirror', 'models');
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'mirror', 'models');
}
