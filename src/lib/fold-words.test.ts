import { expect, test } from 'vitest';
import { foldWords } from './fold-words.ts';

test('words come without capitals and accents, with their places', () => {
  expect(foldWords('Überweisung #17: done.')).toEqual([
    { word: 'uberweisung', start: 0, end: 11 },
    { word: '17', start: 13, end: 15 },
    { word: 'done', start: 17, end: 21 },
  ]);
});

test('an accent that is a character of its own belongs to its letter', () => {
  const text = 'cafe\u0301 open';
  expect(foldWords(text)).toEqual([
    { word: 'cafe', start: 0, end: 5 },
    { word: 'open', start: 6, end: 10 },
  ]);
});

test('Korean syllables stay whole, and a text of signs has no words', () => {
  expect(foldWords('환불 요청').map(({ word }) => word)).toEqual(['환불', '요청']);
  expect(foldWords('... — !')).toEqual([]);
});
