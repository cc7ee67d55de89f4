import { expect, test } from 'vitest';
import { sayPeriod, sayTick } from './say-period.ts';

const AT = Date.UTC(2026, 2, 2, 14, 5);
const DAY = 86_400_000;

test('periods are called by how long they are', () => {
  expect((['hour', 'day', 'week', 'month'] as const).map((period) => sayPeriod(AT, period))).toEqual([
    '2 Mar 2026, 14:05',
    '2 Mar 2026',
    'Week of 2 Mar 2026',
    'Mar 2026',
  ]);
});

test('a tick says what the others do not', () => {
  expect([DAY, 40 * DAY, 900 * DAY].map((span) => sayTick(AT, span))).toEqual(['14:05', '2 Mar', 'Mar 2026']);
});
