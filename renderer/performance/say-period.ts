// What periods and moments are called beside charts, by the clock of UTC.
import type { Period } from '../../src/domain/performance.ts';
import { formatDate, formatMoment } from '../format.ts';

/** "Week of 2 Mar 2026", "Mar 2026", "2 Mar 2026", "2 Mar 2026, 14:00". */
export function sayPeriod(fromMs: number, period: Period): string {
  if (period === 'hour') return formatMoment(fromMs, 'UTC');
  const day = formatDate(fromMs, 'UTC');
  if (period === 'day') return day;
  return period === 'week' ? `Week of ${day}` : day.slice(day.indexOf(' ') + 1);
}

/** Under an axis that spans this long: "14:05", "2 Mar", "Mar 2026". */
export function sayTick(atMs: number, spanMs: number): string {
  const day = formatDate(atMs, 'UTC');
  if (spanMs < 2 * DAY) return formatMoment(atMs, 'UTC').slice(-5);
  return spanMs < 300 * DAY ? day.slice(0, day.lastIndexOf(' ')) : day.slice(day.indexOf(' ') + 1);
}

const DAY = 86_400_000;
