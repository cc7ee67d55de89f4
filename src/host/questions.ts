// In: what a process leaves open, and what people answer. Out: questions with their state; answers as entries of the log.
import type { Answer, AnswerEffect, Correction } from '../domain/correction.ts';
import { MirrorError } from '../domain/errors.ts';
import type { ElementId, ProcessId, QuestionId } from '../domain/ids.ts';
import type { AskedQuestion, Question } from '../domain/question.ts';
import { listCandidates } from '../insights/ask-logged.ts';
import { askQuestions } from '../insights/questions.ts';
import type { Store } from '../needs/store.ts';
import { listEffective, listStanding } from '../steps/corrections/effective.ts';
import { type Answering, planAnswer } from '../steps/corrections/plan-answer.ts';
import { listCorrected } from './corrected.ts';
import { correct } from './corrections.ts';
import type { Host } from './host.ts';
import { getProcess } from './views.ts';

/**
 * Open ones first, in the order of the recordings and of what they unblock; then the answered and skipped, oldest first.
 * @throws process/missing
 */
export function listQuestions(store: Store, processId: ProcessId): AskedQuestion[] {
  getProcess(store, processId);
  const settled = listSettled(store.listCorrections(processId));
  return [
    ...listOpen(store, processId).map(
      (question) => ({ ...question, state: 'open', answer: null, correctionId: null }) as const,
    ),
    ...settled.map(({ id, command: { question, words } }) => {
      return { ...question, state: words === null ? 'skipped' : 'answered', answer: words, correctionId: id } as const;
    }),
  ];
}

/**
 * Keeps the words as evidence and works in what they change.
 * @throws process/missing, question/missing, correction/unfit when the words are no answer to it
 */
export async function answerQuestion(
  host: Host,
  processId: ProcessId,
  { questionId, value }: { questionId: QuestionId; value: string },
): Promise<Correction> {
  const question = getOpen(host.store, processId, questionId);
  const effect = planAnswer(question, value, lookAround(host.store, processId, question));
  if (effect === undefined)
    throw new MirrorError('correction/unfit', { data: { detail: EXPECTED[question.answerKind] } });
  return keep(host, processId, { question, words: value.trim(), effect });
}

/** @throws process/missing, question/missing */
export async function skipQuestion(host: Host, processId: ProcessId, questionId: QuestionId): Promise<Correction> {
  const question = getOpen(host.store, processId, questionId);
  return keep(host, processId, { question, words: null, effect: { do: 'nothing', elements: question.about } });
}

const EXPECTED: Readonly<Record<Question['answerKind'], string>> = {
  text: 'This needs a few words',
  role: 'This needs a role or a name',
  system: 'This needs the name of a system',
  duration: 'This needs a span of time, such as “2 days” or “an hour”',
  'yes-no': 'This needs a yes or a no',
  choice: 'This needs one of the answers offered',
};

const keep = (
  host: Host,
  processId: ProcessId,
  parts: { question: Question; words: string | null; effect: AnswerEffect },
): Promise<Correction> => correct(host, processId, { do: 'answer', ...parts });

function listOpen(store: Store, processId: ProcessId): Question[] {
  const mined = store.findMined(processId);
  if (mined === undefined) return [];
  const log = store.listCorrections(processId);
  return askQuestions({
    ...mined,
    recordings: listCorrected(store, processId),
    settled: listSettled(log).map(({ command }) => command.question),
    related: listRelated(log),
  });
}

function getOpen(store: Store, processId: ProcessId, id: QuestionId): Question {
  getProcess(store, processId);
  const question = listOpen(store, processId).find((each) => each.id === id);
  if (question === undefined) throw new MirrorError('question/missing');
  return question;
}

type Settled = Correction & { readonly command: Answer };

const listSettled = (log: readonly Correction[]): Settled[] =>
  listStanding(log).filter((entry): entry is Settled => entry.command.do === 'answer');

/** The last word about two steps may also be that Mirror decides; then it may ask. */
const listRelated = (log: readonly Correction[]): ElementId[][] =>
  listEffective(log).flatMap(({ command }) =>
    command.do === 'relate' && command.as !== 'open' ? [command.elements] : [],
  );

function lookAround(store: Store, processId: ProcessId, question: Question): Answering {
  const narrated = listCorrected(store, processId).find(({ recording }) => recording.id === question.recordingId);
  const mined = store.findMined(processId);
  const handoff = narrated?.extraction.handoffs.find(({ id }) => question.about.includes(id));
  return {
    narrator: narrated?.recording.role ?? narrated?.recording.actor ?? null,
    openEnds: mined?.insights.openEnds ?? [],
    receiver: handoff?.to ?? null,
    candidates: mined ? listCandidates(mined.graph, question.about) : [],
  };
}
