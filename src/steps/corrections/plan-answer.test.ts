import { expect, test } from 'vitest';
import { FindingId, QuestionId } from '../../domain/ids.ts';
import type { OpenEnd } from '../../domain/insights.ts';
import type { Question } from '../../domain/question.ts';
import { told } from './corrections.sample.ts';
import { type Answering, planAnswer } from './plan-answer.ts';

const { extraction, recording } = told();
const [step, other] = extraction.steps;
const [handoff] = extraction.handoffs;

const question = (kind: Question['kind'], about = [step!.id]): Question => ({
  id: QuestionId.parse(`question-${kind}`),
  recordingId: recording.id,
  kind,
  text: 'Is it so?',
  about,
  evidence: handoff!.evidence,
  answerKind: 'text',
  choices: [],
  unblocks: 1,
});

const answering: Answering = { narrator: 'support agent', openEnds: [], candidates: [], receiver: 'finance' };
const plan = (kind: Question['kind'], words: string, about?: Question['about']) =>
  planAnswer(question(kind, about), words, answering);

test('each kind of answer changes what was asked about', () => {
  const element = step!.id;
  expect([
    plan('receiver', ' the carrier '),
    plan('next', 'me'),
    plan('branch', 'then I book it'),
    plan('who', 'me'),
    plan('system', 'Atlas'),
    plan('handling', 'I ask the buyer'),
    plan('same', 'Yes, it is', [step!.id, other!.id]),
    plan('same', 'no', [step!.id, other!.id]),
    plan('sure', 'no'),
    plan('sure', 'yes'),
  ]).toEqual([
    { do: 'handOver', element, from: 'support agent', to: 'the carrier' },
    { do: 'handOver', element, from: 'finance', to: 'support agent' },
    { do: 'branch', element, condition: 'otherwise', note: 'then I book it' },
    { do: 'set', elements: [element], field: 'actor', value: 'support agent' },
    { do: 'set', elements: [element], field: 'system', value: 'Atlas' },
    { do: 'set', elements: [element], field: 'handling', value: 'I ask the buyer' },
    { do: 'relate', elements: [element, other!.id], as: 'same', label: null },
    { do: 'relate', elements: [element, other!.id], as: 'apart', label: null },
    { do: 'judge', elements: [element], status: 'dismissed' },
    { do: 'judge', elements: [element], status: 'confirmed' },
  ]);
});

test('durations are read as people say them', () => {
  const said = ['P2D', 'two or three days', '2 h', 'about half an hour', 'a week, sometimes two weeks', '90 min'];
  const values = said.map((words) => {
    const effect = plan('duration', words);
    return effect?.do === 'set' ? effect.value : effect;
  });
  expect(values).toEqual(['P2D', 'P3D', 'PT2H', 'PT30M', 'P14D', 'PT90M']);
});

test('what is no answer changes nothing', () => {
  const pair = [step!.id, other!.id];
  expect([plan('duration', 'it depends'), plan('sure', 'perhaps'), plan('same', 'hm', pair)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a step is the activity of the log that was named, or none of those offered', () => {
  const elements = [step!.id, other!.id];
  const answer = (words: string, ...candidates: string[]) =>
    planAnswer(question('logged', elements), words, { ...answering, candidates });
  const same = { do: 'relateLog', elements, logLabels: ['Review claim'], as: 'same' };
  expect([answer('yes', 'Review claim'), answer('review claim', 'Review claim', 'Pay')]).toEqual([same, same]);
  expect([answer('no', 'Review claim'), answer('none of them', 'Review claim', 'Pay')]).toEqual([
    { ...same, as: 'apart' },
    { ...same, as: 'apart', logLabels: ['Review claim', 'Pay'] },
  ]);
  expect([answer('yes', 'Review claim', 'Pay'), answer('perhaps', 'Pay'), answer('yes')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('work that nobody takes on is no open end', () => {
  const end = {
    id: FindingId.parse('end'),
    label: 'Work goes to finance',
    status: 'open',
    sources: { log: 0, recordings: 1 },
    activityIds: [],
    evidence: handoff!.evidence,
    provenance: 'stated',
    confidence01: 0.6,
    unsure: false,
    to: 'finance',
    what: null,
  } satisfies OpenEnd;
  expect(planAnswer(question('next'), 'nobody', { ...answering, openEnds: [end] })).toEqual({
    do: 'judgeFinding',
    finding: 'end',
    status: 'dismissed',
  });
  expect(plan('next', 'nobody')).toEqual({ do: 'nothing', elements: [step!.id] });
});
