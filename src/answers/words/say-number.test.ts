import { expect, test } from 'vitest';
import { joinNumbers, writeNumbers } from './say-number.ts';

const join = (text: string): string => joinNumbers(text.split(' ')).join(' ');

test('numbers in words and in digits come out as one, whatever stands between', () => {
  expect(
    [
      'below six hundred',
      'over 50 000 euros',
      'over fifty thousand',
      'one hundred and fifty euros and more',
      'two or three days',
      'twenty five percent',
      'room four and five',
    ].map(join),
  ).toEqual([
    'below 600',
    'over 50000 euros',
    'over 50000',
    '150 euros and more',
    '2 or 3 days',
    '25 percent',
    'room 4 and 5',
  ]);
});

test('in a text only numbers of several words are written in digits', () => {
  expect(writeNumbers('Which one is over One hundred and fifty-five, or two?')).toBe('Which one is over 155, or two?');
});
