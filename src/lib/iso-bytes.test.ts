import { expect, test } from 'vitest';
import { createIsoReader } from './iso-bytes.ts';
import { hasZone, parseIsoMs } from './parse-time.ts';
import { createRandom } from './random.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const TIMES = [
  '2026-03-02T08:05:09.250Z',
  '2026-03-02 08:05:09+01:00',
  '2024-02-29T23:59',
  '1969-12-31T00:00:00.001-11:30',
  '2026-03-02T08:05:09',
];

test('what is read is what parseIsoMs reads, whatever stands around it', () => {
  for (const text of TIMES) {
    expect(createIsoReader().read(encode(`,${text},`), 1, text.length + 1)).toBe(parseIsoMs(text));
  }
});

test('a time that only parseIsoMs can read, or nobody, is left alone', () => {
  const random = createRandom(1);
  const reader = createIsoReader();
  let read = 0;
  for (let round = 0; round < 200_000; round += 1) {
    const bytes = encode(TIMES[Math.floor(random() * TIMES.length)]!);
    for (let change = 0; change < 2; change += 1) {
      const alphabet = '0123456789:-+.TZ ';
      bytes[Math.floor(random() * bytes.length)] = alphabet.charCodeAt(Math.floor(random() * alphabet.length));
    }
    const to = bytes.length - (random() < 0.3 ? Math.floor(random() * 9) : 0);
    const ms = reader.read(bytes, 0, to);
    if (Number.isNaN(ms)) continue;
    const text = new TextDecoder().decode(bytes.subarray(0, to));
    if (ms !== parseIsoMs(text)) throw new Error(`${text}: ${ms}, not ${parseIsoMs(text)}`);
    read += 1;
  }
  expect(read).toBeGreaterThan(10_000);
});

test('times without a zone are noticed', () => {
  for (const text of TIMES) {
    const reader = createIsoReader();
    reader.read(encode(text), 0, text.length);
    expect(reader.isZoneless()).toBe(!hasZone(text));
  }
});
