// The commonest times of logs, read off bytes: millions of them would otherwise be cut out as texts first.
import { dayMs } from './parse-time.ts';

const ZERO = 48;
const COLON = 58;
const DASH = 45;
const MINUTE_MS = 60_000;

export interface IsoReader {
  /**
   * Milliseconds since 1970 of `YYYY-MM-DDTHH:MM[:SS[.fff]]`, a space or T between, with `Z`, `±HH:MM` or no zone. NaN for
   * everything else, even where `parseIsoMs` reads it.
   */
  read(bytes: Uint8Array, from: number, to: number): number;
  /** True once a time without a zone was read. */
  isZoneless(): boolean;
}

/** Most rows of a log share their day with the row before, so the last day is kept. */
export function createIsoReader(): IsoReader {
  let lastDay = -1;
  let lastDayMs = Number.NaN;
  let isZoneless = false;
  return { read, isZoneless: () => isZoneless };

  function read(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    if (length < 16 || bytes[from + 4] !== DASH || bytes[from + 7] !== DASH || bytes[from + 13] !== COLON)
      return Number.NaN;
    const separator = bytes[from + 10];
    if (separator !== 84 && separator !== 32) return Number.NaN;
    const century = two(bytes, from);
    const year = two(bytes, from + 2);
    const month = two(bytes, from + 5);
    const day = two(bytes, from + 8);
    const hours = two(bytes, from + 11);
    const minutes = two(bytes, from + 14);
    // Negative numbers stand for what is no digit.
    if ((century | year | month | day | hours | minutes) < 0 || hours > 23 || minutes > 59) return Number.NaN;
    let ms = (hours * 60 + minutes) * MINUTE_MS;
    let at = from + 16;
    if (at < to && bytes[at] === COLON) {
      const seconds = two(bytes, at + 1);
      if (seconds < 0 || seconds > 59 || at + 3 > to) return Number.NaN;
      ms += seconds * 1000;
      at += 3;
      if (at < to && bytes[at] === 46) {
        const tens = two(bytes, at + 1);
        const ones = bytes[at + 3]! - ZERO;
        if (tens < 0 || !(ones >= 0 && ones <= 9) || at + 4 > to) return Number.NaN;
        ms += tens * 10 + ones;
        at += 4;
      }
    }
    return ms - readZone(bytes, at, to) + msOfDay(century * 100 + year, month, day);
  }

  function msOfDay(year: number, month: number, day: number): number {
    const packed = (year * 16 + month) * 32 + day;
    // Packed, month 13 of one year would be another day of the next.
    if (month > 12 || day > 31) return Number.NaN;
    if (packed !== lastDay) {
      lastDay = packed;
      lastDayMs = dayMs(year, month, day);
    }
    return lastDayMs;
  }

  /** Milliseconds that the zone is ahead of UTC; NaN for what is none of the three. */
  function readZone(bytes: Uint8Array, at: number, to: number): number {
    if (at === to) {
      isZoneless = true;
      return 0;
    }
    if (at + 1 === to && bytes[at] === 90) return 0;
    const sign = bytes[at];
    if (at + 6 !== to || (sign !== 43 && sign !== DASH) || bytes[at + 3] !== COLON) return Number.NaN;
    const hours = two(bytes, at + 1);
    const minutes = two(bytes, at + 4);
    if ((hours | minutes) < 0 || hours > 18 || minutes > 59) return Number.NaN;
    return (sign === 43 ? 1 : -1) * (hours * 60 + minutes) * MINUTE_MS;
  }
}

/** The number two digits make, or a negative one. Beyond the end of the bytes there are no digits. */
function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
