import { expect, test } from 'vitest';
import { createWinkTagger } from '../../models/wink-tagger.ts';
import { readDurations } from './durations.ts';
import { readWords } from './words.ts';

const tagger = createWinkTagger();

function durations(text: string): string[] {
  const { words } = readWords([{ index: 0, startMs: 0, endMs: 1000, text }], tagger);
  return readDurations(words, 0, words.length).map((duration) => duration.iso);
}

test('durations are read as people say them', () => {
  const said: Record<string, string[]> = {
    'it takes a couple of hours': ['PT2H'],
    'that is two or three days': ['P2D', 'P3D'],
    'usually five to seven days': ['P5D', 'P7D'],
    'a day or two': ['P1D', 'P2D'],
    'half a day': ['PT4H'],
    'ten working days': ['P10D'],
    'within twenty-four hours': ['PT24H'],
    'twenty four hours': ['PT24H'],
    'two weeks easily': ['P14D'],
    'another week': ['P7D'],
    'a month': ['P1M'],
    '30 minutes': ['PT30M'],
    'the days are long': [],
    'over fifty thousand a year': [],
    'two a day': [],
  };
  expect(Object.fromEntries(Object.keys(said).map((text) => [text, durations(text)]))).toEqual(said);
});
