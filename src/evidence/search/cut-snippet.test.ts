import { expect, test } from 'vitest';
import { cutSnippet } from './cut-snippet.ts';

const marked = (text: string, words: readonly string[], most?: number): string => {
  const snippet = cutSnippet(text, new Set(words), most);
  return snippet.marks.reduceRight(
    (all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
    snippet.text,
  );
};

test('a short text stays whole, with every form of the words marked', () => {
  expect(marked('I check the Receipt; the receipts go to Noor.', ['receipt', 'receipts'])).toBe(
    'I check the [Receipt]; the [receipts] go to Noor.',
  );
});

test('a text that only means the same has no marks', () => {
  expect(cutSnippet('The customer is paid back.', new Set(['refund']))).toEqual({
    text: 'The customer is paid back.',
    start: 0,
    marks: [],
  });
});

test('a long text is cut to where most different words stand, between words', () => {
  const text = `${'refund refund and so on. '.repeat(10)}Then Noor approves the refund in Ledgerly at once. ${'Later we wait. '.repeat(20)}`;
  expect(marked(text, ['refund', 'ledgerly', 'approves'], 80)).toBe(
    'on. Then Noor [approves] the [refund] in [Ledgerly] at once. Later we wait. Later we',
  );
});

test('a long text without the words is cut at its start, one without blanks anywhere', () => {
  expect(cutSnippet('nothing of the kind stands here at all', new Set(['refund']), 18)).toEqual({
    text: 'nothing of the',
    start: 0,
    marks: [],
  });
  expect(cutSnippet('x'.repeat(500), new Set(), 100).text).toBe('x'.repeat(100));
});
