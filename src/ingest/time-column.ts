// In: one column of times. Out: numbers to keep now, and what they mean once the column has ended.
import { MirrorError } from '../domain/errors.ts';
import type { BadTimes } from './bad-times.ts';
import { type FinishedTimes, findTimeFormat, getTimeFormat, type TimeFormat } from './time-formats.ts';

export interface TimeColumn {
  /** NaN for an empty text, and for one that is no time: that is noted. */
  read(text: string, row: number): number;
  /** Off bytes; NaN where only `read` can tell. */
  readBytes(bytes: Uint8Array, from: number, to: number): number;
  /** Whether days come before months, as far as this column tells. */
  dayFirst(): boolean | undefined;
  /** `dayFirst` is what another column tells. @throws log/unclear-dates */
  finish(dayFirst?: boolean): FinishedTimes;
}

export interface TimeColumnOptions {
  readonly file: string;
  /** As a person names it (see getTimeFormat); otherwise the first value decides. */
  readonly format?: string | undefined;
  /** What is no time of this column is told to it. */
  readonly bad: BadTimes;
}

/**
 * Reads a column of one format throughout: what is not of it is no time.
 * @throws log/bad-format-name
 */
export function createTimeColumn(name: string, { file, format: given, bad }: TimeColumnOptions): TimeColumn {
  let format: TimeFormat | undefined = given === undefined ? undefined : getTimeFormat(given);
  return {
    readBytes: (bytes, from, to) => format?.readBytes?.(bytes, from, to) ?? Number.NaN,
    read: (text, row) => {
      if (text === '') return Number.NaN;
      format ??= findTimeFormat(text);
      const read = format?.read(text) ?? Number.NaN;
      if (Number.isNaN(read)) bad.note(text, row);
      return read;
    },
    dayFirst: () => format?.dayFirst?.(),
    finish: (dayFirst) => {
      const finished = format?.finish(dayFirst) ?? { format: '', toMs: undefined, notes: [] };
      if (finished.unclear) {
        throw new MirrorError('log/unclear-dates', { data: { file, column: name, ...finished.unclear } });
      }
      return { ...finished, notes: finished.notes.map((note) => `column "${name}": ${note}`) };
    },
  };
}
