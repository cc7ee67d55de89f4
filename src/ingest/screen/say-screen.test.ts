import { expect, test } from 'vitest';
import type { ScreenWord } from '../../domain/evidence.ts';
import { sayScreen } from './say-screen.ts';

const word = (text: string, x: number, y: number, h = 10): ScreenWord => ({
  text,
  x,
  y,
  w: 8 * text.length,
  h,
  confidence: 1,
});

test('words of a line stand beside each other, the columns of a table too; lines below', () => {
  const words = [word('Order', 10, 20), word('4711', 400, 21, 9), word('paid,', 10, 40, 12), word('late', 60, 43, 8)];
  const { text, words: said } = sayScreen(words);
  expect(text).toBe('Order\t4711\npaid, late');
  expect(said.map(({ start, end }) => text.slice(start, end))).toEqual(['Order', '4711', 'paid,', 'late']);
});

test('a second block at the same height begins a line where it is further to the left', () => {
  expect(sayScreen([word('right', 300, 20), word('left', 10, 20)]).text).toBe('right\nleft');
});

test('nothing says nothing', () => {
  expect(sayScreen([])).toEqual({ text: '', words: [] });
});
