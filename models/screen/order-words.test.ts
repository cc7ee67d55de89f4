import { expect, test } from 'vitest';
import { orderWords } from './order-words.ts';

const word = (text: string, x: number, y: number, h = 10) => ({ text, x, y, w: 30, h, confidence: 1 });
const order = (...words: readonly ReturnType<typeof word>[]): string =>
  orderWords(words)
    .map(({ text }) => text)
    .join(' ');

test('a table that was read column by column becomes rows', () => {
  const columns = [
    word('INV-1', 10, 20),
    word('INV-2', 10, 50),
    word('Waiting', 300, 21),
    word('Approved', 300, 48, 13),
  ];
  expect(order(...columns)).toBe('INV-1 Waiting INV-2 Approved');
});

test('letters with tails, marks and small words stay on their line; the next line does not join it', () => {
  expect(order(word('gap', 50, 23, 11), word('no', 10, 23, 8), word('.', 90, 28, 2), word('below', 10, 36))).toBe(
    'no gap . below',
  );
});
