// What every exporter gets, and what it is.
import type { NarratedRecording, StepCluster } from '../domain/extraction.ts';
import type { ProcessGraph } from '../domain/graph.ts';
import type { Insights } from '../domain/insights.ts';
import type { LogColumns } from '../domain/log.ts';
import type { EventLog, Process } from '../domain/process.ts';
import type { TablesDraft } from '../needs/tables.ts';

/** An imported log. Its columns are there only for formats that need events; activities bear their corrected names. */
export interface ExportLog {
  readonly log: EventLog;
  readColumns(): LogColumns;
}

/** One process, corrected, as every writer reads it. */
export interface ExportInput {
  readonly process: Process;
  readonly graph: ProcessGraph;
  readonly insights: Insights;
  readonly recordings: readonly NarratedRecording[];
  readonly clusters: readonly StepCluster[];
  readonly logs: readonly ExportLog[];
}

/** Text whole, or piece by piece where a million events would not fit into one string. */
export type TextPieces = string | Iterable<string> | AsyncIterable<string> | Promise<string>;

interface About {
  /** What a person chooses from a menu. */
  readonly title: string;
  /** One sentence: what it is good for. */
  readonly purpose: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Without what it cannot be written: activities of the graph, events of logs or recordings. */
  readonly needs: 'nothing' | 'activities' | 'events';
}

/** Writers run in a worker thread, know no file, and give the same output for the same input. */
export type ExportFormat = About &
  (
    | { readonly kind: 'text'; write(input: ExportInput): TextPieces }
    | { readonly kind: 'database'; write(input: ExportInput): TablesDraft }
  );
