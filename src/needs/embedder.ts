// What the core asks of whoever turns text into vectors, so that texts can be compared.
import type { CancelSignal } from '../lib/cancel.ts';

export interface Embedder {
  /** Who makes the vectors, with its version: vectors of two ids must never be compared. */
  readonly id: string;
  /** Whether it knows words that mean the same; otherwise it knows how they are spelt. */
  readonly knowsMeaning: boolean;
  /** Likeness (`cosine` of lib) from which two texts have something to do with each other; below it is noise. */
  readonly near: number;
  /**
   * One vector of unit length for each text, in the same order and all of one length; a text without words gives zeros.
   * The same text gives the same vector, whatever it is asked with.
   * @throws engine/ended, and what `requireModel` throws, where a model is behind it
   */
  embed(texts: readonly string[], options?: { readonly signal?: CancelSignal | undefined }): Promise<Float32Array[]>;
}
