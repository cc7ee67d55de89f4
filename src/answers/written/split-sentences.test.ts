import { expect, test } from 'vitest';
import { createSplitter, isTalk } from './split-sentences.ts';

const TEXT = `Sure! Here is what I found:

## Waiting
- **Cases wait 1.5 days** before check no. 3, e.g. in March. [1][2]
2. It has 46 handoffs [3]. Dana says: “I wait. Then I call.” [4] Is that all? Yes.
\`\`\`
| a | b |
It ends with S. Holt [5, 6]
* 3.5 % of cases (approx. 12) go back.[7]`;

const SENTENCES = [
  'Sure!',
  'Here is what I found:',
  'Cases wait 1.5 days before check no. 3, e.g. in March. [1][2]',
  'It has 46 handoffs [3].',
  'Dana says: “I wait. Then I call.” [4]',
  'Is that all?',
  'Yes.',
  '| a | b |',
  'It ends with S. Holt [5, 6]',
  '3.5 % of cases (approx. 12) go back.[7]',
];

test.each([1, 2, 3, 7, 1000])('sentences are the same however the text comes, %i letters at a time', (size) => {
  const splitter = createSplitter();
  const sentences: string[] = [];
  for (let at = 0; at < TEXT.length; at += size) sentences.push(...splitter.add(TEXT.slice(at, at + size)));
  sentences.push(...splitter.end());
  expect(sentences).toEqual(SENTENCES);
});

test('a sentence is whole as soon as the next one begins, and not before its citation', () => {
  const splitter = createSplitter();
  expect([
    splitter.add('There are 46'),
    splitter.add('.'),
    splitter.add(' '),
    splitter.add('[1'),
    splitter.add(']'),
    splitter.add(' It'),
    splitter.end(),
  ]).toEqual([[], [], [], [], [], ['There are 46. [1]'], ['It']]);
});

test('letters nobody sees are not there', () => {
  const splitter = createSplitter();
  expect([...splitter.add('p\u200ba\u202ess\u00aded [1].'), ...splitter.end()]).toEqual(['passed [1].']);
});

test.each([
  ['Sure!', true],
  ['Here is what I found:', true],
  ['Waiting times', true],
  ['I hope this helps.', true],
  ['There are 46 handoffs.', false],
  ['Sales hands over to credit.', false],
  ['Here are 3 reasons:', false],
])('%s: talk %s', (text, isIt) => {
  expect(isTalk(text)).toBe(isIt);
});
