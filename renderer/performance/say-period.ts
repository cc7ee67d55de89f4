// What a period is called: "Week of 2 Mar 2026", "Mar 2026", "2 Mar 2026", "2 Mar 2026, 14:00".
import type { Period } from '../../src/domain/performance.ts';
import { formatDate, formatMoment } from '../format.ts';

export function sayPeriod(fromMs: number, period: Period): string {
  if (period === 'hour') return formatMoment(fromMs, 'UTC');
  const day = formatDate(fromMs, 'UTC');
  if (period === 'day') return day;
  return period === 'week' ? `Week of ${day}` : day.slice(day.indexOf(' ') + 1);
}
