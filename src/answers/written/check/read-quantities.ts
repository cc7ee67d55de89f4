// In: a sentence. Out: every number in it with its unit, however it is written; what is no quantity is not taken for one.
import { foldWords } from '../../../lib/fold-words.ts';
import { NUMBER_WORD, readNumberWords } from './number-words.ts';
import type { Bound, Quantity, QuantityUnit } from './quantity.ts';
import { readClocks, readDates } from './read-dates.ts';
import { findUnit } from './units.ts';

/** In order, none over another. */
export function readQuantities(text: string): Quantity[] {
  const taken = [...readDates(text), ...readClocks(text), ...readVague(text)];
  let rest = cover(text, taken);
  const rates = readRates(rest);
  rest = cover(rest, rates);
  const fractions = readFractions(rest);
  rest = cover(rest, fractions);
  const numbers = joinDurations(readNumbers(rest), text);
  const nothing = readNothing(cover(rest, numbers));
  return [...taken, ...rates, ...fractions, ...numbers, ...nothing].toSorted((a, b) => a.start - b.start);
}

/** The places taken become blanks, so that nothing is read twice and every place stays where it is. */
export function cover(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  return places.reduce(
    (rest, { start, end }) => rest.slice(0, start) + '\u0000'.repeat(end - start) + rest.slice(end),
    text,
  );
}

