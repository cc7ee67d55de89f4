// National ids that are written in letters and digits, each with its shape and its check.
import { allMatches } from '../all-matches.ts';
import { hintBefore, isHinted } from '../hints.ts';
import type { Span } from '../span.ts';
import { isMod112, remainder, weigh } from './check-digits.ts';
import { isDay } from './is-date.ts';
import { beginsFreely, endsFreely } from './number-runs.ts';

interface NationalCode {
  readonly rule: string;
  /** Begins at its first digit, which are few in a text; letters before that are `lead`. */
  readonly pattern: RegExp;
  /** Of the code in capitals without spaces, dots and dashes. */
  readonly checks: (code: string) => boolean;
  /** Must stand before it, where shape and check are no proof. */
  readonly hints?: RegExp;
}

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

const CODES: readonly NationalCode[] = [
  {
    rule: 'uk-nino',
    pattern: /(?<=\b(?<lead>[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?))\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D]\b/gi,
    checks: (code) => !/^(?:BG|GB|NK|KN|TN|NT|ZZ)/.test(code),
  },
  {
    rule: 'fr-nir',
    pattern: /\b[1-478] ?\d\d ?\d\d ?2[AB] ?\d{3} ?\d{3} ?\d\d\b/gi,
    // In Corsica 2A counts as 19 and 2B as 18.
    checks: (code) =>
      97 - remainder(code.slice(0, 13).replace('2A', '19').replace('2B', '18'), 97) === Number(code.slice(13)),
  },
  {
    rule: 'es-dni',
    pattern: /(?:\b(?:\d{8}|\d\d\.\d{3}\.\d{3})|(?<=\b(?<lead>[XYZ][ -]?))\d{7})[ -]?[A-HJ-NP-TV-Z]\b/gi,
    checks: (code) => {
      const digits = code.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
      return DNI_LETTERS[Number(digits) % 23] === code.at(-1);
    },
  },
  {
    rule: 'it-codice-fiscale',
    pattern: /(?<=\b(?<lead>[A-Z]{3} ?[A-Z]{3} ?))\d[\dLMNP-V][A-EHLMPR-T][\dLMNP-V]{2} ?[A-Z][\dLMNP-V]{3} ?[A-Z]\b/gi,
    checks: isCodiceFiscale,
  },
  {
    rule: 'fi-hetu',
    pattern: /\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b/gi,
    checks: (code) => {
      const digits = code.replaceAll(/\D/g, '').slice(0, 9);
      return (
        isDay(Number(code.slice(0, 2)), Number(code.slice(2, 4))) &&
        '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(digits) % 31] === code.at(-1)
      );
    },
  },
  {
    rule: 'ie-pps',
    pattern: /\b\d{7}[A-W][A-IW]?\b/gi,
    checks: (code) => {
      const second = code[8] === undefined || code[8] === 'W' ? 0 : code.charCodeAt(8) - 64;
      return 'WABCDEFGHIJKLMNOPQRSTUV'[(weigh(code, [8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23] === code[7];
    },
    hints: /\bppsn?\b|personal public service/,
  },
  {
    rule: 'in-pan',
    pattern: /(?<=\b(?<lead>[A-Z]{3}[ABCFGHJLPT][A-Z]))\d{4}[A-Z]\b/g,
    checks: () => true,
    hints: /\bpan\b|income tax/,
  },
  {
    rule: 'mx-curp',
    pattern: /(?<=\b(?<lead>[A-Z]{4}))\d{6}[HMX][A-Z]{5}[A-Z\d]\d\b/gi,
    checks: isCurp,
  },
  {
    rule: 'cn-resident',
    pattern: /\b\d{17}X\b/gi,
    checks: (code) => isDay(Number(code.slice(12, 14)), Number(code.slice(10, 12))) && isMod112(code),
  },
];

export function* findNationalCodes(text: string): Generator<Span> {
  for (const { rule, pattern, checks, hints } of CODES) {
    for (const { index, 0: rest, groups } of allMatches(pattern, text)) {
      const found = (groups?.['lead'] ?? '') + rest;
      const end = index + rest.length;
      const start = end - found.length;
      // The sign in the middle of a Finnish one counts the century; elsewhere signs are ornament.
      const code = (rule === 'fi-hetu' ? found : found.replaceAll(/[ .-]/g, '')).toUpperCase();
      if (!checks(code) || !beginsFreely(text, start) || !endsFreely(text, end)) continue;
      if (hints ? !isHinted(text, start, hints) : hintBefore(text, start) === 'business') continue;
      yield { start, end, kind: 'nationalId', rule, certainty01: 0.95 };
    }
  }
}

/** Agenzia delle Entrate: odd places by a table of their own, even places by value, the sum mod 26 as a letter. */
function isCodiceFiscale(code: string): boolean {
  const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  const value = (char: string): number => (char <= '9' ? Number(char) : char.charCodeAt(0) - 65);
  const sum = code
    .slice(0, 15)
    .split('')
    .reduce(
      // The first place is odd.
      (total, char, at) => total + (at % 2 === 0 ? ODD[value(char)]! : value(char)), // values are 0 to 25
      0,
    );
  return code.charCodeAt(15) - 65 === sum % 26;
}

/** RENAPO: places weighed 18 down to 2 by an alphabet with Ñ, the tens' complement as the last digit. */
function isCurp(code: string): boolean {
  const ALPHABET = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
  const sum = code
    .slice(0, 17)
    .split('')
    .reduce((total, char, at) => total + ALPHABET.indexOf(char) * (18 - at), 0);
  return isDay(Number(code.slice(8, 10)), Number(code.slice(6, 8))) && (10 - (sum % 10)) % 10 === Number(code[17]);
}
