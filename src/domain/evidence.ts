// Evidence: what was heard, seen or logged. Never changed once stored; everything else points at it.
import { z } from 'zod';
import { ArtifactId, CorrectionId, LogId, RecordingId } from './ids.ts';

/** How a fact is known. */
export const Provenance = z.enum(['observed', 'stated', 'inferred', 'confirmed']);
export type Provenance = z.infer<typeof Provenance>;

/** Integer milliseconds on the recording's own clock. */
export const OffsetMs = z.int().min(0);

/** One span of speech. `index` is its place in the recording's transcript. */
export const Segment = z.object({
  index: z.int().min(0),
  startMs: OffsetMs,
  endMs: OffsetMs,
  text: z.string(),
  /** Who speaks, when it is not the narrator; an interviewer's words are no step of the narrator. */
  speaker: z.string().optional(),
  /** How sure the model was that wrote it, 0 to 1. */
  confidence01: z.number().min(0).max(1).optional(),
});
export type Segment = z.infer<typeof Segment>;

export const UiEventKind = z.enum(['window', 'copy', 'paste', 'save', 'click', 'scroll', 'keys', 'idle', 'mark']);
export type UiEventKind = z.infer<typeof UiEventKind>;

/** Something the windows showed: the active window changed, a copy, a paste. `index` is its place in the recording. */
export const UiEvent = z.object({
  index: z.int().min(0),
  atMs: OffsetMs,
  kind: UiEventKind,
  app: z.string(),
  title: z.string(),
  /** How many keys, clicks or turns of the wheel it stands for; which keys is never known. */
  count: z.int().min(1).optional(),
});
export type UiEvent = z.infer<typeof UiEvent>;

/** A word read from a picture, with its box in pixels of that picture. */
export const ScreenWord = z.object({
  text: z.string(),
  x: z.number(),
  y: z.number(),
  w: z.number(),
  h: z.number(),
  confidence: z.number().min(0).max(1),
});
export type ScreenWord = z.infer<typeof ScreenWord>;

/** A picture of a screen where it changed. No two of a recording have the same time, so the time names it. */
export const Frame = z.object({
  atMs: OffsetMs,
  /** Inside the workspace, by content hash. */
  path: z.string(),
  sha256: z.string().length(64),
  widthPx: z.int().min(1),
  heightPx: z.int().min(1),
  /** What can be read on it; null until somebody has read it. */
  text: z.string().nullable(),
  /** The same word by word, where they were read with their places. */
  words: z.array(ScreenWord).optional(),
});
export type Frame = z.infer<typeof Frame>;

/** Words somebody said: `quote` is exactly `text.slice(charStart, charEnd)` of that segment. */
export const SpeechRef = z.object({
  kind: z.literal('speech'),
  recordingId: RecordingId,
  segment: z.int().min(0),
  startMs: OffsetMs,
  endMs: OffsetMs,
  charStart: z.int().min(0),
  charEnd: z.int().min(0),
  quote: z.string().min(1),
});
export type SpeechRef = z.infer<typeof SpeechRef>;

export const EventRef = z.object({
  kind: z.literal('event'),
  recordingId: RecordingId,
  event: z.int().min(0),
  startMs: OffsetMs,
  endMs: OffsetMs,
  title: z.string(),
});
export type EventRef = z.infer<typeof EventRef>;

/** Rows of an imported event log. `rows` are examples (at most five), `count` says how many rows speak for the fact. */
export const LogRef = z.object({
  kind: z.literal('log'),
  logId: LogId,
  rows: z.array(z.int().min(0)).min(1).max(5),
  count: z.int().min(1),
});
export type LogRef = z.infer<typeof LogRef>;

export const FrameRef = z.object({ kind: z.literal('frame'), recordingId: RecordingId, atMs: OffsetMs });
export type FrameRef = z.infer<typeof FrameRef>;

export const ArtifactRef = z.object({
  kind: z.literal('artifact'),
  artifactId: ArtifactId,
  page: z.int().min(1).optional(),
  quote: z.string().optional(),
});
export type ArtifactRef = z.infer<typeof ArtifactRef>;

/** What a person answered when Mirror asked: `quote` is all of it, and the entry of the log says to which question. */
export const AnswerRef = z.object({ kind: z.literal('answer'), correctionId: CorrectionId, quote: z.string().min(1) });
export type AnswerRef = z.infer<typeof AnswerRef>;

export const EvidenceRef = z.discriminatedUnion('kind', [
  SpeechRef,
  EventRef,
  LogRef,
  FrameRef,
  ArtifactRef,
  AnswerRef,
]);
export type EvidenceRef = z.infer<typeof EvidenceRef>;

/** What every derived fact carries: no evidence, no fact. */
export const Grounds = z.object({
  evidence: z.array(EvidenceRef).min(1),
  provenance: Provenance,
  /** Calibrated share of facts of this kind and support that are right, 0 to 1. */
  confidence01: z.number().min(0).max(1),
  /** True when too unsure to be shown unfolded. */
  unsure: z.boolean(),
});
export type Grounds = z.infer<typeof Grounds>;
