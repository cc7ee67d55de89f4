// What of a track waits to be acknowledged. In: chunks as they are made. Out: the next to send, numbered, in order.
import type { Cause } from '../../src/domain/capture.ts';
import type { MadeChunk } from './chunk-sink.ts';

export interface NumberedChunk {
  readonly chunk: number;
  readonly piece: number;
  readonly cause: Cause;
  readonly clockMs: number;
  readonly data: Blob;
}

export interface ChunkQueue {
  /** Numbers it over the whole recording; a chunk that begins a piece counts that up. */
  push(made: MadeChunk): void;
  /** The oldest that is not acknowledged. */
  first(): NumberedChunk | undefined;
  /** Everything before `next` is on disk. False when something is asked for that is not here any more. */
  acknowledge(next: number): boolean;
  readonly bytes: number;
  readonly length: number;
}

export function createChunkQueue(): ChunkQueue {
  const waiting: NumberedChunk[] = [];
  let [nextChunk, piece, bytes] = [0, 0, 0];
  let cause: Cause = 'start';
  let reachedMs = 0;
  return {
    push: ({ data, clockMs, begins }) => {
      if (begins || piece === 0) {
        piece += 1;
        cause = begins ?? 'start';
      }
      // Whole and never backwards, as the core counts time.
      reachedMs = Math.max(reachedMs, Math.round(clockMs), 0);
      waiting.push({ chunk: nextChunk, piece, cause, clockMs: reachedMs, data });
      nextChunk += 1;
      bytes += data.size;
    },
    first: () => waiting[0],
    acknowledge: (next) => {
      if (next < (waiting[0]?.chunk ?? nextChunk)) return false;
      while (waiting[0] && waiting[0].chunk < next) bytes -= waiting.shift()!.data.size;
      return true;
    },
    get bytes() {
      return bytes;
    },
    get length() {
      return waiting.length;
    },
  };
}
