// The business process, the workspace that holds it, and the recordings made of it.
import { z } from 'zod';
import type { Segment, UiEvent } from './evidence.ts';
import { LogId, ProcessId, RecordingId, TrackId } from './ids.ts';

export const Process = z.object({
  id: ProcessId,
  name: z.string().min(1).max(200),
  owner: z.string().nullable(),
  description: z.string().nullable(),
  createdAtMs: z.int(),
});
export type Process = z.infer<typeof Process>;

/** Where a recording stands on its way from file to steps. */
export const RecordingState = z.enum(['ingesting', 'ready', 'failed']);
export type RecordingState = z.infer<typeof RecordingState>;

/** `system` is the sound that the computer itself makes. */
export const TrackKind = z.enum(['screen', 'microphone', 'system', 'events']);
export type TrackKind = z.infer<typeof TrackKind>;

/** One medium of a recording. A file that holds picture and sound is one `screen` track with `hasAudio`. */
export const Track = z.object({
  id: TrackId,
  kind: TrackKind,
  /** Path inside the workspace, by content hash. */
  path: z.string(),
  mimeType: z.string(),
  sizeBytes: z.int().min(0),
  sha256: z.string().length(64),
  durationMs: z.int().min(0).nullable(),
  widthPx: z.int().nullable(),
  heightPx: z.int().nullable(),
  hasAudio: z.boolean(),
});
export type Track = z.infer<typeof Track>;

/** One person doing (or telling) a process once. */
export const Recording = z.object({
  id: RecordingId,
  processId: ProcessId,
  title: z.string(),
  /** The person's name; shown only on this machine. */
  actor: z.string().nullable(),
  role: z.string().nullable(),
  language: z.string(),
  durationMs: z.int().min(0),
  state: RecordingState,
  problem: z.string().nullable(),
  startedAtMs: z.int().nullable(),
  timeZone: z.string().nullable(),
  createdAtMs: z.int(),
  /** Who wrote down what is said: `file`, `person` or `model:` and its id. */
  transcriptBy: z.string().optional(),
});
export type Recording = z.infer<typeof Recording>;

/** A recording with all its evidence, as the rooms downstream of ingest get it. */
export interface RecordingEvidence {
  readonly recording: Recording;
  readonly segments: readonly Segment[];
  readonly events: readonly UiEvent[];
}

/** An imported event log; its rows are stored as packed columns (see log.ts). */
export const EventLog = z.object({
  id: LogId,
  processId: ProcessId,
  name: z.string(),
  format: z.enum(['xes', 'csv', 'ocel']),
  sha256: z.string().length(64),
  path: z.string(),
  events: z.int().min(0),
  cases: z.int().min(0),
  warnings: z.array(z.string()),
  createdAtMs: z.int(),
});
export type EventLog = z.infer<typeof EventLog>;
