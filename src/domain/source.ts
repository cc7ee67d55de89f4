// What can be taken in: files of this machine, each with what it is.
import { z } from 'zod';
import { Process } from './process.ts';
import { Headline } from './insights.ts';

/** One recording as it lies on disk: a media file with its sidecars, or a transcript alone. */
export const RecordingSource = z.object({
  kind: z.literal('recording'),
  /** Media, or the transcript itself. */
  file: z.string(),
  transcript: z.string().optional(),
  events: z.string().optional(),
  title: z.string().optional(),
  actor: z.string().optional(),
  role: z.string().optional(),
});
export type RecordingSource = z.infer<typeof RecordingSource>;

const ColumnName = z.string().optional();

/** What a person says of a log's file; it wins over what the file itself tells. */
export const LogChoices = z.object({
  /** A label of the Encoding Standard, such as windows-1252. */
  encoding: z.string().optional(),
  /** CSV: one character, or `tab`. */
  delimiter: z.string().optional(),
  /** CSV: `dmy`, `mdy`, `excel` ... or a pattern such as `DD.MM.YYYY HH:mm`. */
  dateFormat: z.string().optional(),
  /** XES: the classifier that makes the activities. */
  classifier: z.string().optional(),
  /** OCEL: the type whose objects are the cases. */
  objectType: z.string().optional(),
});
export type LogChoices = z.infer<typeof LogChoices>;

/** An event log; `columns` names columns of a CSV, where their own names do not tell. */
export const LogSource = z.object({
  kind: z.literal('log'),
  file: z.string(),
  columns: z.object({
    case: ColumnName,
    activity: ColumnName,
    timestamp: ColumnName,
    start: ColumnName,
    resource: ColumnName,
    role: ColumnName,
  }),
  choices: LogChoices.optional(),
});
export type LogSource = z.infer<typeof LogSource>;

/** What windows somebody had in front, as ActivityWatch exports it: a recording without words. */
export const ActivitySource = z.object({
  kind: z.literal('activity'),
  file: z.string(),
  actor: z.string().optional(),
  role: z.string().optional(),
});
export type ActivitySource = z.infer<typeof ActivitySource>;

/** A document: it becomes evidence, and no step. */
export const DocumentSource = z.object({
  kind: z.literal('document'),
  file: z.string(),
  /** One of many: when it cannot be read, the others are taken in without it. */
  isOneOfMany: z.boolean().optional(),
});
export type DocumentSource = z.infer<typeof DocumentSource>;

export const Source = z.discriminatedUnion('kind', [RecordingSource, LogSource, ActivitySource, DocumentSource]);
export type Source = z.infer<typeof Source>;

/** What came of taking files in. */
export const Taken = z.object({
  process: Process,
  /** Of the whole process, as it is now. */
  headline: Headline,
  events: z.int(),
  /** How many of the files given are recordings, logs and documents. */
  recordings: z.int(),
  logs: z.int(),
  documents: z.int(),
  warnings: z.array(z.string()),
});
export type Taken = z.infer<typeof Taken>;
