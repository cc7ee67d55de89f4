// In: a process with its recordings. Out: a few questions to each narrator, those that most of the spec waits for first.
import type { NarratedRecording } from '../domain/extraction.ts';
import type { ProcessGraph } from '../domain/graph.ts';
import type { Insights } from '../domain/insights.ts';
import { type ElementId, QuestionId, type RecordingId } from '../domain/ids.ts';
import type { Question } from '../domain/question.ts';
import { openRoleBook } from '../graph/role-book.ts';
import { shortHash } from '../lib/short-hash.ts';
import { askLogged } from './ask-logged.ts';
import { askSame } from './ask-same.ts';
import { draftQuestions, type QuestionDraft, type Surroundings } from './question-drafts.ts';

export interface QuestionsInput {
  readonly graph: ProcessGraph;
  readonly insights: Pick<Insights, 'openEnds'>;
  /** Corrected. */
  readonly recordings: readonly NarratedRecording[];
  /** Answered or skipped; they are not asked again, and count. */
  readonly settled: readonly Question[];
  /** Steps of which a person has said that they are the same, or are not. */
  readonly related: readonly (readonly ElementId[])[];
}

/** Nobody answers twenty questions. */
const AT_MOST = 5;
/** Of one kind, so that one weakness of the extraction does not take all the room. */
const OF_ONE_KIND = 2;

/** At most five for each recording, never two on the same thing, none on what a person confirmed. There may be none. */
export function askQuestions(input: QuestionsInput): Question[] {
  const around = lookAround(input);
  const isSettled = openSettled(input);
  const same = askSame(input.recordings, { around, isSettled });
  const logged = askLogged(input.graph, input.recordings);
  const taken = new Set<string>();
  return input.recordings.flatMap((narrated) => {
    const { id } = narrated.recording;
    const drafts = [...draftQuestions(narrated, around), ...(same.get(id) ?? []), ...(logged.get(id) ?? [])];
    return choose(drafts, { recordingId: id, settled: input.settled, taken });
  });
}

interface Choosing {
  readonly recordingId: RecordingId;
  readonly settled: readonly Question[];
  /** What has been asked of other recordings; grows. */
  readonly taken: Set<string>;
}

function choose(drafts: readonly QuestionDraft[], { recordingId, settled, taken }: Choosing): Question[] {
  const asked = settled.filter((question) => question.recordingId === recordingId);
  for (const question of asked) for (const key of keysOf(question)) taken.add(key);
  const ranked = drafts
    .map((draft): Question => ({ ...draft, id: idOf(draft), recordingId, ...copyLists(draft) }))
    .sort((a, b) => b.unblocks - a.unblocks);
  const chosen: Question[] = [];
  for (const question of ranked) {
    const ofKind = [...asked, ...chosen].filter(({ kind }) => kind === question.kind).length;
    const isTaken = keysOf(question).some((key) => taken.has(key));
    if (asked.length + chosen.length >= AT_MOST || ofKind >= OF_ONE_KIND || isTaken) continue;
    chosen.push(question);
    for (const key of keysOf(question)) taken.add(key);
  }
  return chosen;
}

const copyLists = ({ about, evidence, choices }: QuestionDraft) => {
  return { about: [...about], evidence: [...evidence], choices: [...choices] };
};

const idOf = ({ kind, about }: QuestionDraft): QuestionId =>
  QuestionId.parse(`question-${shortHash([kind, ...about].join(' '))}`);

/** The things it is about, and its words: two steps that read the same are one question. */
const keysOf = ({ about, text, recordingId }: Question): string[] => [...about, `${recordingId} ${text}`];

function lookAround({ recordings, graph, insights }: QuestionsInput): Surroundings {
  const roles = openRoleBook(recordings, []);
  const logged = graph.activities.filter(({ sources }) => sources.log > 0);
  const unseen = insights.openEnds.filter(({ status }) => status !== 'dismissed');
  const ends = new Set(unseen.flatMap(({ evidence }) => evidence.map((ref) => JSON.stringify(ref))));
  return {
    roles: [...new Set([...roles.covered, ...logged.flatMap((activity) => activity.roles.map(({ name }) => name))])],
    systems: [...new Set(graph.activities.flatMap((activity) => activity.systems.map(({ name }) => name)))],
    isOpenEnd: ({ evidence }) => evidence.some((ref) => ends.has(JSON.stringify(ref))),
    resolve: (role) => roles.resolve(role),
  };
}

function openSettled({ graph, related }: QuestionsInput): (a: ElementId, b: ElementId) => boolean {
  const activityOf = new Map(graph.activities.flatMap(({ id, stepIds }) => stepIds.map((step) => [step, id] as const)));
  return (a, b) =>
    (activityOf.has(a) && activityOf.get(a) === activityOf.get(b)) ||
    related.some((ids) => ids.includes(a) && ids.includes(b));
}
