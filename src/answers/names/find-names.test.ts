import { expect, test } from 'vitest';
import { foldWords } from '../../lib/fold-words.ts';
import { refunds } from '../testing/refunds.ts';
import { findNames } from './find-names.ts';
import { listNames } from './list-names.ts';
import { rootOf } from './same-word.ts';

const names = listNames(refunds());

const find = (text: string) => {
  const words = foldWords(text).map(({ word }) => ({
    word,
    stem: rootOf(word),
    isCommon: false,
    isFiller: /^(the|by|to)$/.test(word),
  }));
  return findNames(words, names).map((span) => span.names);
};

test('a stretch of words is the name of which it has all or enough, of each kind at most one', () => {
  expect(
    ['checking the reciept', 'Dana', 'the acountants', 'refund paid by the accountant', 'the claim', 'fax'].map(find),
  ).toEqual([
    [{ activity: 'check receipt' }],
    [{ person: 'Dana Holt' }],
    [{ role: 'accountant' }],
    [{ activity: 'pay refund' }, { role: 'accountant' }],
    [{ artifact: 'claim' }],
    [],
  ]);
});
