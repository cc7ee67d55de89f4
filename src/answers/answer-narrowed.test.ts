// Questions about some of the cases, about who does what in the rows, and questions that go on from them.
import { expect, test } from 'vitest';
import type { Answer, UnderstoodQuestion } from '../domain/answer.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { mineCases, PROCESS } from '../graph/fixtures.ts';
import { logOf } from '../graph/log-rows.sample.ts';
import { mineLog } from '../graph/mine-log.ts';
import { findInsights } from '../insights/find-insights.ts';
import type { AnswerInput } from './answer-input.ts';
import { answerQuestion } from './answer-question.ts';

const HOUR = 60;

/** Three cases that Ann enters and Bea ships, one that Cem enters, and that is checked twice. */
const COLUMNS = logOf(
  ...['1', '2', '3'].flatMap((name) => [
    [name, 'enter order', 1 * HOUR, 'Ann', 'clerk', { startMinute: 0 }] as const,
    [name, 'check order', 2 * HOUR, 'Ann', 'clerk', { startMinute: 1 * HOUR }] as const,
    [name, 'ship goods', 10 * HOUR, 'Bea', 'packer', { startMinute: 9 * HOUR }] as const,
  ]),
  ['4', 'enter order', 1 * HOUR, 'Cem', 'clerk', { startMinute: 0 }],
  ['4', 'check order', 2 * HOUR, 'Cem', 'clerk', { startMinute: 1 * HOUR }],
  ['4', 'check order', 4 * HOUR, 'Cem', 'clerk', { startMinute: 3 * HOUR }],
  ['4', 'ship goods', 20 * HOUR, 'Bea', 'packer', { startMinute: 19 * HOUR }],
);

function orders(): AnswerInput {
  const { log } = mineCases([]);
  const logs = [{ log, mined: mineLog(COLUMNS, { instances: 'paired' }) }];
  const graph = buildGraph({ process: PROCESS, recordings: [], clusters: [], logs });
  return {
    process: PROCESS,
    graph,
    insights: findInsights({ graph, recordings: [], clusters: [], logs }),
    recordings: [],
    logs: [{ log, columns: COLUMNS }],
  };
}
const input = orders();

function ask(question: string, previous?: UnderstoodQuestion | null): Answer {
  const answer = answerQuestion({ question, previous: previous ?? undefined }, input);
  if (answer === 'needs columns') throw new Error('the columns are there');
  return answer;
}

const first = (question: string): string => ask(question).sentences[0]?.text ?? `refused: ${ask(question).answer}`;

test('cases are narrowed by who works on them, by a variant, by an activity and by rework', () => {
  expect(
    [
      'How many cases are there when handled by Cem?',
      'How long do cases take that were reworked?',
      'In variant 1, how often is the order checked?',
      'How many cases had Ann working on them?',
      'How many cases are there without rework?',
    ].map(first),
  ).toEqual([
    'Of cases with “Cem” at work: There is 1 case.',
    'Of cases with rework: From the first to the last event a case takes 20 hours on average, half of them longer than 20 hours, one in ten longer than 20 hours (n = 1).',
    'Of cases of variant 1: “check order” is done 3 times, in 3 of 3 cases.',
    'Of cases with “Ann” at work: There are 3 cases.',
    'Of cases without rework: There are 3 cases.',
  ]);
});

test('who does what how often is read in the rows, and a wrong premise is put right', () => {
  expect(
    [
      'How many people take part?',
      'How long does it take from entering the order to shipping the goods?',
      'Which person checks orders most often?',
      'How often does Cem check the order?',
      'How often does the packer check the order?',
      'Does the packer ship the goods?',
      'Why does the packer check the order?',
    ].map(first),
  ).toEqual([
    '3 people are known by name: Ann, Bea and Cem.',
    'From the end of “enter order” to the beginning of “ship goods” it takes 11 hours on average, half of them longer than 8 hours, one in ten longer than 15 hours (n = 4), with all that lies between.',
    'Ann does “check order” most often: Ann, clerk (3 times) and Cem, clerk (2 times).',
    'Cem does “check order” 2 times.',
    'refused: “check order” is done by clerk, not by packer.',
    'Yes: packer does “ship goods” 4 times.',
    'refused: Nobody speaks of “packer”, “check” and “order”.',
  ]);
});

test('a question goes on from another about other cases', () => {
  const whole = ask('How often is the order checked?');
  const narrowed = ask('and when handled by Cem?', whole.understood);
  const further = ask('and for Ann?', whole.understood);
  expect([whole, narrowed, further].map(({ values }) => values['count'])).toEqual([5, 2, 3]);
  expect(ask('and in variant 2?', whole.understood).answer).toBe(
    'Of cases of variant 2: “check order” is done 2 times, in 1 of 1 case.',
  );
});
