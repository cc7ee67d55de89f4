import { expect, test } from 'vitest';
import { foldWords } from '../../lib/fold-words.ts';
import { rankTexts, type TextRows } from './rank-texts.ts';
import { createVocabulary } from './vocabulary.ts';

const TEXTS = [
  'I open the refund request',
  'I enter the refund and the amount',
  'Then I wait for the amount',
  'The refunded amount is entered in a very long sentence that goes on about other things for quite a while',
  'Nothing of that',
  'refund',
];

function rank(query: string, allows?: (row: number) => boolean) {
  const rows = new Map<string, number[]>();
  for (const [row, text] of TEXTS.entries())
    for (const word of new Set(foldWords(text).map((each) => each.word)))
      rows.set(word, [...(rows.get(word) ?? []), row]);
  const texts: TextRows = {
    lengths: Uint32Array.from(TEXTS, (text) => text.length),
    rowsWith: (word) => Uint32Array.from(rows.get(word) ?? []),
  };
  const vocabulary = createVocabulary([...rows].map(([word, all]) => [word, all.length] as const));
  const ranked = rankTexts(vocabulary.seek(query), texts, { count: 10, allows });
  return ranked.map(({ row, hasAllWords }) => `${row}${hasAllWords ? ' all' : ''}`);
}

test('texts with all words come first, short ones before long ones, then those with some', () => {
  expect(rank('refund amount ')).toEqual(['1 all', '3 all', '2', '5', '0']);
});

test('a rare word counts more than a frequent one', () => {
  expect(rank('wait refund ')).toEqual(['2', '5', '0', '1', '3']);
});

test('a word that no text has leaves the others, and none has all', () => {
  expect(rank('refund zebra ')).toEqual(['5', '0', '1', '3']);
  expect(rank('zebra ')).toEqual([]);
});

test('rows that are not allowed are passed over', () => {
  expect(rank('amount ', (row) => row !== 2)).toEqual(['1 all', '3 all']);
});
