// Text as it comes: whole, or piece by piece from a file that need not fit in memory.
import type { CancelSignal } from '../lib/cancel.ts';
import { encodeUtf8 } from '../lib/utf8.ts';

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

/** Text, or text that is UTF-8 already; a piece of either may end anywhere, but never inside a character. */
export type Utf8Chunks = string | AsyncIterable<string | Uint8Array>;

/** The pieces as UTF-8, without a byte order mark; checks for cancellation before each. */
export async function* readUtf8Chunks(chunks: Utf8Chunks, signal?: CancelSignal): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of typeof chunks === 'string' ? [chunks] : chunks) {
    signal?.throwIfAborted();
    if (chunk.length === 0) continue;
    const bytes = typeof chunk === 'string' ? encodeUtf8(chunk) : chunk;
    const hasMark = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    isFirst = false;
    yield hasMark ? bytes.subarray(3) : bytes;
  }
}
