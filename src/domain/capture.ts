// A recording while it is being made: its tracks, what of them is on disk, and what is said of it at the end.
import { z } from 'zod';
import { OffsetMs } from './evidence.ts';
import { ProcessId, RecordingId } from './ids.ts';
import { TrackKind } from './process.ts';

/** What somebody says before recording. */
export const Intent = z.object({
  /** Known or new, by its name as people type it. */
  process: z.string().trim().min(1).max(200),
  title: z.string().trim().max(200).optional(),
  actor: z.string().trim().max(200).optional(),
  role: z.string().trim().max(200).optional(),
  /** What starts the process, and when it is done. */
  trigger: z.string().trim().max(1000).optional(),
  done: z.string().trim().max(1000).optional(),
  caseReference: z.string().trim().max(200).optional(),
  /** A BCP 47 tag, such as `en` or `de-AT`. */
  language: z.string().trim().min(2).max(35),
  /** The words the person agreed to. */
  consent: z.string().trim().max(4000).optional(),
});
export type Intent = z.infer<typeof Intent>;

/** How a track's bytes are to be read: WebM, 16 kHz mono 16-bit samples without a header, or lines of JSON. */
export const TrackFormat = z.enum(['webm', 'pcm16', 'jsonl']);
export type TrackFormat = z.infer<typeof TrackFormat>;

export const SAMPLE_RATE = 16_000;

export const CapturedTrack = z.object({
  /** Names its files, hence so narrow. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  kind: TrackKind,
  format: TrackFormat,
  /** The device or display as the browser calls it. */
  label: z.string().max(300),
});
export type CapturedTrack = z.infer<typeof CapturedTrack>;

/** A picture of a screen at a moment at which it had changed. */
export const CapturedFrame = z.object({
  /** Of the screen it shows. */
  track: CapturedTrack.shape.name,
  atMs: OffsetMs,
  widthPx: z.int().min(1),
  heightPx: z.int().min(1),
});
export type CapturedFrame = z.infer<typeof CapturedFrame>;

/** What must never be recorded: windows by their program, their title, or the page they show. `*` stands for anything. */
export const ExclusionRule = z.object({
  by: z.enum(['app', 'title', 'url']),
  pattern: z.string().trim().min(1).max(200),
});
export type ExclusionRule = z.infer<typeof ExclusionRule>;

/** Something excluded is to be seen: nothing is recorded meanwhile. */
export const Exclusion = z.object({ sinceMs: OffsetMs, rule: ExclusionRule });
export type Exclusion = z.infer<typeof Exclusion>;

/** Whether the windows of this machine can be watched, and are. */
export const WindowWatch = z.object({
  state: z.enum(['off', 'starting', 'watching', 'unavailable', 'lost']),
  /** What is not watched, why, and what would help; empty when all is. */
  words: z.string(),
});
export type WindowWatch = z.infer<typeof WindowWatch>;

/** What the core knows of the windows now. */
export const WindowsNow = z.object({
  isExcluded: z.boolean(),
  /**
   * A picture that is at least so old shows nothing that is excluded and that the core does not know of yet. Null: it
   * does not know yet which windows there are.
   */
  settleMs: z.int().min(0).nullable(),
});
export type WindowsNow = z.infer<typeof WindowsNow>;

/** Why a new file was begun, or why nothing was recorded for a while. */
export const Cause = z.enum(['start', 'length', 'pause', 'sleep', 'device', 'display', 'exclusion', 'reconnect']);
export type Cause = z.infer<typeof Cause>;

/** A time in which nothing of the track was recorded, on the recording's clock. */
export const Gap = z.object({ startMs: OffsetMs, endMs: OffsetMs, cause: Cause });
export type Gap = z.infer<typeof Gap>;

export const MarkKind = z.enum([
  'decision',
  'exception',
  'waiting',
  'handing-over',
  'question',
  'excluded',
  'included',
]);
export type MarkKind = z.infer<typeof MarkKind>;

export const Mark = z.object({ atMs: OffsetMs, kind: MarkKind, note: z.string().max(1000).optional() });
export type Mark = z.infer<typeof Mark>;

export const CapturePhase = z.enum([
  'preflight',
  'armed',
  'recording',
  'paused',
  'finalising',
  'verified',
  'recovered',
]);
export type CapturePhase = z.infer<typeof CapturePhase>;

