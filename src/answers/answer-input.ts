// In: a process with its graph and findings, corrected by people. Out: questions answered, each sentence with evidence.
import type { NarratedRecording } from '../domain/extraction.ts';
import type { Activity, ProcessGraph } from '../domain/graph.ts';
import type { ActivityId } from '../domain/ids.ts';
import type { Insights } from '../domain/insights.ts';
import type { LogColumns } from '../domain/log.ts';
import type { EventLog, Process } from '../domain/process.ts';

export interface AnswerLog {
  readonly log: EventLog;
  /** With the names people gave its activities; read only for questions about a part of the cases. */
  readonly columns: LogColumns | null;
}

/** One process as questions are answered from it. */
export interface AnswerInput {
  readonly process: Process;
  readonly graph: ProcessGraph;
  readonly insights: Insights;
  readonly recordings: readonly NarratedRecording[];
  readonly logs: readonly AnswerLog[];
}

/** As people see them on the map: what is too unsure to be shown is not spoken of. */
export const sureActivities = ({ graph }: AnswerInput): Activity[] => graph.activities.filter(({ unsure }) => !unsure);

export const labelOf = ({ graph }: AnswerInput, id: ActivityId): string =>
  graph.activities.find((activity) => activity.id === id)?.label ?? id;
