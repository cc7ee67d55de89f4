// Durations as people say them: "a couple of hours", "two three days", "ten days? two weeks?", to ISO 8601.
import { NUMBER_WORDS } from './lexicon.ts';
import type { Span } from './evidence.ts';
import type { Word } from './words.ts';

export interface SpokenDuration extends Span {
  readonly seconds: number;
  readonly iso: string;
}

const UNITS: Readonly<Record<string, { readonly seconds: number; readonly iso: (n: number) => string }>> = {
  second: { seconds: 1, iso: (n) => `PT${n}S` },
  minute: { seconds: 60, iso: (n) => `PT${n}M` },
  hour: { seconds: 3600, iso: (n) => `PT${n}H` },
  day: { seconds: 86_400, iso: (n) => `P${n}D` },
  week: { seconds: 604_800, iso: (n) => `P${n * 7}D` },
  fortnight: { seconds: 1_209_600, iso: (n) => `P${n * 14}D` },
  month: { seconds: 2_592_000, iso: (n) => `P${n}M` },
  year: { seconds: 31_536_000, iso: (n) => `P${n}Y` },
};

/** Every duration between two places, in order: "two or three days" gives two. */
export function readDurations(words: readonly Word[], from: number, to: number): SpokenDuration[] {
  const found: SpokenDuration[] = [];
  for (let at = from; at < to; at += 1) {
    const coming = readComing(words, at);
    if (coming) {
      found.push(coming);
      at = coming.to - 1;
      continue;
    }
    const unit = UNITS[singular(words[at]?.lower ?? '')];
    if (!unit || isRate(words, at)) continue;
    const start = Math.max(from, at - 5);
    const amounts = readAmounts(words, start, at);
    if (!amounts) continue;
    const more = readMore(words, at + 1);
    for (const value of more === null ? amounts.values : [...amounts.values, more]) {
      const scaled = scale(value, singular(words[at]?.lower ?? ''));
      if (scaled) found.push({ from: amounts.from, to: at + 1, ...scaled });
    }
  }
  return found;
}

/** "a day or two", "a day, maybe two": the second number goes without its unit. */
function readMore(words: readonly Word[], from: number): number | null {
  let at = from;
  if (words[at]?.text === ',') at += 1;
  const start = at;
  while (at < start + 2 && /^(or|maybe|perhaps|possibly|sometimes|even)$/.test(words[at]?.lower ?? '')) at += 1;
  const value = at > start ? numberOf(words[at]?.lower ?? '') : null;
  const next = words[at + 1];
  const isOfElse = next !== undefined && /^(NOUN|PROPN|ADJ|NUM)$/.test(next.pos);
  return value === null || value <= 1 || isOfElse || /^(of|percent)$/.test(next?.lower ?? '') ? null : value;
}

/** "fifty thousand a year" says how much in a year, not how long; "half a day" is a time all the same. */
function isRate(words: readonly Word[], unitAt: number): boolean {
  const amount = numberOf(words[unitAt - 2]?.lower ?? '');
  return /^(a|an|per)$/.test(words[unitAt - 1]?.lower ?? '') && amount !== null && amount >= 1;
}

/** "next morning", "the next working day", "the following day": one day on. */
function readComing(words: readonly Word[], at: number): SpokenDuration | null {
  if (!/^(next|following)$/.test(words[at]?.lower ?? '')) return null;
  const isQualified = /^(working|business)$/.test(words[at + 1]?.lower ?? '');
  const unitAt = isQualified ? at + 2 : at + 1;
  if (!/^(day|morning)$/.test(words[unitAt]?.lower ?? '')) return null;
  return { from: at, to: unitAt + 1, seconds: 86_400, iso: 'P1D' };
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}

/** Half a day is four working hours; fractions of other units go to the next smaller one. */
function scale(value: number, unit: string): { readonly seconds: number; readonly iso: string } | null {
  const known = UNITS[unit];
  if (!known || value <= 0) return null;
  if (Number.isInteger(value)) return { seconds: value * known.seconds, iso: known.iso(value) };
  if (unit === 'day') return { seconds: value * 8 * 3600, iso: `PT${value * 8}H` };
  if (unit === 'hour') return { seconds: value * 3600, iso: `PT${value * 60}M` };
  if (unit === 'week') return { seconds: value * 604_800, iso: `P${Math.round(value * 7)}D` };
  return {
    seconds: Math.round(value * known.seconds),
    iso: `P${Math.max(1, Math.round((value * known.seconds) / 86_400))}D`,
  };
}

/** Numbers before the unit, read backwards over "of", "or", "to", "working", "whole". */
function readAmounts(
  words: readonly Word[],
  from: number,
  unitAt: number,
): { readonly values: number[]; readonly from: number } | null {
  const values: number[] = [];
  let at = unitAt - 1;
  let pending: number | null = null;
  let start = unitAt;
  for (; at >= from; at -= 1) {
    const word = words[at];
    if (!word) break;
    if (/^(of|or|to|and|working|business|whole|full|good|solid|calendar|more|-|–)$/.test(word.lower)) continue;
    const value = numberOf(word.lower);
    if (value === null) break;
    start = at;
    // "a couple of", "half a": the article adds nothing; "a week" is one.
    if (value === 1 && /^an?$/.test(word.lower)) {
      if (pending === null) pending = 1;
      if (values.length === 0) values.push(1);
      continue;
    }
    if (value === 0.5 && values[0] === 1) {
      values[0] = 0.5;
      continue;
    }
    if (values.length > 0 && pending === 1 && values[0] === 1 && value > 1 && /^(couple|few)$/.test(word.lower))
      values[0] = value;
    else if (combines(values, value, words, at)) values[0] = (values[0] ?? 0) + value;
    else values.unshift(value);
  }
  const word = words[unitAt - 1]?.lower ?? '';
  if (
    values.length === 0 &&
    /^(another|same|next)$/.test(word) &&
    /^(week|day|month|hour|year)$/.test(words[unitAt]?.lower ?? '')
  )
    return { values: [1], from: unitAt - 1 };
  return values.length > 0 ? { values: values.slice(-2), from: start } : null;
}

/** "twenty four": tens and units are one number when they stand together. */
function combines(values: readonly number[], value: number, words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return (
    values.length > 0 &&
    value >= 20 &&
    value % 10 === 0 &&
    (values[0] ?? 0) < 10 &&
    next !== undefined &&
    numberOf(next.lower) === values[0]
  );
}

/** The number a word says: digits, "twenty-four", "couple"; null when it says none. */
export function numberOf(word: string): number | null {
  if (/^\d+(\.\d+)?$/.test(word)) return Number(word);
  const parts = word.split('-').map((part) => NUMBER_WORDS[part]);
  if (parts.some((part) => part === undefined)) return null;
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}
