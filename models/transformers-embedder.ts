// In: the folder of a sentence embedder in ONNX. Out: texts as vectors, by transformers.js in this process: give it one of
// its own.
import { cosine } from '../src/lib/cosine.ts';
import { findTransformersModel } from './transformers-runtime.ts';

/** A model in memory: some hundred megabytes. */
export interface LoadedEmbedder {
  /** Likeness that texts which have nothing to do with each other seldom reach by this model. */
  readonly near: number;
  /** One vector of unit length for each text. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}

/**
 * Vectors are means over all words (what the models of the catalog were trained for). How alike strangers look differs
 * from model to model, by 0.7 between those of the catalog, so it is measured with sentences of our own: 0.3 s.
 * @param folder checked by `requireModel`
 * @param prefix what the model wants before every text
 * @throws engine/unfit
 */
export async function loadEmbedder(folder: string, prefix = ''): Promise<LoadedEmbedder> {
  const { transformers, id, options } = await findTransformersModel(folder, 'model');
  const extract = await transformers.pipeline('feature-extraction', id, options);
  const embed = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    // One by one: texts of a batch are filled up to the longest, which costs time and, in eight bits, changes vectors.
    for (const text of texts) {
      const output = await extract(`${prefix}${text}`, { pooling: 'mean', normalize: true });
      // Safe: the pipeline gives 32 bit numbers unless it is told to round them.
      vectors.push(toFinite(Float32Array.from(output.data as Float32Array)));
    }
    return vectors;
  };
  return { near: await measureNear(embed), embed };
}

/** A text without words has no direction: dividing by no length gives no number. */
const toFinite = (vector: Float32Array): Float32Array => (vector.every(Number.isFinite) ? vector : vector.fill(0));

/** One subject each, and none with another. */
const STRANGERS = [
  'The invoice is checked against the purchase order.',
  'Grandmother waters the roses before breakfast.',
  'A storm delayed every train to the coast.',
  'He tunes the piano twice a year.',
  'The new driver parks the truck behind the warehouse.',
  'Payroll closes on the last Friday of the month.',
  'Two doctors looked at the X-ray of his knee.',
  'The cat sleeps on the warm stones of the courtyard.',
  'Our server was restarted after the update.',
  'She teaches geometry to children of eleven.',
  'The baker adds salt to the dough at four in the morning.',
  'Nobody had seen the comet since the last century.',
];

/** Mean and two and a half deviations: about one pair of strangers in a hundred gets there. */
async function measureNear(embed: LoadedEmbedder['embed']): Promise<number> {
  const vectors = await embed(STRANGERS);
  const pairs = vectors.flatMap((one, at) => vectors.slice(at + 1).map((other) => cosine(one, other)));
  const mean = pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
  const variance = pairs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / pairs.length;
  return Math.min(0.95, mean + 2.5 * Math.sqrt(variance));
}
