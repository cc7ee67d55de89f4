import { expect, test } from 'vitest';
import type { Question } from '../domain/question.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { clusterByLabel, elementId, PROCESS, type RecordingRow, tellRecording } from '../graph/fixtures.ts';
import { findInsights } from './find-insights.ts';
import { askQuestions, type QuestionsInput } from './questions.ts';

function ask(rows: readonly RecordingRow[], given: Partial<Pick<QuestionsInput, 'settled' | 'related'>> = {}) {
  const recordings = rows.map(tellRecording);
  const clusters = clusterByLabel(recordings);
  const graph = buildGraph({ process: PROCESS, recordings, clusters, logs: [] });
  const insights = findInsights({ graph, recordings, clusters, logs: [] });
  return askQuestions({ graph, insights, recordings, settled: [], related: [], ...given });
}

const textsOf = (questions: readonly Question[]): string[] => questions.map(({ text }) => text);

const clerk: RecordingRow = {
  id: 'clerk',
  role: 'clerk',
  actor: 'Ruben Moss',
  steps: [
    { label: 'send order', id: 'send', system: 'SAP', artifact: 'order' },
    { label: 'enter tax id', id: 'enter' },
    { label: 'sign contract', id: 'sign', actor: null, system: 'SAP' },
    { label: 'archive mail', id: 'archive', system: 'SAP', unsure: true },
  ],
  handoffs: [{ to: 'carrier', what: 'late parcel', startMs: 90_000, endMs: 91_000 }],
  waits: [{ label: 'until the truck comes', after: elementId('clerk', 'send') }],
  decisions: [
    {
      id: 'limit',
      question: 'Is it over the limit?',
      branches: [{ condition: 'the limit is exceeded', then: [elementId('clerk', 'sign')], note: null }],
    },
  ],
  exceptions: [{ label: 'no street on the form' }],
};

test('the five that most of the spec waits for are asked, best first', () => {
  const questions = ask([clerk]);
  expect(questions.map(({ unblocks, kind, answerKind, text }) => [unblocks, kind, answerKind, text])).toEqual([
    [12, 'receiver', 'role', 'Who receives the order after you send it?'],
    [11, 'branch', 'text', 'What happens if the limit is not exceeded?'],
    [11, 'who', 'role', 'Who has to sign the contract?'],
    [10, 'next', 'role', 'Who gets the late parcel next, after the carrier?'],
    [10, 'handling', 'text', 'What do you do when this happens: “no street on the form”?'],
  ]);
  expect(ask([clerk])).toEqual(questions);
});

test('a question says what it is about, with the words it comes from', () => {
  const [, branch] = ask([clerk]);
  expect(branch).toEqual({
    id: 'question-1p5quze1jj7rof',
    recordingId: 'clerk',
    kind: 'branch',
    text: 'What happens if the limit is not exceeded?',
    about: ['clerk/limit'],
    evidence: tellRecording(clerk).extraction.decisions[0]!.evidence,
    answerKind: 'text',
    choices: [],
    unblocks: 11,
  });
});

test('where less is open, smaller things are asked', () => {
  const { handoffs: _, decisions: _decisions, exceptions: _exceptions, ...rest } = clerk;
  const steps = clerk.steps!.slice(1).filter((step) => typeof step !== 'string' && step.id !== 'sign');
  const quiet = { ...rest, steps, waits: [{ label: 'until the truck comes' }] };
  expect(ask([quiet]).map(({ kind, answerKind, text, choices }) => [kind, answerKind, text, choices])).toEqual([
    ['sure', 'yes-no', 'Do you really archive the mail?', ['yes', 'no']],
    ['system', 'system', 'In which system do you enter the tax id?', ['SAP']],
    ['duration', 'duration', 'How long does that usually take: “until the truck comes”?', []],
  ]);
});

test('nothing is asked where all is told or confirmed', () => {
  expect(ask([{ id: 'r1', steps: [{ label: 'enter tax id', system: 'SAP' }] }])).toEqual([]);
  const confirmed = { provenance: 'confirmed' as const };
  expect(
    ask([
      {
        id: 'r1',
        steps: [
          { label: 'enter tax id', ...confirmed },
          { label: 'sign contract', actor: null, ...confirmed },
        ],
        waits: [{ label: 'until the truck comes', ...confirmed }],
      },
    ]),
  ).toEqual([]);
  // Dismissed is said, too.
  expect(ask([{ id: 'r1', steps: [{ label: 'hum a tune', unsure: true, confidence01: 0 }] }])).toEqual([]);
});

test('what was answered or skipped is not asked again, and leaves room for fewer', () => {
  const [first, second, ...others] = ask([clerk]);
  const after = ask([clerk], { settled: [first!, second!] });
  expect(textsOf(after)).toEqual(textsOf(others));
});

test('two of one kind at most, and one on each thing', () => {
  const decide = (condition: string) => ({ question: condition, branches: [{ condition, then: [], note: null }] });
  const many = { id: 'r1', decisions: ['it is late', 'it is large', 'it is new', 'it is late'].map(decide) };
  expect(textsOf(ask([many]))).toEqual(['What happens if it is not late?', 'What happens if it is not large?']);
});

test('steps of two people that may be the same are asked of the later, unless a person has said so', () => {
  const form = (label: string) => ({ label, system: 'SAP' });
  const rows: RecordingRow[] = [
    { id: 'r1', actor: 'Nadia Berg', steps: [form('review order form'), form('enter order')] },
    { id: 'r2', actor: 'Omar Diaz', steps: [form('check form details'), form('enter order')] },
  ];
  const [question, ...others] = ask(rows);
  expect(others).toEqual([]);
  expect(question).toMatchObject({
    recordingId: 'r2',
    kind: 'same',
    text: 'Is “check form details” the same as Nadia’s “review order form”?',
    about: ['r2/step0', 'r1/step0'],
    answerKind: 'yes-no',
    choices: ['yes', 'no'],
  });
  expect(ask(rows, { related: [question!.about] })).toEqual([]);
  // Another role does its own.
  expect(ask(rows.map((row, at) => ({ ...row, role: at === 0 ? 'buyer' : 'clerk' })))).toEqual([]);
});
