import { expect, test } from 'vitest';
import { dayMs, hasZone, parseIsoMs, zoneMinutes } from './parse-time.ts';

test('ISO times are read as the platform reads them', () => {
  const texts = [
    '1970-01-01T00:00:00.000Z',
    '2010-12-30T14:32:00.000+01:00',
    '2024-02-29T23:59:59.999Z',
    '1969-12-31T23:59:59Z',
    '2026-03-02T14:05Z',
    '2000-03-01T00:00:00-11:30',
    '1899-12-31T12:00:00Z',
  ];
  expect(texts.map(parseIsoMs)).toEqual(texts.map((text) => Date.parse(text)));
});

test('a time without a zone is UTC, and the T, the seconds and the dashes have stand-ins', () => {
  const noon = Date.UTC(2026, 2, 2, 12);
  const texts = [
    '2026-03-02T12:00:00',
    '2026-03-02 12:00',
    '2026/03/02 12:00:00',
    '2026-03-02 13:00:00 +0100',
    '2026-03-02T13:00:00+01',
    '2026-03-02t12:00:00,000z',
  ];
  expect(texts.map(parseIsoMs)).toEqual(texts.map(() => noon));
  expect(parseIsoMs('2026-03-02')).toBe(Date.UTC(2026, 2, 2));
  expect(parseIsoMs('2026-03-02T24:00:00Z')).toBe(Date.UTC(2026, 2, 3));
});

test('fractions of any length are kept to the microsecond', () => {
  const texts = ['00.5', '00.25', '00.123456', '00.123456789', '60'];
  expect(texts.map((seconds) => parseIsoMs(`1970-01-01T00:00:${seconds}Z`))).toEqual([
    500, 250, 123.456, 123.456789, 60_000,
  ]);
});

test('what is no time is NaN', () => {
  const texts = [
    '',
    'yesterday',
    '2026-02-30T00:00:00Z',
    '2025-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-03-02T25:00:00Z',
    '2026-03-02T24:01:00Z',
    '2026-03-02T12:60:00Z',
    '2026-03-02T12:00:61Z',
    '2026-03-02T12:00:00.Z',
    '2026-03-02T12:00:00+1',
    '2026-03-02T12:00:00 and more',
    '2026-03/02',
    '2026-03-02T',
    '2026-3-2',
  ];
  expect(texts.filter((text) => !Number.isNaN(parseIsoMs(text)))).toEqual([]);
});

test('the zone of a text is told in minutes', () => {
  const texts = [
    '2026-03-02T12:00:00+05:30',
    '2026-03-02T12:00:00-0800',
    '2026-03-02T12:00:00Z',
    '2026-03-02T12:00:00',
  ];
  expect(texts.map(zoneMinutes)).toEqual([330, -480, 0, 0]);
  expect(texts.map(hasZone)).toEqual([true, true, true, false]);
});

test('every day of four hundred years follows the one before it', () => {
  let expected = dayMs(1900, 1, 1);
  expect(expected).toBe(Date.UTC(1900, 0, 1));
  for (let year = 1900; year < 2300; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; !Number.isNaN(dayMs(year, month, day)); day += 1) {
        if (dayMs(year, month, day) !== expected) throw new Error(`${year}-${month}-${day}`);
        expected += 86_400_000;
      }
    }
  }
  expect(expected).toBe(Date.UTC(2300, 0, 1));
});
