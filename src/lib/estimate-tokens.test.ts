import { expect, test } from 'vitest';
import { estimateTokens } from './estimate-tokens.ts';

test('counts words by three letters, signs by two, and digits and letters of other scripts one by one', () => {
  expect(
    ['', 'the invoice', 'case 4711', '{"n":12}', 'a\n\n  b', 'prüfe', 'счёт', '发票', '✅', '😀'].map(estimateTokens),
  ).toEqual([0, 4, 6, 6, 5, 4, 4, 4, 2, 3]);
});

test('never less for more text', () => {
  const text = 'We check INV-2024-0815 für Łódź: 3 of 12 (25 %), 发票 ✅ 😀.';
  const sizes = Array.from({ length: text.length + 1 }, (_, at) => estimateTokens(text.slice(0, at)));
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
});
