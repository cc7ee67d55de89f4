// What every exporter gets, and what it is.
import type { NarratedRecording, StepCluster } from '../domain/extraction.ts';
import type { ProcessGraph } from '../domain/graph.ts';
import type { Insights } from '../domain/insights.ts';
import type { LogColumns } from '../domain/log.ts';
import type { EventLog, Process } from '../domain/process.ts';

/** An imported log; its columns are read only by the formats that write events. */
export interface ExportLog {
  readonly log: EventLog;
  readColumns(): LogColumns;
}

export interface ExportInput {
  readonly process: Process;
  readonly graph: ProcessGraph;
  readonly insights: Insights;
  readonly recordings: readonly NarratedRecording[];
  readonly clusters: readonly StepCluster[];
  readonly logs: readonly ExportLog[];
}

export interface ExportFormat {
  /** What a person chooses from a menu. */
  readonly title: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** The whole file as text; the same input gives the same text. */
  write(input: ExportInput): string;
}
