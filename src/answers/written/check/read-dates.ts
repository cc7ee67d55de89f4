// Dates and times of day in a text, which are no counts.
import type { CalendarDate, Quantity } from './quantity.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '((?:19|20)\\d\\d)';
const ORDINAL = '(?:st|nd|rd|th)?';

const monthOf = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

interface DatePattern {
  readonly pattern: RegExp;
  read(groups: readonly (string | undefined)[]): CalendarDate;
}

/** The most telling first: what one has taken is not looked at again. */
const DATES: readonly DatePattern[] = [
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})\b(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?/gi,
    read: ([y, m, d]) => ({ year: Number(y), month: Number(m), day: Number(d) }),
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})${ORDINAL}(?: of)? ${MONTH},?(?: ${YEAR})?\\b`, 'gi'),
    read: ([d, m, y]) => ({ day: Number(d), month: monthOf(m ?? ''), ...(y && { year: Number(y) }) }),
  },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})${ORDINAL}\\b(?!\\s*(?:%|cases|times))(?:,? ${YEAR}\\b)?`, 'gi'),
    read: ([m, d, y]) => ({ month: monthOf(m ?? ''), day: Number(d), ...(y && { year: Number(y) }) }),
  },
  {
    pattern: new RegExp(`\\b${MONTH},? ${YEAR}\\b`, 'gi'),
    read: ([m, y]) => ({ month: monthOf(m ?? ''), year: Number(y) }),
  },
  {
    pattern: new RegExp(`\\bq([1-4])(?: (?:of )?${YEAR})?\\b`, 'gi'),
    read: ([q, y]) => ({ quarter: Number(q), ...(y && { year: Number(y) }) }),
  },
  {
    pattern: /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/g,
    // Day or month first: both must be days of the cited text in this very order, so neither is guessed.
    read: ([d, m, y]) => ({ day: Number(d), month: Number(m), year: Number(y) }),
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:in|since|during|until|of|year|by|before|after) )${YEAR}\\b(?!\\s+\\p{L}+s\\b)`,
      'giu',
    ),
    read: ([y]) => ({ year: Number(y) }),
  },
  {
    // A month alone only where it is one: "may" is a verb, and "march" can be.
    pattern: new RegExp(
      `(?<=\\b(?:in|since|during|until|of|by|before|after|and|to|from) )(${MONTHS.map((month) => month[0]?.toUpperCase() + month.slice(1)).join('|')})\\b`,
      'g',
    ),
    read: ([m]) => ({ month: monthOf(m ?? '') }),
  },
];

export function readDates(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const { pattern, read } of DATES) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (found.some((other) => match.index < other.end && other.start < end)) continue;
      found.push({ ...blank(match.index, end, match[0]), unit: 'date', date: read(match.slice(1)) });
    }
  }
  return found;
}

const CLOCK = /\b(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|o['’]clock)(?![a-z])|\b(\d{1,2}):(\d{2})\b(?!:?\d)/gi;
const HOURS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const SPOKEN = new RegExp(
  `\\b(${HOURS}|\\d{1,2}) (fifteen|thirty|forty[- ]five)\\b(?![- ]?(?:minute|second|hour|day|week|month|case|time|of)s?\\b)`,
  'gi',
);
const PAST = new RegExp(`\\b(half|quarter) (past|to) (${HOURS}|\\d{1,2})\\b`, 'gi');
const ALONE = new RegExp(`\\b(${HOURS}) (?:o['’]clock|am|pm|a\\.m\\.|p\\.m\\.)`, 'gi');

/** As minutes since midnight; without "am" or "pm" those of the first half of the day, which `sameClock` knows. */
export function readClocks(text: string): Quantity[] {
  const found: Quantity[] = [];
  const add = (start: number, words: string, minutes: number): void => {
    const end = start + words.length;
    if (minutes >= 0 && minutes < 1440 && !found.some((other) => start < other.end && other.start < end))
      found.push({ ...blank(start, end, words), unit: 'clock', value: minutes });
  };
  for (const { index, 0: words, 1: hour, 2: minute, 3: half, 4: hour24, 5: minute24 } of text.matchAll(CLOCK)) {
    const h = Number(hour ?? hour24);
    const isAfternoon = half?.toLowerCase().startsWith('p') === true && h < 12;
    add(index, words, (h + (isAfternoon ? 12 : 0)) * 60 + Number(minute ?? minute24 ?? 0));
  }
  for (const { index, 0: words, 1: part, 2: side, 3: hour } of text.matchAll(PAST)) {
    const minutes = part?.toLowerCase() === 'half' ? 30 : 15;
    add(index, words, hourOf(hour) * 60 + (side?.toLowerCase() === 'past' ? minutes : -minutes));
  }
  for (const { index, 0: words, 1: hour, 2: minutes } of text.matchAll(SPOKEN)) {
    const minute = minutes?.toLowerCase().startsWith('fi') ? 15 : minutes?.toLowerCase().startsWith('t') ? 30 : 45;
    add(index, words, hourOf(hour) * 60 + minute);
  }
  for (const { index, 0: words, 1: hour } of text.matchAll(ALONE)) add(index, words, hourOf(hour) * 60);
  return found;
}

const hourOf = (hour: string | undefined): number => {
  const at = HOURS.split('|').indexOf(hour?.toLowerCase() ?? '');
  return at < 0 ? Number(hour) : at + 1;
};

/** People say "two thirty" of the afternoon: where no half of the day is said, either is meant. */
export const sameClock = (one: number, other: number): boolean => one % 720 === other % 720;

/** What the one says of the date, the other says too. */
export const holdsDate = (wanted: CalendarDate, known: CalendarDate): boolean =>
  (wanted.year === undefined || wanted.year === known.year) &&
  (wanted.month === undefined || wanted.month === known.month) &&
  (wanted.day === undefined || wanted.day === known.day) &&
  (wanted.quarter === undefined ||
    wanted.quarter === (known.quarter ?? (known.month === undefined ? undefined : Math.ceil(known.month / 3))));

const blank = (start: number, end: number, words: string): Omit<Quantity, 'unit'> => ({
  start,
  end,
  value: 0,
  slack: 0,
  bound: 'exact',
  after: [],
  text: words.toLowerCase(),
});
