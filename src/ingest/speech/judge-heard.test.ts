import { expect, test } from 'vitest';
import type { HeardSegment } from '../../needs/transcriber.ts';
import { measureLoop } from './find-loop.ts';
import { type HeardWindow, judgeHeard } from './judge-heard.ts';

const SPAN = { startMs: 10_000, endMs: 20_000 };

function hear(segments: readonly Partial<HeardSegment>[], noSpeech01: number | null = 0): HeardWindow {
  const filled = segments.map((given, at) => ({
    startMs: at * 2000,
    endMs: at * 2000 + 1900,
    text: 'First I open the invoice.',
    logProbability: -0.1,
    ...given,
  }));
  return { ...SPAN, heard: { segments: filled, noSpeech01 } };
}

const judgeOne = (segment: Partial<HeardSegment>, noSpeech01: number | null = 0) =>
  judgeHeard([hear([segment], noSpeech01)], [SPAN]);

test('what was heard is put on the clock of the recording, with how sure it is', () => {
  const window = hear([{ text: ' First I open it. ' }, { text: 'Then I wait.', endMs: 12_000, logProbability: null }]);
  expect(judgeHeard([window], [SPAN])).toEqual({
    segments: [
      { index: 0, startMs: 10_000, endMs: 11_900, text: 'First I open it.', confidence01: 0.905 },
      { index: 1, startMs: 12_000, endMs: 20_000, text: 'Then I wait.' },
    ],
    leftOut: {},
  });
});

test.each([
  ['a loop of one word', { text: 'the '.repeat(60) }, 'repeated'],
  ['a loop of a sentence', { text: 'I check the amount of it. '.repeat(6), endMs: 9900 }, 'repeated'],
  ['words in the padding behind the window', { startMs: 12_000, endMs: 14_000 }, 'impossible'],
  ['words that take no time', { startMs: 2000, endMs: 2000 }, 'impossible'],
  [
    'ninety letters in a second',
    { endMs: 1000, text: 'I open the invoice and check what it is about today '.repeat(2) },
    'impossible',
  ],
  ['a note on a sound', { text: '[Music]' }, 'sounds'],
  ['notes', { text: '♪♪' }, 'sounds'],
  ['marks alone', { text: '...' }, 'sounds'],
  ['what subtitles end with', { text: 'Thanks for watching!' }, 'madeUp'],
  ['the same in German', { text: 'Untertitel der Amara.org-Community' }, 'madeUp'],
  ['one word in nine at best', { logProbability: -2.5 }, 'unlikely'],
])('%s is left out and counted', (_, segment, why) => {
  expect(judgeOne(segment)).toEqual({ segments: [], leftOut: { [why]: 1 } });
});

test('words that are doubted where probably nobody speaks are left out; either alone is not enough', () => {
  expect(judgeOne({ logProbability: -1.2 }, 0.8).leftOut).toEqual({ noSpeech: 1 });
  expect(judgeOne({ logProbability: -1.2 }, 0.3).leftOut).toEqual({});
  expect(judgeOne({ logProbability: -0.2 }, 0.9).leftOut).toEqual({});
  expect(judgeOne({ logProbability: null }, null).leftOut).toEqual({});
});

test('words beside all speech are left out', () => {
  const window = hear([
    { startMs: 0, endMs: 2000 },
    { startMs: 7000, endMs: 9000, text: 'Then I wait.' },
  ]);
  const judged = judgeHeard([window], [{ startMs: 10_000, endMs: 12_500 }]);
  expect(judged.segments.map(({ text }) => text)).toEqual(['First I open the invoice.']);
  expect(judged.leftOut).toEqual({ impossible: 1 });
});

test('the same words a third time in a row are a loop, over windows as well; people say things twice', () => {
  const later = { startMs: 40_000, endMs: 50_000 };
  const windows = [hear([{}, {}]), { ...hear([{}, {}, { text: 'Done now.' }]), ...later }];
  const { segments, leftOut } = judgeHeard(windows, [SPAN, later]);
  expect(segments.map(({ text }) => text)).toEqual([
    'First I open the invoice.',
    'First I open the invoice.',
    'Done now.',
  ]);
  expect(leftOut).toEqual({ repeated: 2 });
});

test('what people do say is kept: numbers, names, short answers, a thing said four times', () => {
  const texts = [
    'No.',
    'no no no no',
    'Order 4711 for 1,250.00 euros.',
    "It's Noor's.",
    'Danke!',
    'Thank you.',
    'die Prüfung (IBAN) folgt',
  ];
  expect(texts.filter((text) => judgeOne({ text }).segments.length === 1)).toEqual(texts);
});

test('a loop is measured by the words it covers', () => {
  expect(measureLoop('a b c d e f'.split(' '))).toBe(0);
  expect(measureLoop('a a a a'.split(' '))).toBe(0);
  expect(measureLoop('x a a a a a y z'.split(' '))).toBe(5 / 8);
  expect(measureLoop('go on go on go on go on go on'.split(' '))).toBe(1);
  expect(measureLoop([])).toBe(0);
});
