import { expect, test } from 'vitest';
import { createTimeFormatter } from './format-time.ts';
import { parseIsoMs, zoneMinutes } from './parse-time.ts';
import { createRandom } from './random.ts';

const format = createTimeFormatter();

test('a time is written with milliseconds and the clock of its zone', () => {
  expect([
    format(Date.UTC(2026, 2, 2, 13, 5)),
    format(Date.UTC(2026, 2, 2, 23, 5, 6, 78), 60),
    format(Date.UTC(2026, 2, 2, 3), -570),
    format(-1),
  ]).toEqual([
    '2026-03-02T13:05:00.000Z',
    '2026-03-03T00:05:06.078+01:00',
    '2026-03-01T17:30:00.000-09:30',
    '1969-12-31T23:59:59.999Z',
  ]);
});

test('microseconds are written as they are, and finer fractions as far as they go', () => {
  expect([format(1000.25), format(Date.UTC(2026, 0, 1) + 0.123)]).toEqual([
    '1970-01-01T00:00:01.000250Z',
    '2026-01-01T00:00:00.000123Z',
  ]);
});

test('every time that was read is read back the same, with its zone', () => {
  const random = createRandom(7);
  for (let round = 0; round < 5000; round += 1) {
    const digits = Math.floor(random() * 10);
    const fraction = digits === 0 ? '' : `.${String(Math.floor(random() * 10 ** digits)).padStart(digits, '0')}`;
    const whole = new Date(Math.floor(random() * 4e12)).toISOString().slice(0, 19);
    const text = `${whole}${fraction}${['Z', '+02:00', '-03:30'][round % 3]}`;
    const ms = parseIsoMs(text);
    const written = format(ms, zoneMinutes(text));
    expect([written, parseIsoMs(written), zoneMinutes(written)]).toEqual([written, ms, zoneMinutes(text)]);
  }
});
