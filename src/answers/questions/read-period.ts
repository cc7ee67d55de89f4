// Months, quarters and years in a question, as periods of the logs.
import type { LogSlice } from '../../domain/comparison.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

export interface Period {
  readonly slice: Pick<LogSlice, 'fromMs' | 'toMs'>;
  /** Numbers of the words that name it. */
  readonly words: readonly number[];
}

/** What a month without a year means: the last such month of the logs. */
export interface LogTimes {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The first period that the words name; undefined where they name none. A month alone needs `times`; without them it is
 * taken of the year given in the question, or not at all. Times are UTC.
 */
export const readPeriod = (words: readonly string[], times: LogTimes | undefined): Period | undefined =>
  readPeriods(words, times)[0];

/** Every period that the words name, in their order: "February" and "March" are two, "from February to March" is one. */
export function readPeriods(words: readonly string[], times: LogTimes | undefined): Period[] {
  const yearAt = words.findIndex((word) => /^(19|20)\d\d$/.test(word));
  const year = yearAt < 0 ? undefined : Number(words[yearAt]);
  const used = yearAt < 0 ? [] : [yearAt];
  const found: Period[] = [];
  for (const [at, word] of words.entries()) {
    if (found.some((period) => period.words.includes(at))) continue;
    const month = monthOf(word, words[at - 1]);
    if (month >= 0) {
      const from = year ?? yearOf(month, times);
      // "Between January and March", both of them whole.
      const isRange =
        /^(?:between|from)$/.test(words[at - 1] ?? '') && /^(?:and|to|until|till|through)$/.test(words[at + 1] ?? '');
      const last = isRange ? monthOf(words[at + 2] ?? '', 'in') : -1;
      if (last < month) found.push({ slice: span(from, month, 1), words: [at, ...used] });
      else found.push({ slice: span(from, month, last - month + 1), words: [at, at + 2, ...used] });
    }
    const quarter = /^q([1-4])$/.exec(word);
    if (quarter) {
      const first = (Number(quarter[1]) - 1) * 3;
      found.push({ slice: span(year ?? yearOf(first, times), first, 3), words: [at, ...used] });
    }
  }
  return found.length > 0 || year === undefined ? found : [{ slice: span(year, 0, 12), words: used }];
}

/** "May" is a month only after "in" and its like: "may" is mostly something else. */
function monthOf(word: string, before: string | undefined): number {
  if (word === 'may' && !/^(in|during|of|since|for)$/.test(before ?? '')) return -1;
  return MONTHS.findIndex((month) => month === word || (word.length === 3 && month.startsWith(word) && word !== 'may'));
}

function yearOf(month: number, times: LogTimes | undefined): number {
  if (times === undefined) return 1970;
  const last = new Date(times.toMs);
  return last.getUTCMonth() >= month ? last.getUTCFullYear() : last.getUTCFullYear() - 1;
}

const span = (year: number, month: number, months: number): Period['slice'] => ({
  fromMs: Date.UTC(year, month, 1),
  toMs: Date.UTC(year, month + months, 1),
});
