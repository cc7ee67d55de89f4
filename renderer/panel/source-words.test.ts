import { expect, it } from 'vitest';
import { describeSources, tellCount } from './source-words.ts';

it('says where numbers and words come from', () => {
  const say = (log: number, recordings: number, hasLog = true) =>
    describeSources({ sources: { log, recordings } }, hasLog);
  expect([say(434, 2), say(434, 0), say(0, 1), say(0, 3, false)]).toEqual([
    'Counts and times come from the event log, words and clips from 2 recordings.',
    'Only the event log knows it: nobody tells it in a recording.',
    'Told in 1 recording, in no event log: how often and how long is not known.',
    'Told in 3 recordings.',
  ]);
});

it('never shows a number of recordings as if cases were counted', () => {
  expect([
    tellCount({ log: 434, recordings: 2 }, '434'),
    tellCount({ log: 0, recordings: 1 }, '1'),
    tellCount({ log: 0, recordings: 3 }, '4'),
  ]).toEqual(['434', 'told', 'told 3×']);
});
