import { describe, expect, it } from 'vitest';
import { addWorking, DAY, dayOfDate, HOUR, nextWorking, toIso, type WorkingHours } from './clock.ts';

const mornings: WorkingHours = {
  week: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [[9 * HOUR, 12 * HOUR]] : [])),
  away: new Set([dayOfDate('2026-01-12')]),
};

describe('the clock of the simulation', () => {
  it('prints winter and summer time with their offsets', () => {
    const nine = (date: string): string => toIso(dayOfDate(date) * DAY + 9 * HOUR);
    expect([nine('2026-03-27'), nine('2026-03-30'), nine('2026-10-26')]).toEqual([
      '2026-03-27T09:00:00+01:00',
      '2026-03-30T09:00:00+02:00',
      '2026-10-26T09:00:00+01:00',
    ]);
  });

  it('carries work that does not fit into the day over to the next day that is worked', () => {
    const friday = dayOfDate('2026-01-09') * DAY;
    expect(toIso(addWorking(mornings, friday + 11 * HOUR, 90))).toBe('2026-01-13T09:30:00+01:00');
  });

  it('finds the next opening over a weekend and a day off', () => {
    const saturday = dayOfDate('2026-01-10') * DAY;
    expect(toIso(nextWorking(mornings, saturday))).toBe('2026-01-13T09:00:00+01:00');
  });
});
