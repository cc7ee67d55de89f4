// Questions kept in memory, answered as the contract says: five open, one answered before.
import type { Answer, Correction } from '../../src/domain/correction.ts';
import type { CorrectionId, ElementId, QuestionId, RecordingId } from '../../src/domain/ids.ts';
import type { AskedQuestion, Question } from '../../src/domain/question.ts';
import { elementId, line, PROCESS_ID } from './fixture-ids.ts';

type Given = Correction & { readonly command: Answer };

export interface FakeQuestions {
  list(): AskedQuestion[];
  answer(input: { questionId: QuestionId; value: string }): Given;
  skip(input: { questionId: QuestionId }): Given;
  /** Undefined when the entry is none of an answer. */
  undo(correctionId: CorrectionId | undefined): Given | undefined;
  listGiven(): Given[];
}

export function makeFakeQuestions(): FakeQuestions {
  let given: Given[] = [];
  let count = 0;
  const give = (question: Question, words: string | null, atMs = Date.now()): Given => {
    const id = `answer-${count++}` as CorrectionId;
    const [about] = question.about;
    const effect = { do: 'nothing' as const, elements: about ? [about] : [] };
    const entry: Given = {
      id,
      processId: PROCESS_ID,
      recordingId: question.recordingId,
      atMs,
      command: { do: 'answer', question, words, effect },
      inverse: { do: 'undo', correction: id },
      anchors: question.evidence.map((ref) => ({ kind: 'steps', ref, values: {} })),
    };
    given = [...given, entry];
    return entry;
  };
  const find = (id: QuestionId): Question => {
    const found = QUESTIONS.find((question) => question.id === id);
    if (!found) throw new Error(`No fixture question ${id}`);
    return found;
  };
  give(find('q-who' as QuestionId), 'the team lead', Date.UTC(2026, 9, 23, 10, 5));
  return {
    list: () => {
      const asked = QUESTIONS.map((question): AskedQuestion => {
        const entry = given.find(({ command }) => command.question.id === question.id);
        if (!entry) return { ...question, state: 'open', answer: null, correctionId: null };
        const { words } = entry.command;
        return { ...question, state: words === null ? 'skipped' : 'answered', answer: words, correctionId: entry.id };
      });
      return [...asked.filter(({ state }) => state === 'open'), ...asked.filter(({ state }) => state !== 'open')];
    },
    answer: ({ questionId, value }) => give(find(questionId), value),
    skip: ({ questionId }) => give(find(questionId), null),
    undo: (correctionId) => {
      const entry = given.find(({ id }) => id === correctionId);
      given = given.filter(({ id }) => id !== correctionId);
      return entry;
    },
    listGiven: () => given,
  };
}

function ask(
  recordingId: string,
  segment: number,
  parts: Pick<Question, 'kind' | 'text' | 'answerKind'> & { readonly choices?: string[] },
): Question {
  const about: ElementId[] = [elementId(`${recordingId}-s${segment}`)];
  return {
    choices: [],
    ...parts,
    id: `q-${parts.kind}` as QuestionId,
    recordingId: recordingId as RecordingId,
    about,
    evidence: [line(recordingId, segment)],
    unblocks: 10,
  };
}

const QUESTIONS: readonly Question[] = [
  ask('rec-0', 4, { kind: 'duration', text: 'How long does a claim wait for the broker?', answerKind: 'duration' }),
  ask('rec-0', 8, {
    kind: 'sure',
    text: 'Do you tell a rule here, as a step of its own?',
    answerKind: 'yes-no',
    choices: ['yes', 'no'],
  }),
  ask('rec-0', 12, {
    kind: 'receiver',
    text: 'Who takes the claim when it goes on to payment?',
    answerKind: 'role',
    choices: ['payment clerk', 'claims handler', 'team lead'],
  }),
  ask('rec-1', 3, {
    kind: 'same',
    text: 'Is “check policy” the same as what Ana Koval calls “check coverage”?',
    answerKind: 'choice',
    choices: ['the same', 'not the same', 'sometimes'],
  }),
  ask('rec-1', 5, { kind: 'branch', text: 'What do you do when nobody picks up the phone?', answerKind: 'text' }),
  ask('rec-1', 9, { kind: 'who', text: 'Who signs a claim above twenty thousand?', answerKind: 'role' }),
];
