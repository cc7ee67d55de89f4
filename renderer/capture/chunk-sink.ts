// Where the makers of tracks put what they have made.
import type { Cause } from '../../src/domain/capture.ts';

export interface MadeChunk {
  readonly data: Blob;
  /** The recording's clock at the end of what is in it. */
  readonly clockMs: number;
  /** Given where a new piece begins with it. */
  readonly begins: Cause | undefined;
}

export interface ChunkSink {
  /** The recording's clock at which what is given out now was seen or heard. */
  nowMs(): number;
  put(chunk: MadeChunk): void;
}
