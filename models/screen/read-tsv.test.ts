import { expect, test } from 'vitest';
import { readTsv } from './read-tsv.ts';

const line = (...cells: (string | number)[]): string => cells.join('\t');

test('words with their boxes, in pixels of the picture that the rows were cut out of', () => {
  const tsv = [
    line(
      'level',
      'page_num',
      'block_num',
      'par_num',
      'line_num',
      'word_num',
      'left',
      'top',
      'width',
      'height',
      'conf',
      'text',
    ),
    line(1, 1, 0, 0, 0, 0, 0, 0, 1280, 400, -1, ''),
    line(4, 1, 1, 1, 1, 0, 20, 40, 300, 21, -1, ''),
    line(5, 1, 1, 1, 1, 1, 20, 41, 100, 20, 96.123, 'Order'),
    line(5, 1, 1, 1, 1, 2, 131, 41, 60, 20, 88, '4711.'),
    '',
  ].join('\n');
  expect(readTsv(tsv, { top: 100, bottom: 300 }, 2)).toEqual([
    { text: 'Order', x: 10, y: 121, w: 50, h: 10, confidence: 0.96 },
    { text: '4711.', x: 66, y: 121, w: 30, h: 10, confidence: 0.88 },
  ]);
});

test('frames, icons and guesses are no words', () => {
  const word = (text: string, confidence: number): string => line(5, 1, 1, 1, 1, 1, 0, 0, 9, 9, confidence, text);
  const tsv = [word('|', 90), word('—', 95), word(' ', 95), word('Qs', 12), word('€', 80), word('7', 31)].join('\n');
  expect(readTsv(tsv, { top: 0, bottom: 9 }, 1).map(({ text }) => text)).toEqual(['€', '7']);
});
