// In: times as logs write them, one column at a time. Out: milliseconds, once the whole column has said what it means.
import { MirrorError } from '../domain/errors.ts';
import { createIsoReader } from '../lib/iso-bytes.ts';
import { hasZone, parseIsoMs } from '../lib/parse-time.ts';
import { createNumberFormat, isNumberFormat, looksLikeEpoch } from './time-numbers.ts';
import { createNamedMonthFormat, looksLikeNamedMonth } from './time-month-names.ts';
import { compilePattern } from './time-pattern.ts';
import { createWrittenFormat, looksWritten } from './time-written.ts';

export interface TimeFormat {
  /** A number that stands for the time until `finish` says what it means; NaN when the text is not of this format. */
  read(text: string): number;
  /** Off bytes, where the format can; NaN means that `read` has to try. */
  readBytes?(bytes: Uint8Array, from: number, to: number): number;
  /** Whether days come before months, as far as this column alone tells; only of formats that leave it open. */
  dayFirst?(): boolean | undefined;
  /** `dayFirst` is what another column of the log tells. */
  finish(dayFirst?: boolean): FinishedTimes;
}

export interface FinishedTimes {
  /** What the times turned out to be, in the words of --date-format or in plain words. */
  readonly format: string;
  /** Undefined where what was read is milliseconds already. */
  readonly toMs: ((read: number) => number) | undefined;
  readonly notes: readonly string[];
  /** A text that can be two dates, where nothing in the log tells which. */
  readonly unclear?: { readonly value: string; readonly dayFirst: string; readonly monthFirst: string };
}

/** True for a text that is certainly a time: a short number is none here, though a column may be read as one. */
export const looksLikeTime = (text: string): boolean =>
  !Number.isNaN(readIso(text)) || looksWritten(text) || looksLikeNamedMonth(text) || looksLikeEpoch(text);

/** The format of a column's first value, or undefined. */
export const findTimeFormat = (text: string): TimeFormat | undefined =>
  [createIsoFormat, createNumberFormat, createWrittenFormat, createNamedMonthFormat]
    .map((create) => create())
    .find((format) => !Number.isNaN(format.read(text)));

/**
 * The format a person names: `iso`, `dmy`, `mdy`, `excel`, `seconds` ... or a pattern such as `DD.MM.YYYY HH:mm`.
 * @throws log/bad-format-name
 */
export function getTimeFormat(name: string): TimeFormat {
  const word = name.trim().toLowerCase();
  if (word === 'iso') return createIsoFormat();
  if (word === 'dmy' || word === 'mdy') return createWrittenFormat(word === 'dmy');
  if (isNumberFormat(word)) return createNumberFormat(word);
  const format = compilePattern(name.trim());
  if (format === undefined) throw new MirrorError('log/bad-format-name', { data: { format: name } });
  return format;
}

function createIsoFormat(): TimeFormat {
  let isZoneless = false;
  const fast = createIsoReader();
  return {
    readBytes: fast.read,
    read: (text) => {
      const ms = readIso(text);
      if (!isZoneless && !Number.isNaN(ms) && !hasZone(text)) isZoneless = true;
      return ms;
    },
    finish: () => ({
      format: 'iso',
      toMs: undefined,
      notes: isZoneless || fast.isZoneless() ? ['times without a zone were read as UTC'] : [],
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
