// In: a process with its graph and findings, corrected by people. Out: questions answered, each sentence with evidence.
import type { Segment } from '../domain/evidence.ts';
import type { NarratedRecording } from '../domain/extraction.ts';
import type { Activity, ProcessGraph } from '../domain/graph.ts';
import type { ActivityId, RecordingId } from '../domain/ids.ts';
import type { Insights } from '../domain/insights.ts';
import type { LogColumns } from '../domain/log.ts';
import type { EventLog, Process } from '../domain/process.ts';
import { keepFor } from '../lib/keep-for.ts';

export interface AnswerLog {
  readonly log: EventLog;
  /** With the names people gave its activities; read only for questions about a part of the cases. */
  readonly columns: LogColumns | null;
  /** Of a part of the cases: for each row its number in the whole log, which evidence points at. */
  readonly rowOf?: Int32Array | undefined;
}

/** What is said in a recording, in order. */
export interface SaidRecording {
  readonly recordingId: RecordingId;
  readonly segments: readonly Segment[];
}

/** One process as questions are answered from it. */
export interface AnswerInput {
  readonly process: Process;
  readonly graph: ProcessGraph;
  readonly insights: Insights;
  readonly recordings: readonly NarratedRecording[];
  readonly logs: readonly AnswerLog[];
  /** For the search in what people say; where it is missing, nothing is found there. */
  readonly said?: readonly SaidRecording[];
}

/** As people see them on the map: what is too unsure to be shown is not spoken of. */
export const sureActivities = ({ graph }: AnswerInput): Activity[] => graph.activities.filter(({ unsure }) => !unsure);

/** Made once for a graph: it is asked for each end of each transition. */
const labelsOf = keepFor(({ activities }: ProcessGraph) => new Map(activities.map(({ id, label }) => [id, label])));

export const labelOf = ({ graph }: Pick<AnswerInput, 'graph'>, id: ActivityId): string => labelsOf(graph).get(id) ?? id;
