// In: times as logs write them, one column at a time. Out: milliseconds, once the whole column has said what it means.
import { dayMs, hasZone, parseClockMs, parseIsoMs } from '../lib/parse-time.ts';

export interface TimeFormat {
  /** A number that stands for the time until `finish` says what it means; NaN when the text is not of this format. */
  read(text: string): number;
  finish(): FinishedTimes;
}

export interface FinishedTimes {
  /** Undefined where what was read is milliseconds already. */
  readonly toMs: ((read: number) => number) | undefined;
  readonly notes: readonly string[];
}

/** True for a text that is certainly a time: a short number is none here, though a column may be read as one. */
export const looksLikeTime = (text: string): boolean =>
  !Number.isNaN(readIso(text)) || WRITTEN.test(text) || /^\d{9,19}(?:\.\d+)?$/.test(text);

/** The format of a column's first value, or undefined. */
export const findTimeFormat = (text: string): TimeFormat | undefined =>
  [createIsoFormat, createEpochFormat, createWrittenFormat]
    .map((create) => create())
    .find((format) => !Number.isNaN(format.read(text)));

function createIsoFormat(): TimeFormat {
  let isZoneless = false;
  return {
    read: (text) => {
      if (!isZoneless && !hasZone(text)) isZoneless = true;
      return readIso(text);
    },
    finish: () => ({
      toMs: undefined,
      notes: isZoneless ? ['times without a zone were read as UTC'] : [],
    }),
  };
}

const LOOSE_ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]+(\d{1,2})(:\d\d.*))?$/;

/** ISO, and its careless relatives: single digits, or dots for dashes. */
function readIso(text: string): number {
  const ms = parseIsoMs(text);
  if (!Number.isNaN(ms) || text.length > 40) return ms;
  const parts = LOOSE_ISO.exec(text);
  if (!parts) return Number.NaN;
  const [, year, , month, day, hours, rest] = parts;
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return parseIsoMs(hours === undefined ? date : `${date}T${hours.padStart(2, '0')}${rest}`);
}

/** Seconds, milliseconds, microseconds or nanoseconds since 1970: the largest number of the column tells which. */
function createEpochFormat(): TimeFormat {
  let largest = 0;
  return {
    read: (text) => {
      if (!/^-?\d{1,19}(?:\.\d{1,9})?$/.test(text)) return Number.NaN;
      const value = Number(text);
      if (Math.abs(value) > largest) largest = Math.abs(value);
      return value;
    },
    finish: () => {
      // 1e11 seconds would be the year 5138, 1e11 milliseconds is 1973.
      if (largest < 1e11) return { toMs: (value) => value * 1000, notes: ['numbers were read as seconds since 1970'] };
      const perMs = largest < 1e14 ? 1 : largest < 1e17 ? 1000 : 1_000_000;
      const unit = { 1: 'milliseconds', 1000: 'microseconds', 1_000_000: 'nanoseconds' }[perMs];
      return { toMs: (value) => value / perMs, notes: [`numbers were read as ${unit} since 1970`] };
    },
  };
}

const WRITTEN =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:,? +(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? *([AaPp])?\.?(?:[Mm]\.?)?)?$/;

const DAY_MS = 86_400_000;

/**
 * Day/month/year or month/day/year. A column is read one way throughout: the way in which every date exists; where both
 * ways work, the one that jumps back in time less often, then month first with AM and PM, then day first.
 */
function createWrittenFormat(): TimeFormat {
  const isPossible = { dayFirst: true, monthFirst: true };
  const jumps = { dayFirst: 0, monthFirst: 0 };
  const last = { dayFirst: Number.NEGATIVE_INFINITY, monthFirst: Number.NEGATIVE_INFINITY };
  let hasHalfDays = false;
  const note = (way: 'dayFirst' | 'monthFirst', ms: number): void => {
    if (ms < last[way]) jumps[way] += 1;
    last[way] = ms;
  };
  const isDayFirst = (): boolean => {
    if (isPossible.dayFirst !== isPossible.monthFirst) return isPossible.dayFirst;
    if (jumps.dayFirst !== jumps.monthFirst) return jumps.dayFirst < jumps.monthFirst;
    return !hasHalfDays;
  };
  return {
    read: (text) => {
      const parts = WRITTEN.exec(text);
      const clockMs = parts ? readClock(parts) : Number.NaN;
      if (!parts || Number.isNaN(clockMs)) return Number.NaN;
      const [first, second, year] = [Number(parts[1]), Number(parts[3]), fullYear(parts[4]!)];
      const dayFirst = isPossible.dayFirst ? dayMs(year, second, first) : Number.NaN;
      const monthFirst = isPossible.monthFirst ? dayMs(year, first, second) : Number.NaN;
      if (Number.isNaN(dayFirst) && Number.isNaN(monthFirst)) return Number.NaN;
      if (Number.isNaN(dayFirst)) isPossible.dayFirst = false;
      if (Number.isNaN(monthFirst)) isPossible.monthFirst = false;
      if (parts[9] !== undefined) hasHalfDays = true;
      note('dayFirst', dayFirst + clockMs);
      note('monthFirst', monthFirst + clockMs);
      // The three numbers side by side, as if each month had 100 days: both ways can still be read out of it.
      return ((year * 100 + first) * 100 + second) * DAY_MS + clockMs;
    },
    finish: () => {
      const dayFirst = isDayFirst();
      const isGuess = isPossible.dayFirst && isPossible.monthFirst;
      const order = dayFirst ? 'day/month/year' : 'month/day/year';
      return {
        toMs: (read) => unpack(read, dayFirst),
        notes: [`times were read as ${order}${isGuess ? ', though the other order is possible' : ''}, in UTC`],
      };
    },
  };
}

function unpack(read: number, isDayFirst: boolean): number {
  const date = Math.floor(read / DAY_MS);
  const first = Math.floor(date / 100) % 100;
  const second = date % 100;
  const year = Math.floor(date / 10_000);
  return (isDayFirst ? dayMs(year, second, first) : dayMs(year, first, second)) + (read - date * DAY_MS);
}

function readClock(parts: readonly (string | undefined)[]): number {
  const [hours, minutes, seconds = '00', fraction = '', half] = parts.slice(5, 10);
  if (hours === undefined) return 0;
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return Number.NaN;
  const isAfternoon = half?.toLowerCase() === 'p';
  const full = half === undefined ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  // 24:00 belongs to the next day, which the packed date cannot hold.
  if (full > 23) return Number.NaN;
  return Math.floor(
    parseClockMs(`${String(full).padStart(2, '0')}:${minutes}:${seconds}${fraction && `.${fraction}`}`, 0),
  );
}

// Two digits mean the century a log of a computer system comes from.
const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
