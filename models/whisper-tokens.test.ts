import { expect, test } from 'vitest';
import { readSaidTokens } from './whisper-tokens.ts';

const WORDS = ['I', 'open', 'the', 'invoice', 'then', 'wait'];
const END = 10;
const FIRST_TIME = 20;

/** Words by name, times in seconds. */
function read(said: readonly (string | number)[], lengthMs = 6000) {
  const tokens = said.map((one, at) => ({
    id: typeof one === 'number' ? FIRST_TIME + one * 50 : one === 'END' ? END : WORDS.indexOf(one),
    logProbability: -at / 10,
  }));
  const decode = (ids: readonly number[]): string => ids.map((id) => ` ${WORDS[id]}`).join('');
  return readSaidTokens(tokens, { endOfText: END, firstTime: FIRST_TIME, lengthMs, decode });
}

test('phrases stand between two times, and are as probable as their words', () => {
  expect(read([0, 'I', 'open', 2, 2.5, 'then', 'wait', 4, 'END'])).toEqual([
    { startMs: 0, endMs: 2000, text: 'I open', logProbability: expect.closeTo(-0.15) },
    { startMs: 2500, endMs: 4000, text: 'then wait', logProbability: expect.closeTo(-0.55) },
  ]);
});

test('a phrase that breaks off ends with what was heard; one without a first time begins there', () => {
  expect(read([1, 'I', 'open', 'END'])).toMatchObject([{ startMs: 1000, endMs: 6000, text: 'I open' }]);
  expect(read(['then', 'wait', 3, 'END'])).toMatchObject([{ startMs: 0, endMs: 3000, text: 'then wait' }]);
});

test('times without words are nothing', () => {
  expect(read([0, 2, 'END'])).toEqual([]);
  expect(read([])).toEqual([]);
});
