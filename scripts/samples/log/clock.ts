// The simulation counts local minutes since Monday 5 January 2026, 00:00. Nobody works at night, so the hour that
// summer time takes or gives never falls into work; it shows only in the offset of the printed time.

const START_UTC = Date.UTC(2026, 0, 5);
const SUMMER_FROM = Date.UTC(2026, 2, 29, 2);
const SUMMER_TO = Date.UTC(2026, 9, 25, 3);

export const HOUR = 60;
export const DAY = 24 * HOUR;

/** Days on which the whole company is closed, as days since the start: spring holidays and the like. */
const CLOSED_DAYS = new Set(['2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25'].map(dayOfDate));

/** When somebody works on onboarding: minutes of the day from–to, for each weekday (0 is Monday), and days away. */
export interface WorkingHours {
  readonly week: readonly (readonly (readonly [from: number, to: number])[])[];
  readonly away: ReadonlySet<number>;
}

/** The number of the day, counted from the start, of a date such as "2026-04-03". */
export function dayOfDate(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - START_UTC) / 86_400_000);
}

/** The day of the month of a point in time. */
export function dayOfMonth(time: number): number {
  return new Date(START_UTC + time * 60_000).getUTCDate();
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(time: number): number {
  return Math.floor(time / DAY) % 7;
}

/** The first moment, `time` or later, at which these hours are worked. */
export function nextWorking(hours: WorkingHours, time: number): number {
  for (let day = Math.floor(time / DAY); ; day += 1) {
    for (const [from, to] of spansOf(hours, day)) {
      if (time < day * DAY + to) return Math.max(time, day * DAY + from);
    }
  }
}

/** The moment at which `minutes` of work are done when they begin at `start`; nights, lunch and days off do not count. */
export function addWorking(hours: WorkingHours, start: number, minutes: number): number {
  let left = minutes;
  let now = nextWorking(hours, start);
  for (;;) {
    const day = Math.floor(now / DAY);
    const end = spansOf(hours, day).find(([, to]) => now < day * DAY + to);
    const spanEnd = day * DAY + (end?.[1] ?? 0);
    if (now + left <= spanEnd) return now + left;
    left -= spanEnd - now;
    now = nextWorking(hours, spanEnd);
  }
}

function spansOf(hours: WorkingHours, day: number): readonly (readonly [number, number])[] {
  return hours.away.has(day) || CLOSED_DAYS.has(day) ? [] : (hours.week[day % 7] ?? []);
}

/** Prints a point in time as local time with its offset: 2026-03-30T09:15:00+02:00. */
export function toIso(time: number): string {
  const utc = START_UTC + Math.round(time * 60) * 1000;
  const offset = utc >= SUMMER_FROM && utc < SUMMER_TO ? '+02:00' : '+01:00';
  return new Date(utc).toISOString().slice(0, 19) + offset;
}
