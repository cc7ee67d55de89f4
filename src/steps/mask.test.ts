import { expect, test } from 'vitest';
import { createWinkTagger } from '../../models/wink-tagger.ts';
import { readWords } from './words.ts';

const tagger = createWinkTagger();
const meant = (text: string) =>
  readWords([{ index: 0, startMs: 0, endMs: 1000, text }], tagger)
    .words.map((word) => word.text)
    .join(' ');

test('fillers, restarts and what is taken back are skipped', () => {
  expect(meant('So, um, I open the, the form')).toBe('So , I open the form');
  expect(meant('I open the crate, I mean, sorry, not the crate, the claim')).toBe('I open the claim');
  expect(meant("I'd put a mark, I mean, I'd put a note on it")).toBe("I 'd put a note on it");
  expect(meant('I put it in the, in the red box')).toBe('I put it in the red box');
});

test('words that only look like fillers stay', () => {
  expect(meant('when they seal it it goes to the lab')).toBe('when they seal it it goes to the lab');
  expect(meant('it looks like a duplicate')).toBe('it looks like a duplicate');
});
