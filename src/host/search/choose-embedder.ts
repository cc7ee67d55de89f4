// In: the models that are here. Out: the embedder to compare texts with: a model if one is installed, else by spelling.
import { lexicalEmbedder } from '../../../models/lexical-embedder.ts';
import { ENGINES_HERE, type ModelEntry } from '../../domain/models.ts';
import type { CancelSignal } from '../../lib/cancel.ts';
import type { Embedder } from '../../needs/embedder.ts';
import type { EmbedderMethods } from '../engines/embedder.engine.ts';
import { type EngineProcess, startEngine } from '../engines/start-engine.ts';
import type { StartProcess } from '../engines/start-process.ts';
import { listModels } from '../models/model-service.ts';
import type { ModelsFolder } from '../models/models-folder.ts';
import { requireModel } from '../models/verify-model.ts';
import type { OffThread } from '../off-thread/pool.ts';
import { findProgram } from '../programs/programs.ts';

export interface Embedders {
  /** The one to use now; another as soon as a model is installed or removed. @throws models/damaged */
  choose(): Promise<Embedder>;
  close(): Promise<void>;
}

/** Few texts a call: a person who cancels waits for one call at most. */
const TEXTS_A_CALL = 32;
/** What takes less than a few milliseconds is not worth handing to the worker. */
const FEW_TEXTS = 16;

export interface EmbedderOptions {
  readonly folder: ModelsFolder;
  readonly offThread: OffThread;
  readonly startProcess?: StartProcess | undefined;
}

export function createEmbedders({ folder, offThread, startProcess }: EmbedderOptions): Embedders {
  const spelling = inWorker(offThread);
  let engine: EngineProcess<EmbedderMethods> | undefined;
  let chosen: { readonly id: string; readonly embedder: Embedder } | undefined;

  return {
    choose: async () => {
      const installed = listModels(folder).find(
        ({ model, state }) => model.role === 'embedder' && state === 'installed' && ENGINES_HERE.has(model.engine),
      );
      if (installed === undefined) return spelling;
      const id = idOf(installed.model);
      if (chosen?.id === id) return chosen.embedder;
      engine ??= startEngine<EmbedderMethods>(findProgram('embedder.engine'), {
        name: 'The embedder',
        startProcess,
      });
      chosen = { id, embedder: await openModel(installed.model, { id, folder, engine }) };
      return chosen.embedder;
    },
    close: async () => engine?.close(),
  };
}

/** With the commit of its files: another revision makes other vectors. */
const idOf = ({ id, origin }: ModelEntry): string => `model:${id}@${origin.revision.slice(0, 12)}`;

interface Opening {
  readonly id: string;
  readonly folder: ModelsFolder;
  readonly engine: EngineProcess<EmbedderMethods>;
}

async function openModel(entry: ModelEntry, { id, folder, engine }: Opening): Promise<Embedder> {
  const { path } = await requireModel(folder, entry.id, { signal: NEVER });
  // The E5 family was trained with a word before each text, the same on both sides where two texts are compared.
  const model = { folder: path, prefix: /(?:^|[-/])e5-/.test(entry.origin.repository) ? 'query: ' : '' };
  return {
    id,
    knowsMeaning: true,
    near: await engine.call('near', model),
    embed: (texts, { signal } = {}) => inCalls(texts, signal, (some) => engine.call('embed', { model, texts: some })),
  };
}

const NEVER = new AbortController().signal;

/** By spelling, long lists off the event loop: a vector takes a tenth of a millisecond. */
const inWorker = (offThread: OffThread): Embedder => ({
  ...lexicalEmbedder,
  embed: (texts, options = {}) =>
    texts.length <= FEW_TEXTS
      ? lexicalEmbedder.embed(texts, options)
      : inCalls(texts, options.signal, (some) => offThread.run('embedBySpelling', [some])),
});

async function inCalls(
  texts: readonly string[],
  signal: CancelSignal | undefined,
  embed: (some: readonly string[]) => Promise<Float32Array[]>,
): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let from = 0; from < texts.length || from === 0; from += TEXTS_A_CALL) {
    signal?.throwIfAborted();
    if (texts.length > 0) vectors.push(...(await embed(texts.slice(from, from + TEXTS_A_CALL))));
  }
  return vectors;
}
