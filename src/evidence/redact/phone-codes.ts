// Calling codes of the ITU (E.164) with how many digits follow them at least and at most; those not named have 6 to 12.

const LENGTHS: Readonly<Record<string, readonly [number, number]>> = {
  1: [10, 10],
  7: [10, 10],
  20: [8, 10],
  27: [9, 9],
  30: [10, 10],
  31: [9, 9],
  32: [8, 9],
  33: [9, 9],
  34: [9, 9],
  36: [8, 9],
  39: [8, 11],
  40: [9, 9],
  41: [9, 9],
  43: [6, 13],
  44: [9, 10],
  45: [8, 8],
  46: [7, 9],
  47: [8, 8],
  48: [9, 9],
  49: [6, 11],
  52: [10, 10],
  55: [10, 11],
  61: [9, 9],
  81: [9, 10],
  86: [10, 11],
  90: [10, 10],
  91: [10, 10],
  351: [9, 9],
  352: [6, 11],
  353: [7, 9],
  358: [6, 11],
  359: [8, 9],
  385: [8, 9],
  386: [8, 8],
  420: [9, 9],
  421: [9, 9],
  380: [9, 9],
  423: [7, 9],
};

const TWO_DIGITS = new Set(
  (
    '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 ' +
    '91 92 93 94 95 98'
  ).split(' '),
);

/**
 * Whether digits after "+" are a number somewhere: a calling code, and as many digits as its country has.
 * 1 and 7 are codes by themselves, some have two digits, the others three.
 */
export function isInternational(digits: string): boolean {
  const code = /^[17]/.test(digits) ? digits[0]! : digits.slice(0, TWO_DIGITS.has(digits.slice(0, 2)) ? 2 : 3);
  if (/^0/.test(code)) return false;
  const [least, most] = LENGTHS[code] ?? [6, 12];
  const national = digits.slice(code.length);
  return national.length >= least && national.length <= most;
}
