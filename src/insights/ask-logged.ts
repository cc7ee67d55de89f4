// The middle band of matching with logs: told activities that may be what a log knows under another name.
import type { NarratedRecording, Step } from '../domain/extraction.ts';
import type { Activity, ProcessGraph } from '../domain/graph.ts';
import type { ElementId, RecordingId } from '../domain/ids.ts';
import type { QuestionDraft } from './question-drafts.ts';
import { quote } from './say.ts';

/** An answer gives the activity its counts and times: next to what blocks an automation. */
const UNBLOCKS = 8;
export const NONE_OF_THEM = 'none of them';

/** Each doubt of the graph once, put to the first who tells the activity and is sure of it. */
export function askLogged(
  graph: ProcessGraph,
  recordings: readonly NarratedRecording[],
): Map<RecordingId, QuestionDraft[]> {
  const byId = new Map(graph.activities.map((activity) => [activity.id, activity]));
  const steps = new Map(
    recordings.flatMap(({ extraction }) => extraction.steps.map((step) => [step.id, step] as const)),
  );
  const asked = graph.doubts.flatMap((doubt) => {
    const activity = byId.get(doubt.activity);
    const told = activity?.stepIds.flatMap((id) => steps.get(id) ?? []).filter(({ unsure }) => !unsure) ?? [];
    const candidates = doubt.candidates.flatMap((id) => byId.get(id) ?? []);
    const [first] = told;
    return activity && first ? [{ id: first.recordingId, draft: ask(told, activity, candidates) }] : [];
  });
  return new Map([...Map.groupBy(asked, ({ id }) => id)].map(([id, own]) => [id, own.map(({ draft }) => draft)]));
}

/** The names offered for an activity that has one of these steps, the likeliest first. */
export function listCandidates(graph: ProcessGraph, about: readonly ElementId[]): string[] {
  const byId = new Map(graph.activities.map((activity) => [activity.id, activity]));
  const doubt = graph.doubts.find(({ activity }) => byId.get(activity)?.stepIds.some((id) => about.includes(id)));
  return doubt?.candidates.flatMap((id) => byId.get(id)?.label ?? []) ?? [];
}

function ask(told: readonly Step[], { label }: Activity, candidates: readonly Activity[]): QuestionDraft {
  const names = candidates.map((each) => each.label);
  const [only = '', another] = names;
  return {
    kind: 'logged',
    text: another
      ? `Which activity of the event log is ${quote(label)}?`
      : `Is ${quote(label)} the same as ${quote(only)} in the event log?`,
    about: told.map(({ id }) => id),
    evidence: [
      ...told.flatMap(({ evidence }) => evidence.slice(0, 1)),
      ...candidates.flatMap(({ evidence }) => evidence.find(({ kind }) => kind === 'log') ?? []),
    ],
    answerKind: another ? 'choice' : 'yes-no',
    choices: another ? [...names, NONE_OF_THEM] : ['yes', 'no'],
    unblocks: UNBLOCKS + new Set(told.map(({ recordingId }) => recordingId)).size,
  };
}
