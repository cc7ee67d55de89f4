// Questions put together from their parts, over the cases of the small process.
import { expect, test } from 'vitest';
import { logOf } from '../../../graph/log-rows.sample.ts';
import { refunds } from '../../testing/refunds.ts';
import { answerComposed, compose } from './compose.ts';

const told = refunds();
/** Three claims in order, the last of them checked twice, and one that is paid unchecked. */
const columns = logOf(
  ...['1', '2', '3'].flatMap((name) => [
    [name, 'record claim', 60, 'Dana Holt', 'support clerk', { startMinute: 0 }] as const,
    [
      name,
      'check receipt',
      180,
      name === '1' ? 'Eve Lund' : 'Dana Holt',
      'support clerk',
      { startMinute: 120 },
    ] as const,
    [name, 'pay refund', 1800, 'Tom Bray', 'accountant', { startMinute: 1740 }] as const,
  ]),
  ['3', 'check receipt', 400, 'Dana Holt', 'support clerk', { startMinute: 340 }],
  ['4', 'record claim', 60, 'Dana Holt', 'support clerk', { startMinute: 0 }],
  ['4', 'pay refund', 600, 'Tom Bray', 'accountant', { startMinute: 540 }],
);
const input = { ...told, logs: told.logs.map(({ log }) => ({ log, columns })) };

function answer(question: string): unknown {
  const composed = compose(question, input);
  if (composed === undefined) return null;
  const found = answerComposed(composed, question, input);
  if (found === 'needs columns') throw new Error('the columns are there');
  return 'refused' in found ? found.refused : found.answer;
}

test('cases are counted by what is done in them, not done, done once, and done again', () => {
  expect(
    [
      'How many claims were paid without any check?',
      'In how many cases was the receipt checked exactly once?',
      'How many cases had the receipt checked more than once?',
      'How many cases were there in June 2031?',
    ].map(answer),
  ).toEqual([
    '1 of 4 cases are with “record claim” and “pay refund”, without “check receipt”, 25 %.',
    '2 of 4 cases are with “check receipt” exactly once, 50 %.',
    '1 of 4 cases are with “check receipt” more than once, 25 %.',
    'There are no cases that start from 2031-06-01 to 2031-06-30.',
  ]);
});

test('who does most of something, and the time between two steps', () => {
  expect(
    [
      'Which clerk has checked the most receipts?',
      'Who checked the fewest receipts?',
      'How long is it between recording a claim and paying the refund?',
    ].map(answer),
  ).toEqual([
    'Dana Holt does “check receipt” most often: Dana Holt, support clerk (3 times) and Eve Lund, support clerk (1 time).',
    'Eve Lund does “check receipt” least often: Eve Lund, support clerk (1 time) and Dana Holt, support clerk (3 times).',
    'From the end of “record claim” to the beginning of “pay refund” it takes 23 hours on average, half of them longer than 28 hours, one in ten longer than 28 hours (n = 4), with all that lies between.',
  ]);
});

test('a question with a word that is nothing of the process is put together by nobody', () => {
  expect(['How many claims were repainted without a check?', 'How many claims led to a refund?'].map(answer)).toEqual([
    null,
    null,
  ]);
});
