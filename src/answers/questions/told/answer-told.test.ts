// What people tell: the sentence that says all of a question, and tells what is asked for.
import { expect, test } from 'vitest';
import { refunds } from '../../testing/refunds.ts';
import { answerTold } from './answer-told.ts';

const told = refunds();
const SAID: Readonly<Record<string, readonly string[]>> = {
  r1: [
    'If the receipt is missing, I ask the customer for a photo.',
    'Every Friday I ring three customers to hear how it went.',
    'Above 150 euros the director signs the claim.',
  ],
  r2: ['The bank takes two days to send the money.'],
};
const input = {
  ...told,
  said: told.recordings.map(({ recording: { id } }) => ({
    recordingId: id,
    segments: (SAID[id] ?? []).map((text, index) => ({
      index,
      startMs: index * 5000,
      endMs: index * 5000 + 4000,
      text,
    })),
  })),
};

function tell(question: string): unknown {
  const { told: found } = answerTold(question, input);
  return 'refused' in found ? found.refused : found.values['quotes'];
}

test('the sentence that tells what is asked for is found, by condition, figure and reason', () => {
  expect(
    [
      'What happens if the receipt is missing?',
      'How long does the bank take to send the money?',
      'When does the director sign the claim?',
      'How often does Dana ring customers?',
    ].map(tell),
  ).toEqual([SAID['r1']!.slice(0, 1), SAID['r2'], SAID['r1']!.slice(2), SAID['r1']!.slice(1, 2)]);
});

test('a sentence with the words that does not tell what is asked is no answer', () => {
  expect(
    [
      'How many customers did Dana ring?',
      'What did the director say?',
      'Why does the director sign the claim?',
      'How long does the bank take to send the parcel?',
    ].map(tell),
  ).toEqual([
    'Nobody tells how many: “customers”, “dana”, “ring”.',
    'Mirror does not understand this question.',
    'Nobody gives a reason for this: “director”, “sign”, “claim”.',
    'Nobody speaks of “parcel”.',
  ]);
});
