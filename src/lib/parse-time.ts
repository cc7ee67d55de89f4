// Times as text to milliseconds since 1970 (UTC), by character codes: logs hold millions of them, and Date.parse is
// slow, depends on the machine's time zone and cuts microseconds off.

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

const ZERO = 48;
const COLON = 58;
const DASH = 45;
const PLUS = 43;
const DOT = 46;
const COMMA = 44;
const SPACE = 32;

/**
 * Reads `YYYY-MM-DD`, optionally with `THH:MM[:SS[.fraction]]` (a space for the T does too), optionally with `Z`,
 * `±HH`, `±HHMM` or `±HH:MM`; without a zone it is UTC. Slashes may stand for the dashes.
 * Milliseconds may have a fraction (microseconds in the text). NaN when the text is anything else.
 */
export function parseIsoMs(text: string): number {
  const dateMs = readIsoDate(text);
  if (text.length === 10 || Number.isNaN(dateMs)) return dateMs;
  const separator = text.charCodeAt(10);
  // 84 is T, 116 is t.
  if (separator !== 84 && separator !== SPACE && separator !== 116) return Number.NaN;
  return dateMs + parseClockMs(text, 11);
}

/** True when an ISO text names its zone; a text of another kind gives an undefined answer. */
export function hasZone(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  if (last === 90 || last === 122) return true;
  return text.indexOf('+', 11) > 0 || text.indexOf('-', 11) > 0;
}

/** Minutes by which the zone at the end of an ISO text is ahead of UTC; 0 where it names none. */
export function zoneMinutes(text: string): number {
  const last = text.length - 1;
  // A sign after the date's own dashes; the zone is at most `+HH:MM` long.
  for (let at = last; at > 10 && at > last - 6; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === PLUS || code === DASH) return zoneOffsetMs(text, at) / MINUTE_MS;
  }
  return 0;
}

/** Milliseconds from 1970-01-01 to a day of the Gregorian calendar; NaN when there is no such day. */
export function dayMs(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return Number.NaN;
  // Counting years from March puts the leap day last (Howard Hinnant's days_from_civil).
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * DAY_MS;
}

/**
 * Reads `HH:MM[:SS[.fraction]]` and a zone from position `at` to the end of the text: milliseconds since midnight UTC
 * (below 0 or above a day where the zone moves it). NaN when the text is anything else.
 */
export function parseClockMs(text: string, at: number): number {
  const hours = twoDigits(text, at);
  const minutes = twoDigits(text, at + 3);
  if (text.charCodeAt(at + 2) !== COLON || hours < 0 || minutes < 0) return Number.NaN;
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return Number.NaN;
  let ms = hours * HOUR_MS + minutes * MINUTE_MS;
  let next = at + 5;
  if (text.charCodeAt(next) === COLON) {
    const seconds = twoDigits(text, next + 1);
    // 60 is a leap second.
    if (seconds < 0 || seconds > 60) return Number.NaN;
    ms += seconds * 1000;
    next += 3;
    const mark = text.charCodeAt(next);
    if (mark === DOT || mark === COMMA) {
      const end = skipDigits(text, next + 1);
      if (end === next + 1) return Number.NaN;
      ms += fractionMs(text, next + 1, end);
      next = end;
    }
  }
  return next === text.length ? ms : ms - zoneOffsetMs(text, next);
}

function readIsoDate(text: string): number {
  const mark = text.charCodeAt(4);
  // 47 is a slash.
  if ((mark !== DASH && mark !== 47) || text.charCodeAt(7) !== mark || text.length < 10) return Number.NaN;
  const century = twoDigits(text, 0);
  const year = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  return century < 0 || year < 0 ? Number.NaN : dayMs(century * 100 + year, month, day);
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Milliseconds that a zone at the end of a text is ahead of UTC; NaN when it is no zone. */
function zoneOffsetMs(text: string, at: number): number {
  const start = text.charCodeAt(at) === SPACE ? at + 1 : at;
  const sign = text.charCodeAt(start);
  const length = text.length - start;
  if ((sign === 90 || sign === 122) && length === 1) return 0;
  if (sign !== PLUS && sign !== DASH) return Number.NaN;
  const hours = twoDigits(text, start + 1);
  const minutesAt = text.charCodeAt(start + 3) === COLON ? start + 4 : start + 3;
  const minutes = length === 3 ? 0 : twoDigits(text, minutesAt);
  const isWhole = length === 3 || minutesAt + 2 === text.length;
  if (!isWhole || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return Number.NaN;
  return (sign === PLUS ? 1 : -1) * (hours * HOUR_MS + minutes * MINUTE_MS);
}

// Three digits are the rule; only more of them cost a division that leaves a fraction of a millisecond.
function fractionMs(text: string, from: number, end: number): number {
  let value = 0;
  const stop = Math.min(end, from + 9);
  for (let at = from; at < stop; at += 1) value = value * 10 + text.charCodeAt(at) - ZERO;
  return stop - from === 3 ? value : value / 10 ** (stop - from - 3);
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

/** The number two digits make, or -1. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - ZERO) * 10 + ones - ZERO : -1;
}

const isDigit = (code: number): boolean => code >= ZERO && code <= 57;
