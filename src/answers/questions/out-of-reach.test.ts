import { expect, test } from 'vitest';
import { isOutOfReach } from './out-of-reach.ts';

test('what is wished, thought or still to come is out of reach, and what is done is not', () => {
  const reach = (questions: readonly string[]): string[] => questions.filter((question) => !isOutOfReach(question));
  expect(
    reach([
      'Should we check the receipt twice?',
      'Will there be more claims next year?',
      'Do you like Dana?',
      'What is her opinion of Tom?',
      'Is Tom a good accountant?',
      'What should I do if the receipt is missing?',
      'Would you tell me who pays refunds?',
      'Who will approve the refund?',
      'What do they do when the receipt is missing?',
    ]),
  ).toEqual([
    'What should I do if the receipt is missing?',
    'Would you tell me who pays refunds?',
    'Who will approve the refund?',
    'What do they do when the receipt is missing?',
  ]);
});
