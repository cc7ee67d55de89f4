// Dates with the month as a word: 3 Mar 2026 14:05, Mar 3, 2026 2:05 PM, 3. März 2026, 12-Feb-2026.
import { dayMs } from '../lib/parse-time.ts';
import { plainName } from './column-names.ts';
import months from './data/month-names.json' with { type: 'json' };
import { clockMs, fullYear } from './time-clock.ts';
import type { TimeFormat } from './time-formats.ts';

const CLOCK = String.raw`(?:,?(?: +at)? +(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?: *Uhr)? *([AaPp]\.?[Mm]?\.?)?)?`;
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})\.?[ /-]+(?:de )?(\p{L}{3,12})\.?,?[ /-]+(?:de )?(\d{4}|\d{2})${CLOCK}$`,
  'u',
);
const MONTH_FIRST = new RegExp(String.raw`^(\p{L}{3,12})\.? +(\d{1,2}),? +(\d{4})${CLOCK}$`, 'u');

export const looksLikeNamedMonth = (text: string): boolean => !Number.isNaN(read(text));

export const createNamedMonthFormat = (): TimeFormat => ({
  read,
  finish: () => ({
    format: 'month names',
    toMs: undefined,
    notes: ['times were read with the names of months, in UTC'],
  }),
});

/** The month from 1 to 12, by its name or the first letters of it in one of eight languages; undefined for other words. */
export function readMonth(word: string): number | undefined {
  const plain = plainName(word);
  if (plain.length < 3) return undefined;
  for (const [number, names] of Object.entries(months)) {
    if (names.split(' ').some((name) => name === plain || (plain.length <= 4 && name.startsWith(plain)))) {
      return Number(number);
    }
  }
  return undefined;
}

function read(text: string): number {
  if (text.length > 60) return Number.NaN;
  const dayFirst = DAY_FIRST.exec(text);
  const parts = dayFirst ?? MONTH_FIRST.exec(text);
  if (!parts) return Number.NaN;
  const [day, word] = dayFirst ? [parts[1]!, parts[2]!] : [parts[2]!, parts[1]!];
  const month = readMonth(word);
  if (month === undefined) return Number.NaN;
  const [, , , year, hours, minutes, seconds, fraction, half] = parts;
  const clock = hours === undefined ? 0 : clockMs({ hours, minutes, seconds, fraction, half });
  return dayMs(fullYear(year!), month, Number(day)) + clock;
}
