// The embedder that is always there: compares texts by how they are spelt, with no model and no file.
import { LEXICAL_VERSION, lexicalVector } from '../src/lib/lexical-vector.ts';
import type { Embedder } from '../src/needs/embedder.ts';

/**
 * By it texts are alike that share words, parts of words or their order; "car" and "vehicle" are not. Vectors have 256
 * numbers, so texts that share nothing lie at 0 ± 0.06, and the likest of a hundred thousand such texts at 0.27.
 */
export const lexicalEmbedder: Embedder = {
  id: `lexical-${LEXICAL_VERSION}`,
  knowsMeaning: false,
  near: 0.32,
  embed: async (texts, { signal } = {}) => {
    signal?.throwIfAborted();
    return texts.map((text) => lexicalVector(text));
  },
};
