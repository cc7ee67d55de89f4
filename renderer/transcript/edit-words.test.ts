import { expect, test } from 'vitest';
import type { Segment } from '../../src/domain/evidence.ts';
import { add, joinWithBefore, placeNew, putRight, split } from './edit-words.ts';

const SAID: readonly Segment[] = [
  { index: 0, startMs: 0, endMs: 2000, text: 'First I open', confidence01: 0.7 },
  { index: 1, startMs: 2000, endMs: 6000, text: 'the odor then I wait' },
  { index: 2, startMs: 9000, endMs: 9500, text: 'Really?', speaker: 'Noor' },
];

test('a line is put right, goes when it is emptied, and is left alone when nothing changes', () => {
  expect(putRight(SAID, 0, ' First I print ')).toEqual({
    at: 0,
    was: ['First I open'],
    now: [{ startMs: 0, endMs: 2000, text: 'First I print' }],
  });
  expect(putRight(SAID, 2, '')).toEqual({ at: 2, was: ['Really?'], now: [] });
  expect(putRight(SAID, 2, 'Sure?')?.now).toEqual([{ startMs: 9000, endMs: 9500, text: 'Sure?', speaker: 'Noor' }]);
  expect(putRight(SAID, 0, 'First I open ')).toBeUndefined();
  expect(putRight(SAID, 7, 'No such line')).toBeUndefined();
});

test('a line is split at the caret, with what was typed, and shares its time by the words', () => {
  expect(split(SAID, 1, { text: 'the order then I wait', caret: 9 })).toEqual({
    at: 1,
    was: ['the odor then I wait'],
    now: [
      { startMs: 2000, endMs: 3800, text: 'the order' },
      { startMs: 3800, endMs: 6000, text: 'then I wait' },
    ],
  });
  expect(split(SAID, 1, { text: 'the order', caret: 0 })).toBeUndefined();
  expect(split(SAID, 1, { text: 'the order', caret: 9 })).toBeUndefined();
});

test('a line is joined with the one before it, unless somebody else says that', () => {
  expect(joinWithBefore(SAID, 1, 'the order')).toEqual({
    at: 0,
    was: ['First I open', 'the odor then I wait'],
    now: [{ startMs: 0, endMs: 6000, text: 'First I open the order' }],
  });
  expect(joinWithBefore(SAID, 2, 'Really?')).toBeUndefined();
  expect(joinWithBefore(SAID, 0, 'First I open')).toBeUndefined();
});

test('a new line stands after what has begun, up to the next or three seconds long', () => {
  expect(placeNew(SAID, 7000, 20_000)).toEqual({ at: 2, startMs: 7000, endMs: 9000 });
  expect(placeNew(SAID, 12_000.4, 20_000)).toEqual({ at: 3, startMs: 12_000, endMs: 15_000 });
  expect(placeNew([], 19_000, 20_000)).toEqual({ at: 0, startMs: 19_000, endMs: 20_000 });
  expect(add(placeNew([], 0, 20_000), ' Hello. ')).toEqual({
    at: 0,
    was: [],
    now: [{ startMs: 0, endMs: 3000, text: 'Hello.' }],
  });
  expect(add(placeNew([], 0, 20_000), '  ')).toBeUndefined();
});
