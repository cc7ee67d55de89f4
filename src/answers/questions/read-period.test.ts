import { expect, test } from 'vitest';
import { readPeriod } from './read-period.ts';

const times = { fromMs: Date.UTC(2025, 10, 3), toMs: Date.UTC(2026, 6, 9) };
const read = (text: string) => {
  const period = readPeriod(text.split(' '), times);
  const day = (ms: number | undefined): string => new Date(ms ?? 0).toISOString().slice(0, 10);
  return period && [day(period.slice.fromMs), day(period.slice.toMs)];
};

test('months, quarters and years are read; a month without a year is the last one of the logs', () => {
  expect(
    [
      'and in march 2025',
      'in june',
      'in december',
      'in may',
      'we may begin',
      'q2 2026',
      'during 2025',
      'on monday',
    ].map(read),
  ).toEqual([
    ['2025-03-01', '2025-04-01'],
    ['2026-06-01', '2026-07-01'],
    ['2025-12-01', '2026-01-01'],
    ['2026-05-01', '2026-06-01'],
    undefined,
    ['2026-04-01', '2026-07-01'],
    ['2025-01-01', '2026-01-01'],
    undefined,
  ]);
});
