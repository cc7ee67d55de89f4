import { describe, expect, it } from 'vitest';
import * as format from './format.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [400, '<1 s'],
    [45_000, '45 s'],
    [59_700, '1 min'],
    [12 * MINUTE, '12 min'],
    [59.8 * MINUTE, '1 h'],
    [4 * HOUR + 10 * MINUTE, '4 h 10 min'],
    [5 * HOUR, '5 h'],
    [23.9999 * HOUR, '1 d'],
    [3.24 * DAY, '3.2 d'],
    [48 * DAY, '48 d'],
    [1500 * DAY, '1,500 d'],
  ])('reads %d ms as %s', (ms, words) => {
    expect(format.formatDuration(ms)).toBe(words);
  });
});

it('keeps to one unit where there is little room', () => {
  expect([12 * MINUTE, 4.25 * HOUR, 19.9 * HOUR, 23.99 * HOUR, 3.2 * DAY].map(format.formatRough)).toEqual([
    '12 min',
    '4.3 h',
    '20 h',
    '24 h',
    '3.2 d',
  ]);
});

describe('formatIsoDuration', () => {
  it.each([
    ['P2D', '2 d'],
    ['PT4H', '4 h'],
    ['PT2H30M', '2 h 30 min'],
    ['P1W', '7 d'],
    ['PT45S', '45 s'],
    ['P1M', '1 month'],
    ['P2Y6M', '2 years 6 months'],
    ['P', 'P'],
    ['PT', 'PT'],
    ['soon', 'soon'],
  ])('reads %s as %s', (iso, words) => {
    expect(format.formatIsoDuration(iso)).toBe(words);
  });
});

describe('counts, shares and clocks', () => {
  it('names what it counts, in the right number', () => {
    expect([format.countOf(0, 'handoff'), format.countOf(1, 'case'), format.countOf(1204, 'case')]).toEqual([
      '0 handoffs',
      '1 case',
      '1,204 cases',
    ]);
    expect(format.countOf(2, 'person', 'people')).toBe('2 people');
  });

  it('keeps a small share visible and shows none as none', () => {
    expect([0, 0.004, 0.123, 1].map(format.formatShare)).toEqual(['0%', '<1%', '12%', '100%']);
  });

  it('shows media time as a clock', () => {
    expect([0, 7_900, 750_000, 3_725_000].map(format.formatClock)).toEqual(['0:00', '0:07', '12:30', '1:02:05']);
  });
});

describe('times and confidence in words', () => {
  it('says how long ago, and the date when that is long', () => {
    const now = Date.UTC(2026, 2, 12, 12);
    const ago = [30_000, 12 * MINUTE, 3 * HOUR, 30 * HOUR, 20 * DAY];
    expect(ago.map((ms) => format.formatWhen(now - ms, now))).toEqual([
      'just now',
      '12 minutes ago',
      '3 hours ago',
      'yesterday',
      '20 Feb 2026',
    ]);
  });

  it('says a logged time by the clock it was logged by', () => {
    const atMs = Date.UTC(2026, 2, 12, 23, 30);
    expect([0, 60, -330].map((zone) => [format.formatLogged(atMs, zone), format.formatZone(zone)])).toEqual([
      ['12 Mar 2026, 23:30', 'UTC+00:00'],
      ['13 Mar 2026, 00:30', 'UTC+01:00'],
      ['12 Mar 2026, 18:00', 'UTC-05:30'],
    ]);
  });

  it('orders its words for confidence', () => {
    expect([0.99, 0.85, 0.7, 0.5, 0.1].map(format.describeConfidence)).toEqual([
      'almost certain',
      'very likely',
      'likely',
      'uncertain',
      'doubtful',
    ]);
  });
});
