// Numbers are the examples that offices publish.
import { expect, test } from 'vitest';
import { isIban } from '../ibans.ts';
import { isEan13, isLuhn, isMod1110, isMod112, isVerhoeff } from './check-digits.ts';

const SCHEMES: readonly [name: string, checks: (digits: string) => boolean, valid: readonly string[]][] = [
  ['Luhn', isLuhn, ['4111111111111111', '378282246310005', '8112289874']],
  ['MOD 11,10', isMod1110, ['86095742719', '33392005961']],
  ['MOD 11-2', isMod112, ['360426199101010071', '11010519491231002X']],
  ['EAN-13', isEan13, ['7569217076985', '4006381333931']],
  ['Verhoeff', isVerhoeff, ['234123412346', '2363']],
  ['IBAN', isIban, ['AT611904300234573201', 'GB82WEST12345698765432']],
];

test.each(SCHEMES)('%s takes what is right, and nothing with one digit changed', (_name, checks, valid) => {
  for (const number of valid) {
    expect(checks(number)).toBe(true);
    for (let at = 0; at < number.length; at += 1) {
      for (const digit of '0123456789') {
        if (digit === number[at] || !/\d/.test(number[at]!)) continue;
        const changed = number.slice(0, at) + digit + number.slice(at + 1);
        expect(`${changed} ${checks(changed)}`).toBe(`${changed} false`);
      }
    }
  }
});
