// Digits said one by one: "four one one one, double five …". In: a text. Out: cards, IBANs, phone numbers, ids and codes.
import { allMatches } from './all-matches.ts';
import { hintBefore, isHinted } from './hints.ts';
import { isIban } from './ibans.ts';
import { isIssued } from './numbers/cards.ts';
import { isLuhn } from './numbers/check-digits.ts';
import type { ShapedNumbers } from './numbers/shaped-numbers.ts';
import { isInternational } from './phone-codes.ts';
import type { Span } from './span.ts';

const DIGITS: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  nought: '0',
  naught: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  niner: '9',
  null: '0',
  eins: '1',
  ein: '1',
  zwei: '2',
  zwo: '2',
  drei: '3',
  vier: '4',
  fünf: '5',
  fuenf: '5',
  sechs: '6',
  sieben: '7',
  acht: '8',
  neun: '9',
};
const TIMES: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3, doppel: 2, dreimal: 3 };

/** Fewer digits said one by one are a count, a step or a year. */
const FEWEST = 4;

/** On one line: the next one of a page is another matter. */
const BETWEEN = '(?:[ \\t\\u00a0,–-]{1,3}|\\. )';
const ONE = `(?:${Object.keys(DIGITS).join('|')})`;
/** A digit, the same one twice, or some that a transcriber wrote in figures. */
const ITEM = `(?:(?:(?:${Object.keys(TIMES).join('|')})${BETWEEN})?${ONE}|\\d{1,4})(?![\\p{L}\\d]|[.,:]\\d)`;
/** "plus four three …" and "A T six one …": what leads belongs to some kinds of numbers. */
const RUN = new RegExp(
  `(?<![\\p{L}\\d])(?<lead>(?:plus|\\+|[a-z]{2}|[a-z][ ,-]{1,2}[a-z])[ ,-]{0,3}(?=[\\p{L}\\d]))?(?<![\\p{L}\\d])(?<said>${ITEM}(?:${BETWEEN}${ITEM}){2,40})`,
  'giu',
);

/** Cheap, and passed by few texts: three digits in a row, said or in figures. */
const ANY_ONE = `(?:${Object.keys({ ...DIGITS, ...TIMES })
  .map((word) => word.replaceAll(/[^a-z]/g, '.'))
  .join('|')}|\\d)`;
const GATE = new RegExp(`${ANY_ONE}[ \\t\\u00a0,.–-]{1,3}${ANY_ONE}[ \\t\\u00a0,.–-]{1,3}${ANY_ONE}`, 'i');

interface Said {
  readonly start: number;
  readonly end: number;
  /** Where the digits begin, after what leads. */
  readonly digitsAt: number;
  readonly digits: string;
  readonly isPlus: boolean;
  /** Two letters right before: the country of an IBAN. */
  readonly letters: string;
}

export function* findSpokenNumbers(text: string, kinds: ShapedNumbers): Generator<Span> {
  if (!GATE.test(text)) return;
  for (const match of allMatches(RUN, text)) {
    const said = readRun(match);
    const found = said && recognise(text, said, kinds);
    if (said && found) yield { start: found.isLed ? said.start : said.digitsAt, end: said.end, ...found.as };
  }
}

/** Undefined where most of it is written in figures: other rules know such numbers. */
function readRun({ index, groups = {}, 0: whole }: RegExpExecArray): Said | undefined {
  const { lead = '', said = '' } = groups;
  let digits = '';
  let spoken = 0;
  let times = 1;
  for (const word of said.toLowerCase().match(/[\p{L}\d]+/gu) ?? []) {
    if (TIMES[word] !== undefined) {
      times = TIMES[word];
      continue;
    }
    const digit = DIGITS[word] ?? (word.length === 1 ? word : undefined);
    digits += (digit ?? word).repeat(times);
    spoken += digit === undefined ? 0 : times;
    times = 1;
  }
  if (spoken < FEWEST) return undefined;
  const letters = lead.replaceAll(/\P{L}/gu, '');
  const isPlus = /^(?:plus|\+)/i.test(lead);
  return { start: index, end: index + whole.length, digitsAt: index + lead.length, digits, isPlus, letters };
}

interface Found {
  readonly as: Pick<Span, 'kind' | 'rule' | 'certainty01'>;
  /** What leads is a part of it. */
  readonly isLed: boolean;
}

const found = (kind: Span['kind'], rule: string, certainty01: number, isLed = false): Found => ({
  as: { kind, rule, certainty01 },
  isLed,
});

function recognise(text: string, said: Said, kinds: ShapedNumbers): Found | undefined {
  const { start, digits, isPlus, letters } = said;
  const { length } = digits;
  if (letters.length === 2 && isIban((letters + digits).toUpperCase())) return found('iban', 'iban-spoken', 0.9, true);
  if (isPlus && isInternational(digits)) return found('phone', 'phone-spoken', 0.85, true);
  if (length >= 13 && isLuhn(digits) && isIssued(digits)) return found('card', 'card-spoken', 0.88);
  if (length <= 8 && isHinted(text, said.digitsAt, CODE_WORDS)) return found('secret', 'pin-spoken', 0.8);
  for (const { kind, rule, hints, checks } of kinds.get(String(length)) ?? [])
    if (hints && isHinted(text, start, hints) && checks(digits)) return found(kind, rule, 0.85);
  const hint = hintBefore(text, said.digitsAt);
  if (length < 7 || length > 15 || (hint !== 'phone' && hint !== 'none')) return undefined;
  if (hint === 'phone') return found('phone', 'phone-spoken', 0.8);
  return /^0[1-9]/.test(digits) && length >= 9 ? found('phone', 'phone-spoken', 0.6) : undefined;
}

const CODE_WORDS = /\b(?:pin|tan|cvv|cvc|passcode|(?:security|access|door|one-time|verification) code)\b[^.]{0,12}$/;
