import { expect, test } from 'vitest';
import type { Segment } from './evidence.ts';
import { applyEdit, invertEdit, type TranscriptEdit } from './transcript-edit.ts';

const SAID: readonly Segment[] = [
  { index: 0, startMs: 0, endMs: 2000, text: 'First I open the odor.', confidence01: 0.8 },
  { index: 1, startMs: 2000, endMs: 3000, text: 'Then I check' },
  { index: 2, startMs: 3000, endMs: 5000, text: 'the amount.', speaker: 'Ida' },
];

test.each<[string, TranscriptEdit, string[]]>([
  [
    'a word is put right',
    { at: 0, was: ['First I open the odor.'], now: [{ startMs: 0, endMs: 2000, text: 'First I open the order.' }] },
    ['0 First I open the order.', '2000 Then I check', '3000 the amount.'],
  ],
  [
    'a segment is split',
    {
      at: 0,
      was: ['First I open the odor.'],
      now: [
        { startMs: 0, endMs: 900, text: 'First I open' },
        { startMs: 900, endMs: 2000, text: 'the odor.' },
      ],
    },
    ['0 First I open', '900 the odor.', '2000 Then I check', '3000 the amount.'],
  ],
  [
    'two are joined',
    {
      at: 1,
      was: ['Then I check', 'the amount.'],
      now: [{ startMs: 2000, endMs: 5000, text: 'Then I check the amount.' }],
    },
    ['0 First I open the odor.', '2000 Then I check the amount.'],
  ],
  ['one is removed', { at: 1, was: ['Then I check'], now: [] }, ['0 First I open the odor.', '3000 the amount.']],
  [
    'one is added at the end',
    { at: 3, was: [], now: [{ startMs: 6000, endMs: 7000, text: 'Done.' }] },
    ['0 First I open the odor.', '2000 Then I check', '3000 the amount.', '6000 Done.'],
  ],
])('%s, and the edit the other way round takes it back', (_, edit, expected) => {
  const after = applyEdit(SAID, edit);
  expect(after.map(({ startMs, text }) => `${startMs} ${text}`)).toEqual(expected);
  expect(after.map(({ index }) => index)).toEqual(after.map((__, at) => at));
  expect(applyEdit(after, invertEdit(edit, { before: SAID, after }))).toEqual(SAID);
});

test('words that were cleaned on their way to the disk are taken back as they stand there', () => {
  const edit = { at: 1, was: ['Then I check'], now: [{ startMs: 2000, endMs: 3000, text: 'I mail ida@example.com' }] };
  const stored = applyEdit(SAID, edit).map((each) => ({
    ...each,
    text: each.text.replace('ida@example.com', '[e-mail]'),
  }));
  expect(invertEdit(edit, { before: SAID, after: stored })).toMatchObject({ was: ['I mail [e-mail]'] });
});

test('an edit of words that somebody has changed meanwhile is refused, and one out of order', () => {
  const now = [{ startMs: 0, endMs: 2000, text: 'First I open the order.' }];
  expect(() => applyEdit(SAID, { at: 0, was: ['First I open it.'], now })).toThrow('These words have changed');
  expect(() => applyEdit(SAID, { at: 2, was: ['the amount.', 'Done.'], now })).toThrow('These words have changed');
  expect(() => applyEdit(SAID, { at: 9, was: [], now })).toThrow('These words have changed');
  expect(() => applyEdit(SAID, { at: 3, was: [], now })).toThrow('"First I open the order." would stand out of order');
  const late = [{ startMs: 4000, endMs: 4500, text: 'Late.' }];
  expect(() => applyEdit(SAID, { at: 0, was: ['First I open the odor.'], now: late })).toThrow('out of order');
});
