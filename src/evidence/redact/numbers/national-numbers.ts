// National ids that are written in digits, each with its check by the definition of the office that gives it.
import { isEan13, isLuhn, isMod1110, isMod112, isVerhoeff, remainder, weigh } from './check-digits.ts';
import { isDay, isDayAt } from './is-date.ts';
import type { ShapedNumber } from './shaped-numbers.ts';

const id = (rule: string, shapes: readonly string[], rest: Pick<ShapedNumber, 'checks' | 'needs' | 'hints' | 'sure'>) =>
  ({ rule, kind: 'nationalId', shapes, ...rest }) satisfies ShapedNumber;

export const NATIONAL_NUMBERS: readonly ShapedNumber[] = [
  id('de-tax-id', ['11', '2 3 3 3', '3 3 3 2'], {
    checks: (digits) => digits[0] !== '0' && isMod1110(digits) && repeatsOne(digits.slice(0, 10)),
    needs: 'alone',
    hints: /steuer|tax id|tin\b|idnr|identifikationsnummer/,
  }),
  id('at-svnr', ['10', '4 6', '4/6', '4-6', '4 2 2 2'], {
    checks: (digits) =>
      digits[0] !== '0' &&
      weigh(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(digits[3]) &&
      Number(digits.slice(4, 6)) >= 1 &&
      Number(digits.slice(4, 6)) <= 31 &&
      Number(digits.slice(6, 8)) >= 1 &&
      // Months 13 to 15 are given where the numbers of a day have run out.
      Number(digits.slice(6, 8)) <= 15,
    needs: 'hinted',
    hints: /svnr|sv-?nr|sv-?nummer|sozialversicherung|versicherungsnummer/,
    sure: ['4 6', '4/6', '4-6', '4 2 2 2'],
  }),
  id('ch-ahv', ['13', '3.4.4.2', '3 4 4 2'], {
    checks: (digits) => digits.startsWith('756') && isEan13(digits),
    needs: 'alone',
    hints: /\b(?:ahv|avs|oasi)\b/,
  }),
  id('uk-nhs', ['10', '3 3 4', '3-3-4'], {
    checks: (digits) => {
      const check = 11 - (weigh(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return (check === 11 ? 0 : check) === Number(digits[9]);
    },
    needs: 'hinted',
    hints: /\bnhs\b/,
  }),
  id('us-ssn', ['9', '3-2-4', '3 2 4'], {
    checks: (digits) =>
      /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits) ||
      // Tax numbers of people without a social security number.
      /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(digits),
    needs: 'hinted',
    hints: /\b(?:ssn|itin|social security|social|tin)\b/,
    sure: ['3-2-4'],
  }),
  id('fr-nir', ['15', '1 2 2 2 3 3 2', '1 2 2 2 3 3', '13 2', '1 2 2 5 3 2'], {
    checks: (digits) =>
      digits.length === 15 &&
      /^[1-478]\d\d(?:0[1-9]|1[0-2]|[2-9]\d)/.test(digits) &&
      97 - remainder(digits.slice(0, 13), 97) === Number(digits.slice(13)),
    needs: 'alone',
    hints: /\bnir\b|sécu|sécurité sociale|insee/,
  }),
  id('nl-bsn', ['9', '4 2 3', '3 3 3', '4.2.3'], {
    checks: (digits) => Number(digits) > 9_999_999 && weigh(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
    needs: 'hinted',
    hints: /\bbsn\b|burgerservice|sofi/,
  }),
  id('pl-pesel', ['11'], {
    checks: (digits) => {
      const day = Number(digits.slice(4, 6));
      const month = Number(digits.slice(2, 4)) % 20;
      return (
        isDay(day, month) && (10 - (weigh(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(digits[10])
      );
    },
    needs: 'hinted',
    hints: /\bpesel\b/,
  }),
  id('be-rrn', ['11', '2.2.2-3.2', '6-3-2', '6 3 2', '2 2 2 3 2'], {
    checks: (digits) => {
      const check = Number(digits.slice(9));
      const isBornBefore2000 = 97 - remainder(digits.slice(0, 9), 97) === check;
      const isBornSince2000 = 97 - remainder(`2${digits.slice(0, 9)}`, 97) === check;
      return (isBornBefore2000 || isBornSince2000) && isDayAt(digits, 4, 2);
    },
    needs: 'alone',
    hints: /rijksregister|registre national|niss|insz/,
  }),
  id('se-personnummer', ['10', '12', '6-4', '8-4'], {
    checks: (digits) => {
      const short = digits.slice(-10);
      const day = Number(short.slice(4, 6));
      const century = digits.length === 12 ? digits.slice(0, 2) : '19';
      // A number for those who live elsewhere has 60 added to the day.
      return (
        isLuhn(short) && isDay(day > 60 ? day - 60 : day, Number(short.slice(2, 4))) && /^(?:18|19|20)$/.test(century)
      );
    },
    needs: 'hinted',
    hints: /personnummer|personnr|samordningsnummer/,
    sure: ['6-4', '8-4'],
  }),
  id('dk-cpr', ['10', '6-4', '6 4'], {
    // Its check digit is not kept to since 2007, so a date is all that can be asked.
    checks: (digits) => isDayAt(digits, 0, 2),
    needs: 'hinted',
    hints: /\bcpr\b|personnummer/,
  }),
  id('no-fnr', ['11', '6 5'], {
    checks: (digits) => {
      const day = Number(digits.slice(0, 2));
      return (
        isDay(day > 40 ? day - 40 : day, Number(digits.slice(2, 4))) &&
        weigh(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
        weigh(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
      );
    },
    needs: 'alone',
    hints: /fødselsnummer|fodselsnummer/,
  }),
  id('pt-nif', ['9', '3 3 3'], {
    checks: (digits) => {
      const check = 11 - (weigh(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return /^[1235689]/.test(digits) && (check > 9 ? 0 : check) === Number(digits[8]);
    },
    needs: 'hinted',
    hints: /\bnif\b|contribuinte/,
  }),
  id('cz-rodne', ['6/4', '10'], {
    checks: (digits) => {
      const month = Number(digits.slice(2, 4)) % 50;
      const isMonth = isDay(Number(digits.slice(4, 6)), month > 20 ? month - 20 : month);
      return isMonth && (Number(digits) % 11 === 0 || (remainder(digits.slice(0, 9), 11) === 10 && digits[9] === '0'));
    },
    needs: 'hinted',
    hints: /rodné|rodne|\brč\b/,
    sure: ['6/4'],
  }),
  id('gr-amka', ['11'], {
    checks: (digits) => isDayAt(digits, 0, 2) && isLuhn(digits),
    needs: 'hinted',
    hints: /\bamka\b|αμκα/,
  }),
  id('bg-egn', ['10'], {
    checks: (digits) =>
      isDay(Number(digits.slice(4, 6)), Number(digits.slice(2, 4)) % 20) &&
      (weigh(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(digits[9]),
    needs: 'hinted',
    hints: /\begn\b|егн/,
  }),
  id('ro-cnp', ['13'], {
    checks: (digits) => {
      const rest = weigh(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
      const county = Number(digits.slice(7, 9));
      return (
        digits[0] !== '0' && isDayAt(digits, 5, 3) && county <= 52 && (rest === 10 ? 1 : rest) === Number(digits[12])
      );
    },
    needs: 'hinted',
    hints: /\bcnp\b|cod numeric/,
  }),
  id('hr-oib', ['11'], { checks: isMod1110, needs: 'hinted', hints: /\boib\b/ }),
  id('tr-kimlik', ['11'], {
    checks: (digits) => {
      const odd = weigh(digits, [7, 0, 7, 0, 7, 0, 7, 0, 7]);
      const even = weigh(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
      const tenth = (((odd - even) % 10) + 10) % 10;
      const sum = weigh(digits, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10;
      return digits[0] !== '0' && tenth === Number(digits[9]) && sum === Number(digits[10]);
    },
    needs: 'hinted',
    hints: /kimlik|\btckn\b/,
  }),
  id('br-cpf', ['11', '3.3.3-2'], {
    checks: (digits) => {
      const check = (weights: readonly number[]): number => ((weigh(digits, weights) * 10) % 11) % 10;
      return (
        !/^(\d)\1+$/.test(digits) &&
        check([10, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(digits[9]) &&
        check([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(digits[10])
      );
    },
    needs: 'hinted',
    hints: /\bcpf\b/,
    sure: ['3.3.3-2'],
  }),
  id('in-aadhaar', ['12', '4 4 4', '4-4-4'], {
    checks: (digits) => /^[2-9]/.test(digits) && isVerhoeff(digits),
    needs: 'hinted',
    hints: /aadhaar|aadhar|uidai/,
  }),
  id('cn-resident', ['18'], {
    checks: (digits) => isDayAt(digits, 12, 10) && /^(?:19|20)$/.test(digits.slice(6, 8)) && isMod112(digits),
    needs: 'alone',
    hints: /身份证|resident id/,
  }),
  id('kr-rrn', ['6-7'], {
    checks: (digits) =>
      isDayAt(digits, 4, 2) &&
      (11 - (weigh(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(digits[12]),
    needs: 'alone',
  }),
  id('jp-my-number', ['12', '4 4 4', '4-4-4'], {
    checks: (digits) => {
      const rest = weigh(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
      return (rest <= 1 ? 0 : 11 - rest) === Number(digits[11]);
    },
    needs: 'hinted',
    hints: /my number|マイナンバー|個人番号/,
  }),
  id('za-id', ['13', '6 4 2 1', '6 4 3'], {
    checks: (digits) => isDayAt(digits, 4, 2) && /[01][0-9]$/.test(digits.slice(10, 12)) && isLuhn(digits),
    needs: 'hinted',
    hints: /\bid\b|identity|south africa/,
  }),
  id('ca-sin', ['9', '3 3 3', '3-3-3'], {
    checks: (digits) => !/^[08]/.test(digits) && isLuhn(digits),
    needs: 'hinted',
    hints: /\bsin\b|social insurance|\bnas\b/,
  }),
  id('au-tfn', ['9', '3 3 3'], {
    checks: (digits) => weigh(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    needs: 'hinted',
    hints: /\btfn\b|tax file/,
  }),
];

/** Of ten digits one stands there twice or three times, and the others once at most. */
function repeatsOne(digits: string): boolean {
  const counts = Object.values(Object.groupBy(digits.split(''), (digit) => digit)).map((same) => same!.length);
  const repeated = counts.filter((count) => count > 1);
  return repeated.length === 1 && repeated[0]! <= 3;
}
