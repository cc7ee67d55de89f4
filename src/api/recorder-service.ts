// What the door needs of the recorder: implemented once, by the host.
import type { CapturedTrack, CaptureHealth, CapturePhase, Cause, Intent, Mark, Receipt } from '../domain/capture.ts';
import type { RecordingId } from '../domain/ids.ts';

export interface StartRequest {
  readonly intent: Intent;
  readonly tracks: readonly CapturedTrack[];
  /** IANA, such as Europe/Vienna. */
  readonly timeZone: string;
}

export interface Chunk {
  /** Counted from 0 over the whole recording, not anew for each piece. */
  readonly chunk: number;
  readonly piece: number;
  /** Why this piece was begun; heard with its first chunk. */
  readonly cause: Cause;
  /** The recording's clock when the chunk was closed. */
  readonly clockMs: number;
  readonly data: Uint8Array;
}

export interface ChunkAnswer {
  readonly nextChunk: number;
  /** The recorder should begin the next piece of this track. */
  readonly rotate: boolean;
  readonly phase: CapturePhase;
  readonly degraded: string[];
  /** Why the core stopped by itself: send no more. */
  readonly stopped: string | null;
}

export interface RecorderHealth {
  readonly running: CaptureHealth | null;
  /** Recordings that this start of Mirror has saved from an earlier one. */
  readonly recovered: Receipt[];
}

export interface RecorderService {
  start(request: StartRequest): Promise<CaptureHealth>;
  chunk(id: RecordingId, track: string, chunk: Chunk): Promise<ChunkAnswer>;
  mark(id: RecordingId, mark: Mark): Promise<void>;
  pause(id: RecordingId, clockMs: number): Promise<CaptureHealth>;
  resume(id: RecordingId, clockMs: number): Promise<CaptureHealth>;
  /** Repairs, checks and stores; asking again gives the same. */
  stop(id: RecordingId): Promise<Receipt>;
  /** A recorder that names its recording after a restart of the core goes on with it. */
  health(id?: RecordingId): Promise<RecorderHealth>;
  receipt(id: RecordingId): Receipt;
}
