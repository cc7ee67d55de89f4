// A clock as people write it beside a date: 9:05, 14.05, 2:05:30 PM.

interface WrittenClock {
  readonly hours: string;
  readonly minutes?: string | undefined;
  readonly seconds?: string | undefined;
  /** Digits after the point. */
  readonly fraction?: string | undefined;
  /** Anything that begins with a or p. */
  readonly half?: string | undefined;
}

/** Milliseconds since midnight, below a day; NaN when there is no such time. */
export function clockMs({ hours, minutes = '0', seconds = '0', fraction = '', half }: WrittenClock): number {
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return Number.NaN;
  const full = half === undefined ? hour : (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  if (full > 23 || Number(minutes) > 59 || Number(seconds) > 60) return Number.NaN;
  const ms = fraction === '' ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  return ((full * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + ms;
}

/** Two digits mean the century a log of a computer system comes from. */
export const fullYear = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
