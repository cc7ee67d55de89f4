// mirror models [list | pull ID | verify [ID] | remove ID | use WHAT | add CATALOG]
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ModelId, ModelId as ModelIdShape, type ModelStatus } from '../../domain/models.ts';
import { ROLE_TEXTS } from '../../domain/role-texts.ts';
import { MirrorError } from '../../domain/errors.ts';
import { follow, print, printJson, warn } from '../output.ts';
import { sayCommand } from '../say-command.ts';
import { withClient } from '../with-client.ts';

interface ModelsOptions {
  readonly workspace: string;
  readonly json?: boolean;
}

export async function runModelsList(options: ModelsOptions): Promise<void> {
  const models = await withClient(options.workspace, (client) => client.models.list());
  if (options.json) return printJson({ models: models.map(toJson) });
  for (const [role, { title, adds }] of Object.entries(ROLE_TEXTS)) {
    print(`${title}: ${adds}`);
    for (const status of models.filter(({ model }) => model.role === role)) printModel(status);
    print();
  }
  print(`Fetch one with: ${sayCommand('models pull ID', options.workspace)}`);
}

function printModel(status: ModelStatus): void {
  const { model, sizeBytes } = status;
  const facts = [sayState(status), sayBytes(sizeBytes), sayLanguages(model.languages), model.licence];
  print(`  ${model.id.padEnd(26)}${facts.join(', ')}`);
  print(`  ${''.padEnd(26)}${model.goodFor}`);
}

function sayState({ state, hereBytes, sizeBytes, hasEngine, refused }: ModelStatus): string {
  if (refused !== null) return `cannot be installed: ${refused}`;
  if (state === 'partial') return `broken off at ${Math.floor((hereBytes / sizeBytes) * 100)} %`;
  if (state === 'installed') return hasEngine ? 'installed' : 'installed, not used by this version yet';
  return state === 'damaged' ? 'damaged' : 'not here';
}

export async function runModelsPull(id: string, options: ModelsOptions & { readonly from: string }): Promise<void> {
  const modelId = readId(id);
  // A folder is named from where the caller stands, not from where the core does; one called `hub` is not the hub.
  const from = options.from !== 'hub' && existsSync(options.from) ? resolve(options.from) : options.from;
  await withClient(options.workspace, async (client, signal) => {
    // The download belongs to the core: it would go on in an open app when its asker leaves.
    const cancel = (): void => void client.models.cancel({ modelId }).catch(() => {});
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const status = await follow(client.models.pull({ modelId, from }, { signal }));
      if (options.json) return printJson({ model: toJson(status) });
      print(`${status.model.title} is installed: ${sayBytes(status.sizeBytes)}, every file checked.`);
      if (!status.hasEngine) warn([`this version of Mirror has no ${status.model.engine} yet, and does not use it`]);
    } catch (cause) {
      throw signal.aborted ? new MirrorError('models/stopped', { data: { id }, cause }) : cause;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  });
}

export async function runModelsVerify(id: string | undefined, options: ModelsOptions): Promise<void> {
  await withClient(options.workspace, async (client, signal) => {
    const installed = (await client.models.list()).filter(({ state }) => state === 'installed' || state === 'damaged');
    const wanted = id === undefined ? installed.map(({ model }) => model.id) : [readId(id)];
    const checked: ReturnType<typeof toJson>[] = [];
    for (const modelId of wanted) checked.push(toJson(await follow(client.models.verify({ modelId }, { signal }))));
    if (options.json) return printJson({ models: checked });
    if (wanted.length === 0) print('No model is installed.');
    for (const each of checked) print(`${each.id}: every file is the one of the catalog.`);
  });
}

export async function runModelsRemove(id: string, options: ModelsOptions): Promise<void> {
  const modelId = readId(id);
  const { freedBytes } = await withClient(options.workspace, (client) => client.models.remove({ modelId }));
  if (options.json) return printJson({ removed: modelId, freedBytes });
  print(`${modelId} is gone; ${sayBytes(freedBytes)} are free again.`);
}

export async function runModelsUse(what: string, options: ModelsOptions & { readonly as?: string }): Promise<void> {
  await withClient(options.workspace, (client) => client.transcript.listenWith({ by: what, model: options.as }));
  if (options.json) return printJson({ transcriber: what, model: options.as ?? null });
  print(
    what === 'auto' ? 'The best model that is installed is used.' : `${what} writes down what is said from now on.`,
  );
}

export async function runModelsAdd(file: string, options: ModelsOptions): Promise<void> {
  const added = await withClient(options.workspace, (client) => client.models.add({ file: resolve(file) }));
  if (options.json) return printJson({ models: added.map(toJson) });
  for (const { model, refused } of added) print(`${model.id} is in the list${refused ? `, but ${refused}` : ''}.`);
}

function readId(id: string): ModelId {
  const known = ModelIdShape.safeParse(id);
  if (!known.success) throw new MirrorError('models/unknown', { data: { id } });
  return known.data;
}

function toJson({ model, ...status }: ModelStatus) {
  const { id, title, role, engine, goodFor, languages, licence, memoryBytes, origin, checksumsFrom } = model;
  return { id, title, role, engine, goodFor, languages, licence, memoryBytes, origin, checksumsFrom, ...status };
}

const sayLanguages = (codes: readonly string[]): string =>
  codes.includes('many') ? 'many languages' : codes.join(' and ');

function sayBytes(bytes: number): string {
  const mb = bytes / 1e6;
  return mb < 10 ? `${mb.toFixed(1)} MB` : `${Math.round(mb).toLocaleString('en')} MB`;
}
