// Payment cards: Luhn's check, the length and the first digits of an issuer (ISO/IEC 7812, ranges as issuers publish them).
import { isLuhn } from './check-digits.ts';
import type { ShapedNumber } from './shaped-numbers.ts';

export const CARDS: readonly ShapedNumber[] = [
  {
    rule: 'card',
    kind: 'card',
    shapes: ['13', '14', '15', '16', '18', '19', ...[' ', '-', '.'].flatMap(grouped)],
    checks: (digits) => isLuhn(digits) && isIssued(digits),
    needs: 'alone',
    hints: /\b(?:card|cards|kreditkarte|kartennummer|karte|visa|mastercard|amex|carte bancaire|tarjeta)\b/,
  },
  {
    // Misheard or misread, it is still somebody's: where the word stands before it, its length and issuer are enough.
    rule: 'card-unchecked',
    kind: 'card',
    shapes: ['16', '4 4 4 4', '4-4-4-4', '4.4.4.4'],
    checks: isIssued,
    needs: 'hinted',
    hints: /\b(?:card|credit ?card|kreditkarte|kartennummer|visa|mastercard)\b(?! ending)/,
  },
  {
    // Maestro's first digits are those of too many other numbers.
    rule: 'card-maestro',
    kind: 'card',
    shapes: ['12', '13', '14', '15', '16', '17', '18', '19', '4 4 4 4', '4 4 4 4 3'],
    checks: (digits) => isLuhn(digits) && /^(?:5[06-8]|6)/.test(digits),
    needs: 'hinted',
    hints: /\b(?:maestro|bank ?card|debit ?card|ec-?karte|bankomatkarte|girocard)\b/,
  },
];

function grouped(gap: string): string[] {
  return [
    [4, 4, 4, 4],
    [4, 6, 5],
    [4, 6, 4],
    [4, 4, 4, 4, 3],
    [4, 4, 4, 1],
    [4, 4, 8],
    [8, 8],
  ].map((lengths) => lengths.join(gap));
}

/** Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay. */
export function isIssued(digits: string): boolean {
  const { length } = digits;
  const four = Number(digits.slice(0, 4));
  const two = Math.floor(four / 100);
  if (digits[0] === '4') return length === 13 || length === 16 || length === 19;
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16;
  if (two === 34 || two === 37) return length === 15;
  if (four >= 3528 && four <= 3589) return length >= 16;
  if ((four >= 3000 && four <= 3059) || four === 3095 || two === 36 || two === 38 || two === 39) return length >= 14;
  return (four === 6011 || (four >= 6440 && four <= 6599) || two === 62) && length >= 16;
}
