// Milliseconds since 1970 (UTC) to ISO 8601 text: logs hold millions of times, and a Date for each is slow.

const DAY_MS = 86_400_000;

export interface TimeFormatter {
  /**
   * `2026-03-02T14:05:00.000+01:00`, or with Z where the clock was not ahead of UTC. Milliseconds with a fraction get as
   * many digits as it takes to read the same number back (see parseIsoMs). For the years 0 to 9999.
   */
  (ms: number, zoneMinutes?: number): string;
}

/** Remembers the day it wrote last, for the times of a case are mostly of few days. */
export function createTimeFormatter(): TimeFormatter {
  const days = new Map<number, string>();
  const dateOf = (day: number): string => {
    const known = days.get(day);
    if (known !== undefined) return known;
    if (days.size > MOST_DAYS) days.clear();
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    days.set(day, date);
    return date;
  };
  return (ms, zoneMinutes = 0) => {
    const wholeMs = Math.floor(ms);
    const local = wholeMs + zoneMinutes * 60_000;
    const day = Math.floor(local / DAY_MS);
    return `${dateOf(day)}T${clockOf(local - day * DAY_MS)}${fractionOf(ms, wholeMs)}${zoneOf(zoneMinutes)}`;
  };
}

const MOST_DAYS = 10_000;

function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${pad2(Math.floor(minutes / 60))}:${pad2(minutes % 60)}:${pad2(seconds % 60)}.${pad3(ms % 1000)}`;
}

/** Microseconds, and nanoseconds where those do not give the number back; what comes after is beyond its precision. */
function fractionOf(ms: number, wholeMs: number): string {
  if (ms === wholeMs) return '';
  const micros = Math.round((ms - wholeMs) * 1000);
  if (micros < 1000 && wholeMs + micros / 1000 === ms) return pad3(micros);
  return String(Math.min(999_999, Math.round((ms - wholeMs) * 1_000_000))).padStart(6, '0');
}

function zoneOf(minutes: number): string {
  if (minutes === 0) return 'Z';
  const ahead = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad2(Math.floor(ahead / 60))}:${pad2(ahead % 60)}`;
}

const pad2 = (value: number): string => (value < 10 ? `0${value}` : String(value));

const pad3 = (value: number): string => (value < 10 ? `00${value}` : value < 100 ? `0${value}` : String(value));
