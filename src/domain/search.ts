// Searching the evidence: what is asked, and the moments that answer it.
import { z } from 'zod';
import { EvidenceRef, OffsetMs } from './evidence.ts';
import { ArtifactId, ProcessId, RecordingId } from './ids.ts';

/** What a text was: said, the title of a window (or a mark's note), read on a screen, or on a page of a document. */
export const SearchKind = z.enum(['speech', 'window', 'screen', 'page']);
export type SearchKind = z.infer<typeof SearchKind>;

/** A text that can be found, and the place it opens. */
export const SearchEntry = z.object({
  processId: ProcessId,
  kind: SearchKind,
  /** Null for a page of a document. */
  recordingId: RecordingId.nullable(),
  /** Null for what is in a recording. */
  artifactId: ArtifactId.nullable(),
  /** Of a segment or an event its index, of a page its number, of a frame its time. */
  position: z.int().min(0),
  startMs: OffsetMs.nullable(),
  endMs: OffsetMs.nullable(),
  text: z.string(),
});
export type SearchEntry = z.infer<typeof SearchEntry>;

/** As many as a person reads. */
export const DEFAULT_LIMIT = 20;

export const SearchQuery = z.object({
  /** As somebody types them: part of a word at the end, slips and inflections are understood. */
  words: z.string().max(500),
  /** Only in this process. */
  processId: ProcessId.optional(),
  /** Only these kinds; all of them otherwise. */
  kinds: z.array(SearchKind).min(1).optional(),
  limit: z.int().min(1).max(100).default(DEFAULT_LIMIT),
});
export type SearchQuery = z.infer<typeof SearchQuery>;
/** The same before its defaults are filled in. */
export type SearchWish = z.input<typeof SearchQuery>;

/** Places in a text, in UTF-16 units, the end exclusive. */
export const TextSpan = z.object({ start: z.int().min(0), end: z.int().min(0) });
export type TextSpan = z.infer<typeof TextSpan>;

export const SearchHit = z.object({
  kind: SearchKind,
  /** What it opens; the words of a `quote` are those of `text`. */
  ref: EvidenceRef,
  process: z.object({ id: ProcessId, name: z.string() }),
  /** The title of the recording, or the document with its page. */
  source: z.string(),
  actor: z.string().nullable(),
  role: z.string().nullable(),
  /** What is worth reading of it; cut where it is long. */
  text: z.string(),
  /** Where in `text` the words stand that were looked for; none where only its meaning is near. */
  marks: z.array(TextSpan),
  /** Whether it has every word that was asked for, in some form. */
  hasAllWords: z.boolean(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchAnswer = z.object({
  /** The best first. */
  hits: z.array(SearchHit),
  /** Words that stand nowhere, and those that were taken for them because they are nearly spelt so. */
  corrected: z.array(z.object({ typed: z.string(), taken: z.array(z.string()).min(1) })),
  /** How many texts were searched. */
  searched: z.int().min(0),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
