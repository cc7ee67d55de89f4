// Questions about a process other than the sample: what is answered, from what, and what is refused.
import { expect, test } from 'vitest';
import type { Answer, UnderstoodQuestion } from '../domain/answer.ts';
import { logOf } from '../graph/log-rows.sample.ts';
import { answerQuestion } from './answer-question.ts';
import { refunds } from './testing/refunds.ts';

const input = refunds();

/** Who stands in the rows of the log, asked for only where it is needed. */
const COLUMNS = logOf(
  ['1', 'record claim', 60, 'Dana Holt', 'support clerk', { startMinute: 0 }],
  ['1', 'check receipt', 180, 'Dana Holt', 'support clerk', { startMinute: 120 }],
  ['1', 'pay refund', 1740, 'Tom Bray', 'accountant', { startMinute: 1620 }],
);
const withRows = { ...input, logs: input.logs.map((each) => ({ ...each, columns: COLUMNS })) };

function ask(question: string, previous?: UnderstoodQuestion): Answer {
  const answer = answerQuestion({ question, previous }, input);
  const again = answer === 'needs columns' ? answerQuestion({ question, previous }, withRows) : answer;
  if (again === 'needs columns') throw new Error('the columns are there');
  return again;
}

const tell = (question: string) => {
  const { isAnswered, understood, values, answer } = ask(question);
  return isAnswered ? { kind: understood?.kind, values } : { refused: answer };
};

test('a question is answered with its figures, what they count, and the moments that show them', () => {
  const { followUps, ...answer } = ask('How often is the reciept checked?');
  expect(followUps.length).toBe(3);
  expect(answer).toEqual({
    answer: '“check receipt” is done 5 times, in 4 of 4 cases.',
    isAnswered: true,
    understood: {
      kind: 'how-often',
      mentions: [{ kind: 'activity', name: 'check receipt', lead: null }],
      topic: [],
      slice: null,
    },
    values: { count: 5, cases: 4, ofCases: 4, share01: 1 },
    sentences: [
      {
        text: '“check receipt” is done 5 times, in 4 of 4 cases.',
        citations: input.graph.activities.find(({ label }) => label === 'check receipt')?.evidence,
      },
    ],
    definition: input.insights.definitions['n'],
    n: 5,
    provenance: 'observed',
  });
});

test('names are found misspelt, inflected and in part', () => {
  expect(
    [
      'Who pays refunds?',
      'How many handoffs are there from support to the acountant?',
      'What does Dana do?',
      'Which tool is used for recording the claim?',
      'Show me where somebody copies from Helpdesk to Ledger',
    ].map(tell),
  ).toEqual([
    { kind: 'who-does', values: { role: 'accountant', roles: ['accountant'], people: ['Tom Bray'] } },
    {
      kind: 'handoffs-between',
      values: {
        handoffs: 1,
        passings: 4,
        places: ['support clerk to accountant, from “check receipt” to “pay refund”'],
      },
    },
    {
      kind: 'what-person-does',
      values: { steps: ['record claim', 'check receipt', 'thank customer'], role: 'support clerk', count: 3 },
    },
    { kind: 'system-of', values: { systems: ['Helpdesk'] } },
    { kind: 'transfers', values: { transfers: 1, places: [input.insights.transfers[0]?.label] } },
  ]);
});

test('what people tell of a condition is found by their words, or by other words for the same', () => {
  expect(['What happens when there is no receipt?', 'What happens if the receipt is missing?'].map(tell)[1]).toEqual({
    kind: 'what-if',
    values: { places: 1, labels: ['the receipt is missing'], activities: [] },
  });
  expect(ask('Who decides on refunds over 500?').sentences.map(({ text }) => text)).toEqual([
    'There is 1 decision about “refunds over 500”, decided by director, told by accountant.',
    'Is it over 500? the refund is over 500: the director signs.',
  ]);
});

test('what is not in the process is refused, and never answered with something near', () => {
  expect(
    [
      'What does Marianne do?',
      'How many handoffs are there between sales and the accountant?',
      'What happens if the customer dies?',
      'Who decides on discounts over 500?',
      'What is the weather in Berlin?',
      'How often is the receipt faxed?',
    ].map(tell),
  ).toEqual([
    { refused: 'Nothing in this process is known by “Marianne”.' },
    { refused: 'Nothing in this process is known by “sales”.' },
    { refused: 'Nobody tells what happens about “customer dies”.' },
    { refused: 'No decision about “discounts over 500” is told in this process.' },
    { refused: 'Nothing in this process is known by “weather”, “Berlin”.' },
    { refused: 'Nothing in this process is known by “faxed”.' },
  ]);
});

test('a question that goes on from another is of its kind, about something else', () => {
  const first = ask('Who does check receipt?');
  const next = ask('and for paying the refund?', first.understood ?? undefined);
  expect([first.values['role'], next.understood?.kind, next.values['role']]).toEqual([
    'support clerk',
    'who-does',
    'accountant',
  ]);
  expect(ask('and for paying the refund?').isAnswered).toBe(false);
});

test('a period needs the columns of the logs; what people only tell is told of none', () => {
  expect(answerQuestion({ question: 'How many cases were there in March 2026?' }, input)).toBe('needs columns');
});

test('every sentence of every answer is cited', () => {
  const answers = [
    'Describe the process',
    'Where do cases wait longest and why?',
    'Why do cases wait?',
    'List the steps',
    'How many open ends are there?',
    'Which documents are there?',
    'What is a bottleneck?',
  ].map((question) => ask(question));
  expect(answers.map(({ isAnswered }) => isAnswered)).toEqual(answers.map(() => true));
  const uncited = answers.flatMap(({ sentences }) => sentences).filter(({ citations }) => citations.length === 0);
  expect(uncited).toEqual([]);
});