/** What is known of a track from its bytes on disk; never from what a device says of itself. */
export const TrackHealth = z.object({
  name: z.string(),
  bytes: z.int(),
  /** Of video: frames. Of sound: samples at 16 kHz or packets. Of events: lines. */
  units: z.int(),
  mediaMs: z.int(),
  /** UTC of the last chunk that brought something; null before the first. */
  lastGoodAtMs: z.int().nullable(),
  /** One frame, or one second of sound, has arrived. */
  isProven: z.boolean(),
  /** What the recorder sends next; everything before it is on disk. */
  nextChunk: z.int(),
  /** The file that is being written, counted from 1; 0 before the first. */
  piece: z.int(),
});
export type TrackHealth = z.infer<typeof TrackHealth>;

/** How much recording the disk still takes. */
export const Budget = z.object({
  freeBytes: z.number(),
  bytesPerSecond: z.number(),
  secondsLeft: z.number(),
  /** "about 41 h left" */
  words: z.string(),
  isNearlyFull: z.boolean(),
});
export type Budget = z.infer<typeof Budget>;

export const CaptureHealth = z.object({
  recordingId: RecordingId,
  /** The process it is made for, by its name. */
  process: z.string(),
  startedAtMs: z.int(),
  phase: CapturePhase,
  /** Tracks that bring nothing though they should; empty when all is well. */
  degraded: z.array(z.string()),
  /** On the recording's clock, by the last chunk. */
  elapsedMs: z.int(),
  tracks: z.array(TrackHealth),
  budget: Budget,
  windows: WindowWatch,
  exclusion: Exclusion.nullable(),
  /** Pictures on disk. */
  frames: z.int(),
  /** Why the core stopped by itself. */
  stopped: z.string().nullable(),
});
export type CaptureHealth = z.infer<typeof CaptureHealth>;

/** One file of a track, whole and checked: a row of the manifest. */
export const Piece = z.object({
  recordingId: RecordingId,
  track: z.string(),
  number: z.int().min(1),
  cause: Cause,
  /** Inside the workspace. */
  path: z.string(),
  sizeBytes: z.int().min(0),
  sha256: z.string().length(64),
  /** On the recording's clock. */
  startMs: OffsetMs,
  endMs: OffsetMs,
  /** Length by the file's own time, and how many frames, samples or lines are in it. */
  mediaMs: OffsetMs,
  units: z.int().min(0),
  /** The recorder never closed it; it was repaired at a later start. */
  isRecovered: z.boolean(),
  /** Bytes at its end that hold no whole frame. */
  lostBytes: z.int().min(0),
});
export type Piece = z.infer<typeof Piece>;

/** What the person is told at the end. */
export const Receipt = z.object({
  recordingId: RecordingId,
  processId: ProcessId,
  /** As it was said before recording, the consent among it. */
  intent: Intent,
  phase: z.enum(['verified', 'recovered']),
  startedAtMs: z.int(),
  timeZone: z.string(),
  durationMs: OffsetMs,
  tracks: z.array(
    z.object({
      name: z.string(),
      kind: TrackKind,
      recordedMs: OffsetMs,
      sizeBytes: z.int(),
      pieces: z.int(),
      sha256: z.array(z.string()),
      gaps: z.array(Gap),
      /** How far the track's own time ran from the clock: positive when the device is fast. */
      driftMs: z.int(),
    }),
  ),
  marks: z.array(Mark),
  /** Pictures kept. */
  frames: z.int(),
  exclusions: z.array(Gap),
  /** Files that could not be read again; they are kept as they are. */
  unreadable: z.array(z.string()),
  /** "recovered 12 min 41 s, at most 0.8 s lost" */
  words: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;

/** The state of a recording in the making, as the first file of its folder says it. */
export const CapturePlan = z.object({
  recordingId: RecordingId,
  intent: Intent,
  /** Of the process it is made for, when there is one: it can get another name meanwhile. */
  processId: ProcessId.nullable().default(null),
  /** Eight of the recorder, and that of events. */
  tracks: z.array(CapturedTrack).min(1).max(9),
  /** The core itself writes the track of events. */
  isWatched: z.boolean().default(false),
  startedAtMs: z.int(),
  timeZone: z.string(),
});
export type CapturePlan = z.infer<typeof CapturePlan>;

/** What every window knows of recording. */
export const RecorderState = z.object({
  running: CaptureHealth.nullable(),
  /** Recordings that this start of Mirror has saved from an earlier one. */
  recovered: z.array(Receipt),
});
export type RecorderState = z.infer<typeof RecorderState>;
