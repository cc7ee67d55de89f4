import { expect, test } from 'vitest';
import { createRandom } from '../../../lib/random.ts';
import { createOwnRule } from '../own-patterns.ts';
import { compilePattern } from './parse-pattern.ts';
import { findMatches } from './run-pattern.ts';

const find = (pattern: string, text: string): string[] =>
  [...findMatches(compilePattern(pattern), text)].map(({ start, end }) => text.slice(start, end));

/** Where JavaScript's first way is also the longest, both must agree. */
const PATTERNS = [
  'a',
  'ab|b',
  'a+',
  'a*b',
  '(?:ab)+',
  'a{2,3}',
  'a{2}',
  'a{2,}b?',
  '[ab]c',
  '[^ab]+',
  '\\d{2}-\\d+',
  '\\bab\\b',
  '\\Ba',
  '^a+',
  'b$',
  '(?:a|b|1)+-',
  '.b.',
  '\\w+@\\w+',
  '[a-b\\d]+',
  '\\s?\\S\\s',
  '(?:a?b?)?-',
  '\\-\\.?',
];

test('finds what a regular expression of JavaScript finds, over random texts', () => {
  const random = createRandom(2);
  const signs = ['a', 'b', 'c', '1', '2', '-', ' ', '@', '\n', '.'];
  for (let round = 0; round < 300; round += 1) {
    const text = Array.from({ length: 30 }, () => signs[Math.floor(random() * signs.length)]).join('');
    for (const pattern of PATTERNS) {
      const expected = [...text.matchAll(new RegExp(pattern, 'gim'))]
        .map(([found]) => found)
        .filter((found) => found !== '');
      expect({ pattern, text, found: find(pattern, text) }).toEqual({ pattern, text, found: expected });
    }
  }
});

test('takes the longest of several ways from the leftmost place, whatever the order they are written in', () => {
  expect(find('a|ab|abc', 'xabcab')).toEqual(['abc', 'ab']);
  expect(find('(?:PRJ|PR)-\\d+', 'prj-12, PR-7')).toEqual(['prj-12', 'PR-7']);
  expect(find('KUNDE [Ä-Ü]+', 'Kunde äöü')).toEqual(['Kunde äöü']);
});

test('patterns that take others years end: time grows with the text', () => {
  const text = `${'a'.repeat(20_000)}!`;
  expect(find('(a+)+$', text)).toEqual([]);
  expect(find('(?:a|a)*b', text)).toEqual([]);
  expect(find('(?:a*)*(?:a*)*c', text)).toEqual([]);
  expect(find('a*a*a*a*a*a*b', text)).toEqual([]);
});

test.each([
  ['(', '"(" at 1 is not closed'],
  [')', '")" at 1 closes nothing'],
  ['a**', 'repeats nothing'],
  ['*a', 'repeats nothing'],
  ['[a', 'is not closed'],
  ['[]', 'is'],
  ['[b-a]', 'a range that is none'],
  ['(a)\\1', '"\\1" is not known here'],
  ['(?=a)', 'looking around'],
  ['(?<n>a)', 'looking around'],
  ['\\p{L}', '"\\p" is not known here'],
  ['a{3,2}', 'asks for more'],
  ['a{900}', 'asks for more'],
  ['(?:(?:a{100}){100}){100}', 'it is too large'],
  ['a\\', 'stands at its end'],
])('refuses %s', (pattern, detail) => {
  expect(() => createOwnRule({ as: 'regex', pattern })).toThrow(detail);
});

test('a literal is found anywhere, a word of a list only as a whole word', () => {
  const found = (as: 'literal' | 'words', pattern: string, text: string): string[] =>
    [...createOwnRule({ as, pattern })(text)].map(({ start, end }) => text.slice(start, end));
  expect(found('literal', 'a.b (c)', 'xA.B (C)x aXb (c)')).toEqual(['A.B (C)']);
  expect(found('words', 'Falcon, Falcon Nest,Übung', 'falcon nest, Falcons, übung')).toEqual(['falcon nest', 'übung']);
});
