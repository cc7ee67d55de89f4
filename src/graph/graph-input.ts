// What a graph is built from.
import type { NarratedRecording, StepCluster } from '../domain/extraction.ts';
import type { ElementId } from '../domain/ids.ts';
import type { MinedLog } from '../domain/mined-log.ts';
import type { EventLog, Process } from '../domain/process.ts';
import type { WaitingReport } from '../domain/waiting.ts';

export interface MinedSource {
  readonly log: EventLog;
  readonly mined: MinedLog;
  /** Absent where the log names nobody, or has one time per event: nobody is then seen at work. */
  readonly waiting?: WaitingReport;
}

export interface GraphInput {
  readonly process: Process;
  readonly recordings: readonly NarratedRecording[];
  readonly clusters: readonly StepCluster[];
  readonly logs: readonly MinedSource[];
  /** What people said of steps and logged activities; absent where nobody said anything. */
  readonly saidOfLog?: WordOnLog | undefined;
}

/** People's word on which activity of a log a step is; activities go by their name in the graph. */
export interface WordOnLog {
  sameAs(step: ElementId): string | undefined;
  isApart(step: ElementId, name: string): boolean;
}
