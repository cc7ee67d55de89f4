// In: the models that are here. Out: for each role, what it has, or what a model would add.
import { MirrorError } from '../../domain/errors.ts';
import { ENGINES_HERE, type ModelEngine, ModelRole, type ModelStatus } from '../../domain/models.ts';
import { ROLE_TEXTS } from '../../domain/role-texts.ts';
import type { Check } from '../../domain/views.ts';
import { listModels } from './model-service.ts';
import { openModelsFolder } from './models-folder.ts';

/** Of the models kept in a folder, which need not be there. */
export function checkModels(folder: string): Check[] {
  try {
    return checkRoles(listModels(openModelsFolder(folder)), ENGINES_HERE);
  } catch (error) {
    // A catalog that a person wrote can be wrong.
    if (!(error instanceof MirrorError)) throw error;
    return [{ name: 'Models', state: 'problem', detail: error.title, fix: error.hint }];
  }
}

/** That a role has no model is no problem: Mirror works without any. A damaged one is, for somebody relies on it. */
export function checkRoles(models: readonly ModelStatus[], engines: ReadonlySet<ModelEngine>): Check[] {
  return ModelRole.options.map((role) => {
    const ofRole = models.filter(({ model }) => model.role === role);
    return { name: ROLE_TEXTS[role].title, ...checkRole(ofRole, engines, role) };
  });
}

/** Roles that are filled without any model. */
const BUILT_IN: Partial<Record<ModelRole, string>> = {
  reader: 'screens in English are read; models add other languages',
};

function checkRole(
  models: readonly ModelStatus[],
  engines: ReadonlySet<ModelEngine>,
  role: ModelRole,
): Omit<Check, 'name'> {
  const { adds } = ROLE_TEXTS[role];
  const damaged = models.find(({ state }) => state === 'damaged');
  if (damaged !== undefined)
    return {
      state: 'problem',
      detail: `the files of ${damaged.model.id} are not whole`,
      fix: `Fetch it again: mirror models pull ${damaged.model.id}`,
    };
  const here = models.filter(({ state }) => state === 'installed');
  const used = here.find(({ model }) => engines.has(model.engine));
  if (used !== undefined) return { state: 'ok', detail: `${used.model.id}: ${adds}`, fix: null };
  const builtIn = BUILT_IN[role];
  if (builtIn !== undefined) return { state: 'ok', detail: builtIn, fix: null };
  const waiting = here.map(({ model }) => `${model.id} is here, but this version has no ${model.engine}; `).join('');
  const best = models.find(({ model, refused }) => refused === null && engines.has(model.engine));
  return {
    state: 'missing',
    detail: `${waiting || 'none is here; '}${best ? 'one' : 'in a later version, one'} ${adds}`,
    fix: best
      ? `Optional: mirror models pull ${best.model.id} (${sayMb(best.sizeBytes)}, ${best.model.licence})`
      : null,
  };
}

const sayMb = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;
