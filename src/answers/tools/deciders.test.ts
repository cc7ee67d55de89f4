import { expect, test } from 'vitest';
import { readDeciders } from './deciders.ts';

test('whoever is named as approving, signing or deciding decides, and not whoever tells it', () => {
  const read = (text: string): string[] => readDeciders(text, 'clerk');
  expect(
    [
      'But if it is more than ten percent, Tobias has to approve the discount, he is our team lead.',
      'For a stay of more than three nights, the chief physician has to approve.',
      'Loans over fifty thousand have to go to the branch manager, she signs them.',
      'Borderline cases, well, I decide those by experience.',
      'Refusals are always signed by somebody.',
      'Then it is approved.',
      'I send it to sales, to the account manager, to approve the price.',
    ].map(read),
  ).toEqual([['Tobias'], ['chief physician'], ['branch manager'], ['clerk'], [], [], ['account manager']]);
});
