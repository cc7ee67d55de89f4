// A track of bare samples. In: samples from the sound's way. Out: chunks; a new piece may begin between any two samples.
import type { Cause } from '../../src/domain/capture.ts';
import type { ChunkSink } from './chunk-sink.ts';

export interface PcmTrack {
  /** The next samples begin a piece. */
  begin(cause: Cause): void;
  put(samples: Int16Array<ArrayBuffer>): void;
}

/** Samples are sent as they lie in memory: every machine that has a browser today puts the lesser byte first. */
export function createPcmTrack(sink: ChunkSink): PcmTrack {
  let begins: Cause | undefined = 'start';
  return {
    begin: (cause) => {
      // A change of device asks for a piece first; the core, which misses samples meanwhile, asks for the same one.
      begins ??= cause;
    },
    put: (samples) => {
      sink.put({ data: new Blob([samples]), clockMs: sink.nowMs(), begins });
      begins = undefined;
    },
  };
}
