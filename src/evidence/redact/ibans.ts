// IBANs (ISO 13616): the country's length and the remainder 1 by 97. Lengths by SWIFT's IBAN registry.
import { allMatches } from './all-matches.ts';
import { isHinted } from './hints.ts';
import { remainder } from './numbers/check-digits.ts';
import type { Span } from './span.ts';

const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 ' +
    'LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 ' +
    'RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const START = /(?<![A-Za-z0-9])[A-Za-z]{2}[ ]?\d{2}(?=[ \u00a0-]?[A-Za-z0-9])/g;

/** One that does not check is found only where the word IBAN stands before it: then it was misheard or misread. */
export function* findIbans(text: string): Generator<Span> {
  for (const { index: start } of allMatches(START, text)) {
    const country = text.slice(start, start + 2).toUpperCase();
    const length = LENGTHS[country];
    if (length === undefined) continue;
    const end = takeCharacters(text, start, length);
    if (end === undefined) continue;
    const compact = text
      .slice(start, end)
      .replaceAll(/[ \u00a0-]/g, '')
      .toUpperCase();
    if (isIban(compact)) yield { start, end, kind: 'iban', rule: 'iban', certainty01: 1 };
    else if (/\d{8}/.test(compact) && isHinted(text, start, /\biban\W{0,3}(?:is|ist|lautet|nr|no|number|nummer)?\W*$/))
      yield { start, end, kind: 'iban', rule: 'iban-unchecked', certainty01: 0.7 };
  }
}

/** Capitals without spaces. The first four go to the end, letters count from 10. */
export const isIban = (compact: string): boolean =>
  LENGTHS[compact.slice(0, 2)] === compact.length &&
  remainder(
    (compact.slice(4) + compact.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
    97,
  ) === 1;

/** Where `count` letters and digits end that stand together or in groups; undefined where there are fewer, or more. */
function takeCharacters(text: string, from: number, count: number): number | undefined {
  let taken = 0;
  let at = from;
  for (; taken < count; at += 1) {
    const char = text[at];
    if (char === undefined) return undefined;
    if (ALPHANUMERIC.test(char)) taken += 1;
    else if (!SEPARATOR.test(char) || !ALPHANUMERIC.test(text[at + 1] ?? '')) return undefined;
  }
  return ALPHANUMERIC.test(text[at] ?? '') ? undefined : at;
}

const ALPHANUMERIC = /[A-Za-z0-9]/;
const SEPARATOR = /[ \u00a0\u202f-]/;
