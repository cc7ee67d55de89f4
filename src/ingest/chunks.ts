// Text as it comes: whole, or piece by piece from a file that need not fit in memory.
import type { CancelSignal } from '../lib/cancel.ts';

/** Decoded text; a piece may end anywhere, but never inside a character. */
export type TextChunks = string | AsyncIterable<string>;

export interface ReadOptions {
  /** What to call the file in an error. */
  readonly file: string;
  readonly signal?: CancelSignal;
}

/** The pieces in order, without a byte order mark; checks for cancellation before each. */
export async function* readChunks(chunks: TextChunks, signal?: CancelSignal): AsyncGenerator<string> {
  let isFirst = true;
  for await (const chunk of typeof chunks === 'string' ? [chunks] : chunks) {
    signal?.throwIfAborted();
    if (chunk === '') continue;
    yield isFirst && chunk.charCodeAt(0) === 0xfeff ? chunk.slice(1) : chunk;
    isFirst = false;
  }
}
