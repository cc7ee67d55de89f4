// Times as numbers: seconds or smaller units since 1970, or the days that Excel counts.
import type { FinishedTimes, TimeFormat } from './time-formats.ts';

const DAY_MS = 86_400_000;

/** How a number of each unit becomes milliseconds since 1970. Excel's day 25,569 is 1970-01-01. */
const UNITS = {
  seconds: (value: number) => value * 1000,
  milliseconds: (value: number) => value,
  microseconds: (value: number) => value / 1000,
  nanoseconds: (value: number) => value / 1_000_000,
  // Excel stores the second it shows as a fraction of a day that is a hair off.
  excel: (value: number) => Math.round((value - 25_569) * DAY_MS),
} as const;

type Unit = keyof typeof UNITS;

export const isNumberFormat = (name: string): name is Unit => Object.hasOwn(UNITS, name);

/** True for a number that can hardly be anything but a time since 1970. */
export const looksLikeEpoch = (text: string): boolean => /^\d{9,19}(?:\.\d+)?$/.test(text);

/** Which unit the numbers have is told by the smallest and the largest of them, unless it is given. */
export function createNumberFormat(given?: Unit): TimeFormat {
  let largest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  return {
    read: (text) => {
      if (!/^-?\d{1,19}(?:[.,]\d{1,15})?$/.test(text)) return Number.NaN;
      const value = Number(text.replace(',', '.'));
      largest = Math.max(largest, Math.abs(value));
      smallest = Math.min(smallest, value);
      return value;
    },
    finish: (): FinishedTimes => {
      const unit = given ?? guessUnit(smallest, largest);
      const asWhat = unit === 'excel' ? 'the days that Excel counts, in UTC' : `${unit} since 1970`;
      return {
        format: unit,
        toMs: unit === 'milliseconds' ? undefined : UNITS[unit],
        notes: given === undefined ? [`numbers were read as ${asWhat}`] : [],
      };
    },
  };
}

function guessUnit(smallest: number, largest: number): Unit {
  // From 1954 to 2118. As seconds, these would all lie within one day of January 1970.
  if (smallest >= 20_000 && largest < 80_000) return 'excel';
  // 1e11 seconds would be the year 5138, 1e11 milliseconds is 1973.
  if (largest < 1e11) return 'seconds';
  if (largest < 1e14) return 'milliseconds';
  return largest < 1e17 ? 'microseconds' : 'nanoseconds';
}
