// The recorder's part of the contract: whoever holds the devices sends what they give, chunk by chunk.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import {
  Budget,
  CapturedFrame,
  CapturedTrack,
  CaptureHealth,
  CapturePhase,
  Cause,
  ExclusionRule,
  Intent,
  Mark,
  Receipt,
  RecorderState,
  WindowsNow,
  WindowWatch,
} from '../../domain/capture.ts';
import { OffsetMs } from '../../domain/evidence.ts';
import { RecordingId } from '../../domain/ids.ts';
import { base } from './base.ts';

/** A second of a 4K screen takes a tenth of it; a larger one is a fault, not a recording. */
const MAX_CHUNK_BYTES = 8 * 1024 * 1024;

const OfRecording = z.object({ recordingId: RecordingId });

export const TimeZone = z.string().min(1).max(64);

export const ChunkAnswer = z.object({
  /** Everything before it is on disk. */
  nextChunk: z.int(),
  /** Begin the next file of this track: stop the media recorder and start it again. */
  rotate: z.boolean(),
  phase: CapturePhase,
  degraded: z.array(z.string()),
  /** Why the core stopped by itself; then ask for the receipt with `stop`. */
  stopped: z.string().nullable(),
});
export type ChunkAnswer = z.infer<typeof ChunkAnswer>;

export const Preparation = z.object({
  budget: Budget,
  windows: WindowWatch,
  exclusions: z.array(ExclusionRule),
  /** Who recorded last, so that they need not say it again. */
  last: Intent.pick({ actor: true, role: true, language: true }).nullable(),
});
export type Preparation = z.infer<typeof Preparation>;

/**
 * Each answers when what it was given is on disk. `clockMs` is the recorder's one clock for all tracks, from 0 at the
 * start, of the kind that is never set (`performance.now()`). After a lost connection `health` with the recording's id
 * says which chunk of each track comes next; those from there on are sent again.
 */
export const recorderContract = {
  /** Before the first recording of this window: how much fits, what is watched and what is not recorded. */
  prepare: base.output(Preparation),
  /** In force from the next moment on, in a running recording too. */
  setExclusions: base.input(z.object({ rules: z.array(ExclusionRule).max(200) })).output(z.void()),
  /**
   * The recorder's clock stands at 0 when it asks. Unless `tracks` has one of events, the core watches the windows of
   * its machine itself where it can.
   */
  start: base
    .input(z.object({ intent: Intent, tracks: z.array(CapturedTrack).min(1).max(8), timeZone: TimeZone }))
    .output(CaptureHealth),
  /** The state now, and again whenever it changes; at least once a second while something is recorded. */
  watch: base.output(eventIterator(RecorderState)),
  chunk: base
    .input(
      OfRecording.extend({
        track: CapturedTrack.shape.name,
        /** Counted from 0 over the whole recording. */
        chunk: z.int().min(0),
        /** Counted from 1; a new piece begins with a file's head. */
        piece: z.int().min(1).max(99_999),
        cause: Cause,
        clockMs: OffsetMs,
        data: z.instanceof(Blob).refine(({ size }) => size <= MAX_CHUNK_BYTES, 'a chunk has at most 8 MB'),
      }),
    )
    .output(ChunkAnswer),
  /** Sent twice, it is kept once. */
  frame: base
    .input(
      OfRecording.extend(CapturedFrame.shape).extend({
        /** WebP, JPEG or PNG. */
        image: z.instanceof(Blob).refine(({ size }) => size <= MAX_CHUNK_BYTES, 'a picture has at most 8 MB'),
      }),
    )
    .output(z.void()),
  mark: base.input(OfRecording.extend({ mark: Mark })).output(z.void()),
  pause: base.input(OfRecording.extend({ clockMs: OffsetMs })).output(CaptureHealth),
  resume: base.input(OfRecording.extend({ clockMs: OffsetMs })).output(CaptureHealth),
  stop: base.input(OfRecording).output(Receipt),
  /** Stops and keeps nothing. */
  discard: base.input(OfRecording).output(z.void()),
  /** With its recording's id and its clock a recorder goes on after a restart of the core. */
  health: base
    .input(z.object({ recordingId: RecordingId.optional(), clockMs: OffsetMs.optional() }))
    .output(RecorderState),
  /** Asked of each picture that waits to be recorded: news of a window comes later than its pixels. */
  look: base.input(OfRecording).output(WindowsNow),
  receipt: base.input(OfRecording).output(Receipt),
};