const DIGITS = String.raw`\d{1,3}(?:[,\u00a0\u202f']\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?`;
const WORDS = `(?:${NUMBER_WORD})(?:(?:[ -]|\\s+and\\s+)(?:${NUMBER_WORD}))*`;
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}_/.,])(?<!\\p{L}-)([€$£]\\s?)?(?:(${DIGITS})(?:\\s?(k|thousand|million|m|bn|billion)(?![\\p{L}\\p{N}]))?|(a )?\\b(${WORDS})\\b)(\\s+and\\s+a\\s+half|\\s?½)?`,
  'giu',
);
const CODE = /[\p{L}\p{N}_]*(?:\p{L}[\p{L}_/.-]*\p{N}|\p{N}[\p{N}_/.-]*\p{L}|#\s?\p{N})[\p{L}\p{N}_/.-]*/gu;

interface Measured extends Quantity {
  /** Of its unit. */
  readonly factor: number;
}
const LOOSE = /\p{N}(?:[\p{N}_/.,-]*\p{N})?/gu;

function readNumbers(text: string): Quantity[] {
  const found: Measured[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [whole, currency, digits, scale, article, words, half] = match;
    const read = digits === undefined ? readWords(words ?? '') : readDigits(digits, scale);
    if (read === undefined) {
      // "two three" is some number, and nobody can say which.
      found.push({ ...at(match.index, whole, text), unit: 'code', value: 0, factor: 1 });
      continue;
    }
    const start = match.index + (article && !/dozen|hundred|thousand|million/i.test(words ?? '') ? article.length : 0);
    let end = match.index + whole.length;
    if (words !== undefined && isPronoun(words, text.slice(0, start), text.slice(end))) continue;
    const number = half ? { value: read.value + 0.5, slack: 0.05 } : read;
    const suffix = currency ? { unit: 'money' as const, factor: 1, length: 0 } : findUnit(text.slice(end));
    if (suffix === 'code') continue;
    end += suffix.length;
    const period = suffix.unit === 'count' ? PER.exec(text.slice(end)) : null;
    if (period) end += period[0].length;
    found.push({
      start,
      end,
      unit: period ? 'rate' : suffix.unit,
      value: number.value * suffix.factor,
      slack: number.slack * suffix.factor,
      factor: suffix.factor,
      bound: boundOf(text.slice(0, start), text.slice(end)),
      after: wordsAfter(text, end),
      text: (period?.[1] ?? text.slice(start, end)).toLowerCase(),
    });
  }
  return [...shareUnits(found, text), ...readCodes(cover(text, found))];
}

/** "12 cases a day", "3 per week": how often, in what time. */
const PER = /^(?:\s+\p{L}+){0,2}?\s+(?:a|an|per|each|every)\s+(minute|hour|day|week|month|quarter|year)\b/iu;

/** "S/4HANA", "INV-20", "v2.1": compared as they are written; so is every digit that is read as nothing else ("24/7"). */
function readCodes(text: string): Quantity[] {
  return [...text.matchAll(CODE), ...text.replaceAll(CODE, (code) => '\u0000'.repeat(code.length)).matchAll(LOOSE)].map(
    ({ index, 0: code }) => ({
      ...at(index, code, text),
      unit: 'code' as const,
      value: 0,
    }),
  );
}

function readDigits(digits: string, scale: string | undefined): { value: number; slack: number } {
  const isGrouped = /^\d{1,3}(?:[,\u00a0\u202f']\d{3})+/.test(digits);
  const plain = isGrouped ? digits.replaceAll(/[,\u00a0\u202f']/g, '') : digits.replace(',', '.');
  const factor = SCALE[scale?.toLowerCase() ?? ''] ?? 1;
  const places = plain.split('.')[1]?.length ?? 0;
  return { value: Number(plain) * factor, slack: (0.5 * factor) / 10 ** places };
}

const SCALE: Readonly<Record<string, number>> = {
  k: 1000,
  thousand: 1000,
  m: 1_000_000,
  million: 1_000_000,
  bn: 1_000_000_000,
  billion: 1_000_000_000,
};

function readWords(words: string): { value: number; slack: number } | undefined {
  const value = readNumberWords(words);
  return value === undefined ? undefined : { value, slack: 0.5 };
}

/** "one of them", "the one who", "no one", "one another": nobody counts there. */
function isPronoun(words: string, before: string, after: string): boolean {
  if (words.toLowerCase() !== 'one') return false;
  if (
    /(?:\b(?:the|this|that|which|no|any|every|each|other|another|previous|next|last|longest|only)\s+|-)$/i.test(before)
  )
    return !/\b(?:only)\s+$/i.test(before);
  return !/^\s+(?:and a half\s+)?(?:(?!of\b)\p{L}+\s+){0,2}?(?:cases?|times?|recordings?|handoffs?|activit|bottlenecks?|exceptions?|variants?|decisions?|roles?|persons?|people|systems?|steps?|events?|rows?|places?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|working|business|judg|observations?|transitions?|differences?|transfers?|waits?|open)/iu.test(
    after,
  );
}

const OVER =
  /(?:\b(?:(?<!\b(?:hand|pass|take|carr|turn|go|come|cross|mov)\p{L}* |\btook |\bwent |\bcame )over|above|exceed(?:s|ing)?|(?:more|greater|longer|higher|larger|later|slower) than|upwards of)|>)\s*$/iu;
const AT_LEAST = /(?:\b(?:at least|no(?:t)? less than|no fewer than|minimum of)|≥)\s*$/i;
const UNDER = /(?:\b(?:under|below|(?:less|fewer|shorter|lower|smaller|faster|earlier|quicker) than)|<)\s*$/i;
const AT_MOST = /(?:\b(?:at most|up to|within|no(?:t)? (?:more|longer|later|higher) than|maximum of)|≤)\s*$/i;
const ABOUT =
  /(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|circa|ca\.?|close to|just (?:over|under|above|below)|a little (?:over|under)|on the order of)|[~≈])\s*$/i;

function boundOf(before: string, after: string): Bound {
  const near = before.replace(/\s*(?:the|a|an|of)\s*$/i, ' ');
  if (ABOUT.test(before) || ABOUT.test(near) || /^\s+or so\b/i.test(after)) return 'about';
  // "not more than" ends in "more than" as well.
  if (AT_MOST.test(before)) return 'at most';
  if (AT_LEAST.test(before)) return 'at least';
  if (UNDER.test(before) || /^\s+or (?:under|below)\b/i.test(after)) return 'under';
  if (OVER.test(before)) return 'over';
  if (/^(?:\s+or (?:more|over|above|longer)\b|\+)/i.test(after)) return 'at least';
  return /^\s+or (?:less|fewer)\b/i.test(after) ? 'at most' : 'exact';
}

const wordsAfter = (text: string, end: number): string[] => {
  const clause = text.slice(end, end + 60).split(/[.,;:!?()[\]"“”]/)[0] ?? '';
  return foldWords(clause)
    .slice(0, 3)
    .map(({ word }) => word);
};

function at(index: number, words: string, text: string): Omit<Quantity, 'unit' | 'value'> {
  const end = index + words.length;
  return {
    start: index,
    end,
    slack: 0,
    bound: boundOf(text.slice(0, index), text.slice(end)),
    after: wordsAfter(text, end),
    text: words.toLowerCase(),
  };
}

const PARTS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, tenth: 10 };
const FRACTION =
  /(?:\b(?:(a|an|one|two|three|four)[ -])?(half|third|quarter|fourth|fifth|tenth)s?\b(?! past| to \d| year| level| party|-)|\b(one|1) in (two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred|\d+)\b|(?<![\p{N}/])(½|¼|¾|⅓|⅔)(?!\p{N}))(\s+of\s+an?|\s+an?)?(\s+(?:hour|day|minute|week|month|year)s?\b)?/giu;
const SIGNS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 };

/** "half", "two thirds", "one in ten": shares; "half an hour" is a time. */
function readFractions(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(FRACTION)) {
    const [whole, count, part, one, of, sign, , unitWords] = match;
    const before = text.slice(0, match.index);
    // "the third case", "a second half" and "and a half" are no shares.
    if (/\band\s+$/i.test(before) && count?.toLowerCase() === 'a') continue;
    if (part !== undefined && part.toLowerCase() !== 'half' && count === undefined) continue;
    const share = shareOf({ count, part, one, of, sign });
    const unit = unitWords === undefined ? undefined : findUnit(unitWords);
    const timed = unit !== undefined && unit !== 'code' && unit.unit === 'ms' ? unit : undefined;
    const words = timed === undefined ? whole.slice(0, whole.length - (unitWords?.length ?? 0)).trimEnd() : whole;
    found.push({
      ...at(match.index, words, text),
      unit: timed ? 'ms' : 'share',
      value: timed ? share * timed.factor : share,
      slack: timed ? 0.05 * timed.factor : 0.02,
    });
  }
  return found;
}

function shareOf(parts: Readonly<Record<'count' | 'part' | 'one' | 'of' | 'sign', string | undefined>>): number {
  if (parts.sign !== undefined) return SIGNS[parts.sign] ?? 0;
  if (parts.one !== undefined) {
    const of = parts.of ?? '';
    return 1 / (/^\d/.test(of) ? Number(of) : (readNumberWords(of) ?? 1));
  }
  const count = readNumberWords(parts.count?.replace(/^an?$/i, 'one') ?? 'one') ?? 1;
  return count / (PARTS[parts.part?.toLowerCase() ?? ''] ?? 1);
}

const RATE = new RegExp(
  `\\b(?:(once|twice|thrice)|(${DIGITS}|${WORDS})\\s+times)\\s+(?:an?|per|each|every)\\s+(minute|hour|day|week|month|quarter|year)\\b`,
  'giu',
);
const SUPERLATIVE =
  '(?:most|least|largest|biggest|longest|highest|greatest|slowest|smallest|shortest|lowest|fastest|worst)\\b';
const TIMES: readonly (readonly [pattern: RegExp, value: number, unit: QuantityUnit])[] = [
  [/\btwice (?:as\b|the\b)|\bdoubled?s?\b/gi, 2, 'factor'],
  [/\bthrice (?:as\b|the\b)|\btripled?s?\b/gi, 3, 'factor'],
  ...['second', 'third', 'fourth', 'fifth'].map(
    (word, at) => [new RegExp(`\\b${word}[- ](?=${SUPERLATIVE})`, 'gi'), at + 2, 'rank'] as const,
  ),
  [/\btwice\b/gi, 2, 'count'],
  [/\bthrice\b/gi, 3, 'count'],
  [/(?<=\b(?:only|just|exactly|told|occurs|happens|happened|done|repeated|said|seen|observed) )once\b/gi, 1, 'count'],
  [
    /(?<=\b(?:takes?|took|lasts?|waits?|within|about|for|after|than|is|least|most|over|under|nearly|almost) )an? hour\b/gi,
    3_600_000,
    'ms',
  ],
  [
    /(?<=\b(?:takes?|took|lasts?|waits?|within|about|for|after|than|is|least|most|over|under|nearly|almost) )a day\b/gi,
    86_400_000,
    'ms',
  ],
  [
    /(?<=\b(?:takes?|took|lasts?|waits?|within|about|for|after|than|is|least|most|over|under|nearly|almost) )a week\b/gi,
    604_800_000,
    'ms',
  ],
  [
    /(?<=\b(?:takes?|took|lasts?|waits?|within|about|for|after|than|is|least|most|over|under|nearly|almost) )a minute\b/gi,
    60_000,
    'ms',
  ],
  [/\b(?:a |the )single\b(?= \p{L})/giu, 1, 'count'],
];

/** "twice a week" is compared as a whole; "twice as long" is a factor, "told twice" a count. */
function readRates(text: string): Quantity[] {
  const rates: Quantity[] = [...text.matchAll(RATE)].map((match) => {
    const [words, adverb, number, period] = match;
    const value =
      adverb === undefined
        ? /^\d/.test(number ?? '')
          ? Number(number)
          : (readNumberWords(number ?? '') ?? 0)
        : ({ once: 1, twice: 2, thrice: 3 }[adverb.toLowerCase()] ?? 0);
    return { ...at(match.index, words, text), unit: 'rate', value, text: period?.toLowerCase() ?? '' };
  });
  let rest = cover(text, rates);
  for (const [pattern, value, unit] of TIMES) {
    const found = [...rest.matchAll(pattern)].map(({ index, 0: words }) => ({
      ...at(index, words, rest),
      unit,
      value,
      slack: unit === 'ms' ? value / 20 : 0,
    }));
    rates.push(...found);
    rest = cover(rest, found);
  }
  return rates;
}

const VAGUE =
  /\b(?:dozens|hundreds|thousands|millions|tens|scores|(?:several|a few|many) (?:dozen|hundred|thousand))\b/gi;

const readVague = (text: string): Quantity[] =>
  [...text.matchAll(VAGUE)].map(({ index, 0: words }) => ({ ...at(index, words, text), unit: 'vague', value: 0 }));

/** "no handoffs", "none of the cases", "not a single case": none is a number, too. */
function readNothing(text: string): Quantity[] {
  const found = text.matchAll(
    /\b(?:no|zero|none of the|not any|without any|neither)\b(?=\s+\p{L})(?!\s+(?:longer|more|less|fewer|later|one|doubt|matter|way)\b)/giu,
  );
  return [...found].map(({ index, 0: words }) => ({ ...at(index, words, text), unit: 'count', value: 0, slack: 0 }));
}

/** "2 to 3 days", "between 2 and 3 days", "2-3 %": the unit behind the last counts for the first. */
function shareUnits(numbers: readonly Measured[], text: string): Quantity[] {
  return numbers.map((one, at) => {
    const next = numbers[at + 1];
    if (next === undefined || one.unit !== 'count' || next.unit === 'count') return one;
    if (!/^\s*(?:to|or|and|[-–—])\s*$/i.test(text.slice(one.end, next.start))) return one;
    return { ...one, unit: next.unit, value: one.value * next.factor, slack: one.slack * next.factor };
  });
}

function joinDurations(numbers: readonly Quantity[], text: string): Quantity[] {
  return numbers.reduce<Quantity[]>((joined, next) => {
    const last = joined.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, next.start);
    const isSame = last?.unit === 'ms' && next.unit === 'ms' && /^\s*(?:,|and|,\s*and)?\s*$/.test(between);
    if (last === undefined || !isSame || next.value >= last.value) return [...joined, next];
    const whole = { ...last, end: next.end, value: last.value + next.value, slack: next.slack, after: next.after };
    return [...joined.slice(0, -1), { ...whole, text: text.slice(last.start, next.end).toLowerCase() }];
  }, []);
}
