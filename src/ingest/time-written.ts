// Dates as three numbers, day or month first: 03.02.2026 14:05, 2/3/26 2:05 PM. A column is read one way throughout.
import { dayMs } from '../lib/parse-time.ts';
import { clockMs, fullYear } from './time-clock.ts';
import type { FinishedTimes, TimeFormat } from './time-formats.ts';

const WRITTEN =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:,? +(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?: *Uhr)? *([AaPp]\.?[Mm]?\.?)?)?$/;

const DAY_MS = 86_400_000;

/** Fewer steps back in time may be chance. */
const TELLING_JUMPS = 3;

export const looksWritten = (text: string): boolean => WRITTEN.test(text);

/**
 * The order is the one in which every date exists. Dots are only written with the day first. Otherwise a file whose rows
 * stand in order of time one way, and not the other, says it; and where nothing does, `finish` says what is unclear.
 * @param given what a person says, true for day first
 */
export function createWrittenFormat(given?: boolean): TimeFormat {
  const day = createWay();
  const month = createWay();
  let hasDots = false;
  let example: RegExpExecArray | undefined;
  const told = (): boolean | undefined => {
    if (given !== undefined) return given;
    if (day.exists !== month.exists) return day.exists;
    if (hasDots) return true;
    if (day.jumps === 0 && month.jumps >= TELLING_JUMPS) return true;
    return month.jumps === 0 && day.jumps >= TELLING_JUMPS ? false : undefined;
  };
  return {
    read: (text) => {
      const parts = WRITTEN.exec(text);
      const clock = parts ? readClock(parts) : Number.NaN;
      if (!parts || Number.isNaN(clock)) return Number.NaN;
      const [first, second, year] = [Number(parts[1]), Number(parts[3]), fullYear(parts[4]!)];
      day.note(given === false ? Number.NaN : dayMs(year, second, first) + clock);
      month.note(given === true ? Number.NaN : dayMs(year, first, second) + clock);
      if (!day.exists && !month.exists) return Number.NaN;
      hasDots ||= parts[2] === '.';
      if (first !== second) example ??= parts;
      // The three numbers side by side, as if each month had 100 days: both ways can still be read out of it.
      return ((year * 100 + first) * 100 + second) * DAY_MS + clock;
    },
    dayFirst: told,
    finish: (hint) => finish(told() ?? hint, { example, isGiven: given !== undefined }),
  };
}

function finish(
  dayFirst: boolean | undefined,
  { example, isGiven }: { example: RegExpExecArray | undefined; isGiven: boolean },
): FinishedTimes {
  const isDayFirst = dayFirst ?? true;
  const order = isDayFirst ? 'day/month/year' : 'month/day/year';
  return {
    format: isDayFirst ? 'dmy' : 'mdy',
    toMs: (read) => unpack(read, isDayFirst),
    notes: isGiven ? [] : [`times were read as ${order}, in UTC`],
    // Where day and month are the same everywhere, both ways are right.
    ...(dayFirst === undefined && example && { unclear: describeBoth(example) }),
  };
}

/** One of the two ways to read the column: whether all dates exist in it, and how often it goes back in time. */
function createWay() {
  let last = Number.NEGATIVE_INFINITY;
  const way = {
    exists: true,
    jumps: 0,
    note: (ms: number): void => {
      if (Number.isNaN(ms)) way.exists = false;
      else if (ms < last) way.jumps += 1;
      last = ms;
    },
  };
  return way;
}

function describeBoth(parts: RegExpExecArray): NonNullable<FinishedTimes['unclear']> {
  const [value, first, , second, year] = parts;
  return {
    value,
    dayFirst: isoDay(fullYear(year!), Number(second), Number(first)),
    monthFirst: isoDay(fullYear(year!), Number(first), Number(second)),
  };
}

const isoDay = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function unpack(read: number, isDayFirst: boolean): number {
  const date = Math.floor(read / DAY_MS);
  const first = Math.floor(date / 100) % 100;
  const second = date % 100;
  const year = Math.floor(date / 10_000);
  return (isDayFirst ? dayMs(year, second, first) : dayMs(year, first, second)) + (read - date * DAY_MS);
}

const readClock = ([, , , , , hours, minutes, seconds, fraction, half]: readonly (string | undefined)[]): number =>
  hours === undefined ? 0 : clockMs({ hours, minutes, seconds, fraction, half });
