// Digits said one by one: "four one one one, double five …". In: a text. Out: cards, IBANs, phone numbers, ids and codes.
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

const FEWEST = 4;
/** Cheap: three digits said in a row. Nothing else is looked at in a text without them. */
const ONE = `(?:${Object.keys({ ...DIGITS, ...TIMES }).join('|')}|\\d)`;
const GATE = new RegExp(`(?<![\\p{L}\\d])(?:${ONE}[\\s,.-]{1,3}){3}${ONE}(?![\\p{L}\\d])`, 'iu');
const WORD = /[\p{L}\d+]+/gu;

interface Said {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** "plus four three …" */
  readonly isPlus: boolean;
  /** Single letters said right before: the country of an IBAN. */
  readonly letters: string;
}

export function* findSpokenNumbers(text: string, kinds: ShapedNumbers): Generator<Span> {
  if (!GATE.test(text)) return;
  for (const said of listSaid(text)) {
    const found = recognise(text, said, kinds);
    if (found) yield { start: said.start, end: said.end, ...found };
  }
}

type Recognised = Pick<Span, 'kind' | 'rule' | 'certainty01'>;

function recognise(
  text: string,
  { start, digits, isPlus, letters }: Said,
  kinds: ShapedNumbers,
): Recognised | undefined {
  const { length } = digits;
  if (letters.length === 2 && isIban((letters + digits).toUpperCase()))
    return { kind: 'iban', rule: 'iban-spoken', certainty01: 0.9 };
  if (isPlus && isInternational(digits)) return { kind: 'phone', rule: 'phone-spoken', certainty01: 0.85 };
  if (length >= 13 && isLuhn(digits) && isIssued(digits))
    return { kind: 'card', rule: 'card-spoken', certainty01: 0.88 };
  if (length >= 3 && length <= 8 && isHinted(text, start, CODE_WORDS))
    return { kind: 'secret', rule: 'pin-spoken', certainty01: 0.8 };
  for (const kind of kinds.get(String(length)) ?? []) {
    if (kind.hints && isHinted(text, start, kind.hints) && kind.checks(digits))
      return { kind: kind.kind, rule: kind.rule, certainty01: 0.85 };
  }
  const hint = hintBefore(text, start);
  if (length < 7 || length > 15 || hint === 'business' || hint === 'id' || hint === 'iban' || hint === 'card')
    return undefined;
  if (hint === 'phone') return { kind: 'phone', rule: 'phone-spoken', certainty01: 0.8 };
  return /^0[1-9]/.test(digits) && length >= 9 ? { kind: 'phone', rule: 'phone-spoken', certainty01: 0.6 } : undefined;
}

const CODE_WORDS = /\b(?:pin|tan|cvv|cvc|passcode|(?:security|access|door|one-time|verification) code)\b[^.]{0,12}$/;

/** Runs of digits said one after the other; what stands between is a space, a comma or a dash. */
function* listSaid(text: string): Generator<Said> {
  let run: Said | undefined;
  let letters: { start: number; end: number; text: string } | undefined;
  let times = 1;
  let timesAt = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const end = index + word.length;
    const isNext = (before: number): boolean => /^[\s,.–-]{1,3}$/.test(text.slice(before, index));
    const lower = word.toLowerCase();
    const digits = DIGITS[lower] ?? (run !== undefined || letters !== undefined ? asDigits(word) : asOneDigit(word));
    if (digits !== undefined) {
      const from = times > 1 ? timesAt : index;
      const more = digits.repeat(times);
      times = 1;
      if (run && /^[\s,.–-]{1,3}$|double|triple|treble|doppel|dreimal/i.test(text.slice(run.end, index)))
        run = { ...run, end, digits: run.digits + more };
      else {
        if (run && run.digits.length >= FEWEST) yield run;
        const isLed = letters !== undefined && isNext(letters.end);
        const lead = isLed ? letters!.text : '';
        const isPlus = lead === '+' || lead.toLowerCase() === 'plus';
        run = {
          start: isLed ? letters!.start : from,
          end,
          digits: more,
          isPlus,
          letters: isPlus ? '' : lead,
        };
      }
      letters = undefined;
      continue;
    }
    if (TIMES[lower] !== undefined && (run === undefined || isNext(run.end))) {
      [times, timesAt] = [TIMES[lower], index];
      continue;
    }
    times = 1;
    if (run && run.digits.length >= FEWEST) yield run;
    run = undefined;
    letters = nextLetters(letters, { word, index, end, isNext });
  }
  if (run && run.digits.length >= FEWEST) yield run;
}

interface SaidWord {
  readonly word: string;
  readonly index: number;
  readonly end: number;
  readonly isNext: (before: number) => boolean;
}

/** "A T" and "AT" both begin an IBAN, "plus" a phone number. */
function nextLetters(
  before: { start: number; end: number; text: string } | undefined,
  { word, index, end, isNext }: SaidWord,
): { start: number; end: number; text: string } | undefined {
  if (/^(?:plus|\+)$/i.test(word) || /^[A-Z]{2}$/.test(word)) return { start: index, end, text: word };
  if (!/^\p{L}$/u.test(word)) return undefined;
  const joins = before !== undefined && before.text.length === 1 && isNext(before.end);
  return joins ? { start: before.start, end, text: before.text + word } : { start: index, end, text: word };
}

const asOneDigit = (word: string): string | undefined => (/^\d$/.test(word) ? word : undefined);

/** In the middle of a run a transcriber may write some of it in digits. */
const asDigits = (word: string): string | undefined => (/^\d{1,4}$/.test(word) ? word : undefined);
