import { expect, test } from 'vitest';
import { rephrase } from './rephrase.ts';

test('verbs of two words become one, and roundabout forms the usual question', () => {
  expect(
    [
      'How many loans were turned down?',
      'What do they do if drawings are missing?',
      'What happens if the applicant fails to pay?',
      'Who takes care of the filing?',
      'How long does a result sit before the doctor releases it?',
      'Which loans are there?',
    ].map((question) => rephrase(question)[0]),
  ).toEqual([
    'How many loans were refuse ?',
    'what happens if drawings are missing?',
    'What happens if the applicant does not pay?',
    'Who do the filing?',
    'how long is the wait before releases result?',
    undefined,
  ]);
});

test('what can not be done is also asked as people say it', () => {
  expect(rephrase('What if the label can not be read?')).toEqual(['What if the label unreadable?']);
});
