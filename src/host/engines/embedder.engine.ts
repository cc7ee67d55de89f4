// The child that turns texts into vectors. A loaded model is kept for the next call.
import { type LoadedEmbedder, loadEmbedder } from '../../../models/transformers-embedder.ts';
import { serveEngine } from './serve-engine.ts';

export interface EmbedderModel {
  readonly folder: string;
  /** What the model wants before every text. */
  readonly prefix: string;
}

const METHODS = {
  embed: async ({ model, texts }: { model: EmbedderModel; texts: readonly string[] }): Promise<Float32Array[]> =>
    (await load(model)).embed(texts),
  near: async (model: EmbedderModel): Promise<number> => (await load(model)).near,
};
export type EmbedderMethods = typeof METHODS;

const loaded = new Map<string, Promise<LoadedEmbedder>>();

async function load({ folder, prefix }: EmbedderModel): Promise<LoadedEmbedder> {
  const known = loaded.get(folder) ?? loadEmbedder(folder, prefix);
  loaded.set(folder, known);
  try {
    return await known;
  } catch (error) {
    // Files may be put right by the next call.
    loaded.delete(folder);
    throw error;
  }
}

serveEngine(METHODS);
