import { expect, test } from 'vitest';
import { cutPassages } from './cut-passages.ts';

test('a short text is one passage, a blank one none', () => {
  expect(cutPassages('  Check the receipt.\n')).toEqual(['Check the receipt.']);
  expect(cutPassages(' \n\t ')).toEqual([]);
});

test('a long text is cut between paragraphs, then sentences, then words', () => {
  expect(cutPassages('First part here.\n\nSecond part, longer. Third part goes on and on.', 30)).toEqual([
    'First part here.',
    'Second part, longer.',
    'Third part goes on and on.',
  ]);
  expect(cutPassages('one two three four five six', 10)).toEqual(['one two', 'three', 'four five', 'six']);
});

test('every passage stands in the text as it is, and nothing but blanks is lost', () => {
  const text = `${'a sentence that is said. '.repeat(60)}${'x'.repeat(2000)}😀${'word '.repeat(300)}`;
  const passages = cutPassages(text);
  let at = 0;
  for (const passage of passages) {
    const found = text.indexOf(passage, at);
    expect(text.slice(at, found).trim()).toBe('');
    at = found + passage.length;
  }
  expect(text.slice(at).trim()).toBe('');
  expect(Math.max(...passages.map(({ length }) => length))).toBeLessThanOrEqual(600);
  expect(passages.every((passage) => passage.isWellFormed())).toBe(true);
});
