// A track of bare samples. In: samples from the sound's way. Out: chunks; a new piece may begin between any two samples.
import type { Cause } from '../../src/domain/capture.ts';
import type { ChunkSink, MadeChunk } from './chunk-sink.ts';

export interface PcmTrack {
  /** The next samples begin a piece, with those that came since `end`: pictures may have to be waited for, words not. */
  begin(cause: Cause): void;
  /** What comes now belongs to the next piece. */
  end(): void;
  put(samples: Int16Array<ArrayBuffer>): void;
}

type Samples = Pick<MadeChunk, 'data' | 'clockMs'>;

/** Samples are sent as they lie in memory: every machine that has a browser today puts the lesser byte first. */
export function createPcmTrack(sink: ChunkSink): PcmTrack {
  let begins: Cause | undefined;
  let early: Samples[] | undefined = [];
  const send = (samples: Samples): void => {
    sink.put({ ...samples, begins });
    begins = undefined;
  };
  return {
    begin: (cause) => {
      // A change of device asks for a piece first; the core, which misses samples meanwhile, asks for the same one.
      begins ??= cause;
      const waiting = early ?? [];
      early = undefined;
      waiting.forEach(send);
    },
    end: () => {
      early ??= [];
    },
    put: (samples) => {
      const made = { data: new Blob([samples]), clockMs: sink.nowMs() };
      if (early) early.push(made);
      else send(made);
    },
  };
}
