// What a screen is given: plain values put together from processes, recordings and evidence.
import { z } from 'zod';
import { DocumentSummary } from './artifact.ts';
import { EvidenceRef, Segment, UiEvent } from './evidence.ts';
import { Extraction } from './extraction.ts';
import { ProcessGraph } from './graph.ts';
import { Headline, Insights } from './insights.ts';
import { PictureSummary } from './picture.ts';
import { EventLog, Process, Recording, Track } from './process.ts';

export const ProcessSummary = z.object({
  process: Process,
  /** Null until the first recording or log has become a graph. */
  headline: Headline.nullable(),
  recordings: z.int(),
  logs: z.int(),
  documents: z.int(),
  updatedAtMs: z.int(),
});
export type ProcessSummary = z.infer<typeof ProcessSummary>;

export const RecordingSummary = z.object({
  recording: Recording,
  hasVideo: z.boolean(),
  hasAudio: z.boolean(),
  words: z.int(),
  steps: z.int(),
  /** Stages of its ingest that did not work out. */
  failedStages: z.int(),
});
export type RecordingSummary = z.infer<typeof RecordingSummary>;

/** All that the map screen needs, in one answer. */
export const ProcessView = z.object({
  process: Process,
  headline: Headline,
  graph: ProcessGraph,
  insights: Insights,
  recordings: z.array(RecordingSummary),
  logs: z.array(EventLog),
  documents: z.array(DocumentSummary),
});
export type ProcessView = z.infer<typeof ProcessView>;

export const PlayableTrack = Track.omit({ path: true, sha256: true }).extend({
  /** Relative to the app's own address; answers byte ranges. */
  url: z.string(),
});
export type PlayableTrack = z.infer<typeof PlayableTrack>;

export const RecordingView = z.object({
  recording: Recording,
  process: Process,
  tracks: z.array(PlayableTrack),
  segments: z.array(Segment),
  events: z.array(UiEvent),
  extraction: Extraction,
});
export type RecordingView = z.infer<typeof RecordingView>;

/** A format that a process can be saved in. */
export const ExportChoice = z.object({
  format: z.string(),
  title: z.string(),
  /** One sentence: what it is good for. */
  purpose: z.string(),
  extension: z.string(),
  /** Why it cannot be had of this process, or null. */
  missing: z.string().nullable(),
});
export type ExportChoice = z.infer<typeof ExportChoice>;

export const ExportedFile = z.object({
  fileName: z.string(),
  sizeBytes: z.int(),
  /** Relative to the app's own address. */
  url: z.string(),
});
export type ExportedFile = z.infer<typeof ExportedFile>;

/** One row of an event log, for reading. Times are milliseconds since 1970, UTC. */
export const LogRow = z.object({
  case: z.string(),
  activity: z.string(),
  startMs: z.number().nullable(),
  endMs: z.number(),
  /** Of the log's own clock against UTC at that row. */
  zoneMinutes: z.int(),
  /** From the end of the row before it in its case to its start, or to its end where it has none; null for a first row. */
  sinceMs: z.number().nullable(),
  resource: z.string().nullable(),
  role: z.string().nullable(),
});
export type LogRow = z.infer<typeof LogRow>;

/** An evidence pointer with what it points at, ready to be read and played. */
export const Citation = z.object({
  ref: EvidenceRef,
  /** "Sales: how Nadia opens an account", "event-log.csv". */
  source: z.string(),
  actor: z.string().nullable(),
  role: z.string().nullable(),
  /** The words, the window title, or a sentence about the rows. */
  text: z.string(),
  /** The whole segment around a quote. */
  context: z.string().nullable(),
  rows: z.array(LogRow),
  /** Where it is a picture of a screen. */
  picture: PictureSummary.optional(),
});
export type Citation = z.infer<typeof Citation>;

export const Check = z.object({
  name: z.string(),
  state: z.enum(['ok', 'missing', 'problem']),
  detail: z.string(),
  fix: z.string().nullable(),
});
export type Check = z.infer<typeof Check>;
