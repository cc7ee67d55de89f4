// What a track sends: its chunks one after the other, each until it is acknowledged.
import type { CapturedTrack } from '../../src/domain/capture.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { MirrorClient } from '../../src/api/client.ts';
import { createChunkQueue, type NumberedChunk } from './chunk-queue.ts';
import type { MadeChunk } from './chunk-sink.ts';
import type { RecordingLink } from './recording-link.ts';

export type ChunkAnswer = Awaited<ReturnType<MirrorClient['recorder']['chunk']>>;

export interface TrackLane {
  readonly track: CapturedTrack;
  readonly bytes: number;
  put(made: MadeChunk): void;
  /** From now on chunks are sent. */
  open(link: RecordingLink, recordingId: RecordingId): void;
  /** As the core says it after a new connection. */
  acknowledge(nextChunk: number): void;
  /** Resolves when all that was put in is on disk. */
  drained(): Promise<void>;
}

export interface TrackLaneOptions {
  readonly track: CapturedTrack;
  readonly onAnswer: (answer: ChunkAnswer, sent: NumberedChunk, track: CapturedTrack) => void;
  /** Nothing more is sent after it. */
  readonly onFailure: (error: unknown) => void;
}

export function createTrackLane({ track, onAnswer, onFailure }: TrackLaneOptions): TrackLane {
  const queue = createChunkQueue();
  let send: ((chunk: NumberedChunk) => Promise<ChunkAnswer>) | undefined;
  let pumping: Promise<void> | undefined;
  const acknowledge = (nextChunk: number): void => {
    if (!queue.acknowledge(nextChunk)) throw new Error(`${track.name}: chunk ${nextChunk} is asked for and gone`);
  };
  const pump = async (): Promise<void> => {
    try {
      for (let chunk = queue.first(); send && chunk; chunk = queue.first()) {
        const answer = await send(chunk);
        acknowledge(answer.nextChunk);
        onAnswer(answer, chunk, track);
      }
    } catch (error) {
      send = undefined;
      onFailure(error);
    } finally {
      pumping = undefined;
    }
  };
  const start = (): void => {
    if (send && !pumping && queue.first()) pumping = pump();
  };
  return {
    track,
    get bytes() {
      return queue.bytes;
    },
    put: (made) => {
      queue.push(made);
      start();
    },
    open: (link, recordingId) => {
      send = (chunk) => link.call(({ recorder }) => recorder.chunk({ recordingId, track: track.name, ...chunk }));
      start();
    },
    acknowledge,
    drained: async () => {
      start();
      while (pumping) await pumping;
    },
  };
}
