import { expect, test } from 'vitest';
import { stemWord } from './stem-word.ts';

test.each([
  // From the paper's own examples.
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['cats', 'cat'],
  ['agreed', 'agre'],
  ['feed', 'feed'],
  ['plastered', 'plaster'],
  ['bled', 'bled'],
  ['motoring', 'motor'],
  ['sing', 'sing'],
  ['conflated', 'conflat'],
  ['hopping', 'hop'],
  ['falling', 'fall'],
  ['filing', 'file'],
  ['happy', 'happi'],
  ['sky', 'sky'],
  ['relational', 'relat'],
  ['conditional', 'condit'],
  ['generalizations', 'gener'],
  ['oscillators', 'oscil'],
  ['hopefulness', 'hope'],
  ['adjustment', 'adjust'],
  ['adoption', 'adopt'],
  ['probate', 'probat'],
  ['cease', 'ceas'],
  ['controlling', 'control'],
])('%s is %s', (word, stem) => {
  expect(stemWord(word)).toBe(stem);
});

test.each([
  ['approv', 'approve approves approved approving approval approvals'],
  ['invoic', 'invoice invoices invoiced invoicing'],
  ['refund', 'refund refunds refunded refunding'],
  ['copi', 'copy copies copied'],
])('inflections of one word share their stem, such as %s', (stem, words) => {
  expect(new Set(words.split(' ').map(stemWord))).toEqual(new Set([stem]));
});

test('what is no English word comes back as it is', () => {
  expect(['2026', 'rückfragen', 'a', 'po-17', '환불'].map(stemWord)).toEqual([
    '2026',
    'rückfragen',
    'a',
    'po-17',
    '환불',
  ]);
});
