import { expect, test } from 'vitest';
import { budgetOf } from './budget.ts';

const MB = 1e6;
const left = (freeMb: number, writtenMb = 0, seconds = 0): string => {
  const { words, isNearlyFull } = budgetOf({
    freeBytes: freeMb * MB,
    writtenBytes: writtenMb * MB,
    seconds,
    reserveBytes: 256 * MB,
  });
  return isNearlyFull ? `${words}, nearly full` : words;
};

test('what is left is said no more exactly than it is known', () => {
  expect([left(14_400), left(2_500), left(270), left(256 + 2), left(100)]).toEqual([
    'about 40 h left',
    'about 6 h 29 min left',
    'about 2 min left',
    'less than a minute left, nearly full',
    'less than a minute left, nearly full',
  ]);
});

test('after ten seconds the rate of this recording counts, and its own files need room for their copy', () => {
  expect(left(1_456, 100, 9)).toBe('about 3 h 10 min left');
  expect(left(1_456, 100, 100)).toBe('about 9 min left');
});
