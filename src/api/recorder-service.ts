// What the door needs of the recorder: implemented once, by the host.
import type {
  CapturedFrame,
  CapturedTrack,
  CaptureHealth,
  Cause,
  ExclusionRule,
  Intent,
  Mark,
  Receipt,
  RecorderState,
  WindowsNow,
} from '../domain/capture.ts';
import type { RecordingId } from '../domain/ids.ts';
import type { ChunkAnswer, Preparation } from './contract/recorder.ts';

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

export interface RecorderService {
  prepare(): Promise<Preparation>;
  setExclusions(rules: readonly ExclusionRule[]): void;
  start(request: StartRequest): Promise<CaptureHealth>;
  /** Yields the state at once and after each change, until `signal` aborts. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<RecorderState, void>;
  chunk(id: RecordingId, track: string, chunk: Chunk): Promise<ChunkAnswer>;
  frame(id: RecordingId, frame: CapturedFrame, image: Uint8Array): Promise<void>;
  mark(id: RecordingId, mark: Mark): Promise<void>;
  pause(id: RecordingId, clockMs: number): Promise<CaptureHealth>;
  resume(id: RecordingId, clockMs: number): Promise<CaptureHealth>;
  /** Repairs, checks and stores; asking again gives the same. */
  stop(id: RecordingId): Promise<Receipt>;
  /** Stops and keeps nothing. */
  discard(id: RecordingId): Promise<void>;
  /** A recorder that names its recording after a restart of the core goes on with it. */
  health(from?: { recordingId?: RecordingId | undefined; clockMs?: number | undefined }): Promise<RecorderState>;
  look(id: RecordingId): WindowsNow;
  receipt(id: RecordingId): Receipt;
}
