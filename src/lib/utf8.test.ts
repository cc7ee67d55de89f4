import { expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';
import { createRandom } from './random.ts';

const TEXTS = ['', 'plain', 'prüfen – „gut“', '日本', 'a😀b', '\ud800', 'x\udc00', '\u{10ffff}', 'ü'.repeat(9000)];

test('texts become the bytes that TextEncoder makes, and texts again', () => {
  for (const text of TEXTS) {
    const bytes = new TextEncoder().encode(text);
    expect([Array.from(encodeUtf8(text)), decodeUtf8(bytes)]).toEqual([
      Array.from(bytes),
      new TextDecoder().decode(bytes),
    ]);
  }
  expect(decodeUtf8(encodeUtf8('-ü-'), 1, 3)).toBe('ü');
});

test('bytes that are no UTF-8 never fail', () => {
  const random = createRandom(3);
  for (let round = 0; round < 2000; round += 1) {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 12) }, () => Math.floor(random() * 256));
    expect(typeof decodeUtf8(bytes)).toBe('string');
  }
});
