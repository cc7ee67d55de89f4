// In: a pattern of dates as a person writes it. Out: a format that reads such dates.
// Patterns of spreadsheets, Java and Moment (DD.MM.YYYY HH:mm:ss) and of C and Python (%d.%m.%Y %H:%M:%S) are known.
import { dayMs, parseClockMs } from '../lib/parse-time.ts';
import { clockMs, fullYear } from './time-clock.ts';
import type { TimeFormat } from './time-formats.ts';
import { readMonth } from './time-month-names.ts';

type Part = 'year' | 'month' | 'monthName' | 'day' | 'hours' | 'minutes' | 'seconds' | 'fraction' | 'half' | 'zone';

const DIGITS = String.raw`(\d{1,2})`;
const EXPRESSIONS: Readonly<Record<Part, string>> = {
  year: String.raw`(\d{4}|\d{2})`,
  month: DIGITS,
  monthName: String.raw`(\p{L}{3,12})\.?`,
  day: DIGITS,
  hours: DIGITS,
  minutes: DIGITS,
  seconds: DIGITS,
  fraction: String.raw`(\d{1,9})`,
  half: String.raw`([AaPp]\.?[Mm]?\.?)`,
  zone: String.raw`(Z|[+-]\d{2}(?::?\d{2})?)`,
};

const PERCENT: Readonly<Record<string, string>> = {
  Y: 'YYYY',
  y: 'YY',
  m: 'MM',
  d: 'DD',
  e: 'D',
  H: 'HH',
  I: 'hh',
  M: 'mm',
  S: 'ss',
  f: 'SSS',
  p: 'A',
  b: 'MMM',
  B: 'MMMM',
  z: 'Z',
  T: 'HH:mm:ss',
  F: 'YYYY-MM-DD',
};

const LONGEST = 80;

/** Undefined when it names no day, month and year, or one of them twice. */
export function compilePattern(pattern: string): TimeFormat | undefined {
  if (pattern.length > LONGEST) return undefined;
  const compiled = compile(
    withMonths(pattern.replaceAll(/%(\w)/g, (whole, letter: string) => PERCENT[letter] ?? whole)),
  );
  if (compiled === undefined) return undefined;
  const { expression, parts } = compiled;
  const hasMonth = parts.includes('month') || parts.includes('monthName');
  if (!parts.includes('year') || !hasMonth || !parts.includes('day') || new Set(parts).size < parts.length)
    return undefined;
  const notes = parts.includes('zone') ? [] : ['times were read as UTC'];
  return {
    read: (text) => {
      const found = text.length > LONGEST ? null : expression.exec(text);
      if (!found) return Number.NaN;
      return toMs(Object.fromEntries(parts.map((part, at) => [part, found[at + 1]])));
    },
    finish: () => ({ format: pattern, toMs: undefined, notes }),
  };
}

/** Who writes dd/mm/yyyy hh:mm means months by the first "mm". */
const withMonths = (pattern: string): string =>
  pattern.includes('M') ? pattern : pattern.replace(/m+/, (m) => m.toUpperCase());

function compile(pattern: string): { expression: RegExp; parts: readonly Part[] } | undefined {
  const parts: Part[] = [];
  let source = '';
  // A run of one letter, a text in single quotes (Java), or a single other character.
  for (const [token] of pattern.matchAll(/'[^']*'|([A-Za-z])\1*|[^A-Za-z]/g)) {
    const part = partOf(token);
    if (part === undefined) {
      // A letter that stands for nothing would never match what the person means by it.
      if (/^[A-Za-z]/.test(token) && token !== 'T') return undefined;
      source += escape(token.replaceAll("'", ''));
    } else {
      parts.push(part);
      source += EXPRESSIONS[part];
    }
  }
  return { expression: new RegExp(`^${source}$`, 'u'), parts };
}

function partOf(token: string): Part | undefined {
  if (/^[Yyu]{2,4}$/.test(token)) return 'year';
  if (/^M{3,4}$/.test(token)) return 'monthName';
  if (/^M{1,2}$/.test(token)) return 'month';
  if (/^[Dd]{1,2}$/.test(token)) return 'day';
  if (/^[HhkK]{1,2}$/.test(token)) return 'hours';
  if (/^m{1,2}$/.test(token)) return 'minutes';
  if (/^s{1,2}$/.test(token)) return 'seconds';
  if (/^(?:S{1,9}|f{1,9})$/.test(token)) return 'fraction';
  if (/^(?:A|a|t{1,2})$/.test(token)) return 'half';
  return /^(?:Z{1,2}|X{1,3}|x{1,3}|z)$/.test(token) ? 'zone' : undefined;
}

const escape = (text: string): string => text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);

function toMs({
  year,
  month,
  monthName,
  day,
  hours = '0',
  minutes,
  seconds,
  fraction,
  half,
  zone,
}: Record<string, string | undefined>): number {
  const number = monthName === undefined ? Number(month) : (readMonth(monthName) ?? Number.NaN);
  // The clock at midnight in that zone, which is how far the zone is behind UTC.
  const zoneMs = zone === undefined ? 0 : parseClockMs(`00:00${zone}`, 0);
  return dayMs(fullYear(year!), number, Number(day)) + clockMs({ hours, minutes, seconds, fraction, half }) + zoneMs;
}
