import { expect, test } from 'vitest';
import { createVocabulary } from './vocabulary.ts';

const vocabulary = createVocabulary([
  ['approve', 4],
  ['approved', 9],
  ['approval', 2],
  ['approximate', 1],
  ['invoice', 7],
  ['invoices', 3],
  ['prüfen', 2],
  ['4711', 1],
  ['4712', 1],
  ['the', 30],
  ['to', 40],
  ['reconciliation', 1],
]);

const seek = (query: string): Record<string, string[]> =>
  Object.fromEntries(vocabulary.seek(query).map(({ typed, forms }) => [typed, forms.map(({ word }) => word)]));

test('every inflection of a word answers it, the word itself first', () => {
  expect(seek('approval now')).toEqual({ approval: ['approval', 'approved', 'approve'], now: [] });
  expect(vocabulary.seek('Invoices ')).toEqual([
    {
      typed: 'invoices',
      forms: [
        { word: 'invoices', texts: 3, weight: 1 },
        { word: 'invoice', texts: 7, weight: 0.9 },
      ],
      isCorrected: false,
    },
  ]);
});

test('only the last word may be begun, and not once a blank stands behind it', () => {
  expect(seek('appro')).toEqual({ appro: ['approved', 'approve', 'approval', 'approximate'] });
  expect(seek('appro ')).toEqual({ appro: [] });
  expect(seek('invo appro')).toEqual({ invo: [], appro: ['approved', 'approve', 'approval', 'approximate'] });
});

test('a word that stands nowhere is taken for those one slip away, a long one for two', () => {
  expect(vocabulary.seek('invocie').map(({ forms, isCorrected }) => ({ forms, isCorrected }))).toEqual([
    { forms: [{ word: 'invoice', texts: 7, weight: 0.5 }], isCorrected: true },
  ]);
  expect(seek('recoonciliaton')).toEqual({ recoonciliaton: ['reconciliation'] });
  expect(seek('invcie x')).toEqual({ invcie: [], x: [] });
});

test('accents are not asked for, and a number is never nearly another', () => {
  expect(seek('PRUFEN')).toEqual({ prufen: ['prüfen'] });
  expect(seek('4713')).toEqual({ 4713: [] });
  expect(seek('4711')).toEqual({ 4711: ['4711'] });
});

test('words that only hold a sentence together count only where there is nothing else', () => {
  expect(seek('the invoice to approve')).toEqual({
    invoice: ['invoice', 'invoices'],
    approve: ['approve', 'approved', 'approval'],
  });
  expect(seek('to the')).toEqual({ to: ['to'], the: ['the'] });
  expect(seek('...')).toEqual({});
});
