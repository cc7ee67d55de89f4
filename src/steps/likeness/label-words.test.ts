import { expect, test } from 'vitest';
import { readLabel, stemWord, textLikeness01, weighWords, likeness01 } from './label-words.ts';

test('forms of one word become one', () => {
  expect(['approve', 'approves', 'approval', 'approved'].map(stemWord)).toEqual(Array(4).fill('approv'));
  expect(['copy', 'copies', 'copied'].map(stemWord)).toEqual(['copy', 'copy', 'copy']);
  expect(['status', 'address', 'bus'].map(stemWord)).toEqual(['status', 'address', 'bus']);
});

test('other words for one doing count as the same, verbs of one kind as near', () => {
  expect(textLikeness01('verify the credit reports', 'check credit report')).toBe(1);
  expect(textLikeness01('draft contract', 'create contract')).toBeCloseTo(0.8);
  expect(textLikeness01('call the buyer', 'archive email')).toBe(0);
  expect(textLikeness01('', 'check order')).toBe(0);
});

test('rare words say more than those of every label', () => {
  const weightOf = weighWords(['check order', 'send order', 'close order', 'weigh order']);
  const likeness = (one: string, other: string) => likeness01(readLabel(one), readLabel(other), weightOf);
  expect(likeness('weigh parcel', 'weigh order')).toBeGreaterThan(likeness('print order', 'weigh order'));
});
