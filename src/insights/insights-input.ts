// What findings are looked for in.
import type { NarratedRecording, StepCluster } from '../domain/extraction.ts';
import type { ProcessGraph } from '../domain/graph.ts';
import type { MinedSource } from '../graph/graph-input.ts';

export interface InsightsInput {
  readonly graph: ProcessGraph;
  readonly recordings: readonly NarratedRecording[];
  readonly clusters: readonly StepCluster[];
  readonly logs: readonly MinedSource[];
}
