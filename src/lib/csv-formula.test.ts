import { expect, test } from 'vitest';
import { guardFormula, unguardFormula } from './csv-formula.ts';

test('what a spreadsheet would run gets a quote, and nothing else does', () => {
  const texts = ['=1+1', '+49 30', '-', '@SUM(A1)', '\t=x', '\n=x', "'=x", '-3.5', '+7', 'a=b', "it's", "'quoted'", ''];
  expect(texts.map(guardFormula)).toEqual([
    "'=1+1",
    "'+49 30",
    "'-",
    "'@SUM(A1)",
    "'\t=x",
    "'\n=x",
    "''=x",
    '-3.5',
    '+7',
    'a=b',
    "it's",
    "'quoted'",
    '',
  ]);
  expect(texts.map(guardFormula).map(unguardFormula)).toEqual(texts);
});
