// In: one column of times. Out: numbers to keep now, and what they mean once the column has ended.
import { MirrorError } from '../domain/errors.ts';
import { type FinishedTimes, findTimeFormat, type TimeFormat } from './time-formats.ts';

export interface TimeColumn {
  /** NaN for an empty text. @throws log/bad-time */
  read(text: string, row: number): number;
  finish(): FinishedTimes;
}

/** Reads a column whose format its first value decides; every other value must be of that format. */
export function createTimeColumn(name: string, file: string): TimeColumn {
  let format: TimeFormat | undefined;
  return {
    read: (text, row) => {
      if (text === '') return Number.NaN;
      format ??= findTimeFormat(text);
      const read = format?.read(text) ?? Number.NaN;
      if (Number.isNaN(read)) throw new MirrorError('log/bad-time', { data: { file, row, value: text.slice(0, 60) } });
      return read;
    },
    finish: () => {
      const { toMs, notes } = format?.finish() ?? { toMs: undefined, notes: [] };
      return { toMs, notes: notes.map((note) => `column "${name}": ${note}`) };
    },
  };
}
