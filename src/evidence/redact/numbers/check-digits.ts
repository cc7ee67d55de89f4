// Check digits, each by its public definition. In: digits as a string. Out: whether they check.

const digitsOf = (text: string): number[] => Array.from(text, Number);

/** ISO/IEC 7812-1, annex B (Luhn). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, isSecond = false; at >= 0; at -= 1, isSecond = !isSecond) {
    const digit = digits.charCodeAt(at) - 48;
    sum += isSecond ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit;
  }
  return sum % 10 === 0;
}

/** The sum of the digits, each times its weight; missing weights count 0. */
export const weigh = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits.charCodeAt(at) - 48), 0);

/** The remainder of a long number, digit by digit: it does not fit a double. */
export function remainder(digits: string, modulus: number): number {
  let rest = 0;
  for (let at = 0; at < digits.length; at += 1) rest = (rest * 10 + digits.charCodeAt(at) - 48) % modulus;
  return rest;
}

/** ISO 7064, MOD 11,10: the German tax id, the Croatian OIB. */
export function isMod1110(digits: string): boolean {
  let product = 10;
  for (const digit of digitsOf(digits.slice(0, -1))) {
    const sum = (digit + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

/** ISO 7064, MOD 11-2: the Chinese resident id; its check may be X. */
export function isMod112(text: string): boolean {
  const sum = weigh(text.slice(0, 17), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return '10X98765432'[sum % 11] === text[17]!.toUpperCase();
}

/** GS1's check digit: weights 1 and 3 in turn (EAN-13, the Swiss AHV number). */
export const isEan13 = (digits: string): boolean => weigh(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;

/** Verhoeff's scheme over the dihedral group of order 10: the Indian Aadhaar number. */
export function isVerhoeff(digits: string): boolean {
  let check = 0;
  for (const [at, digit] of digitsOf(digits).reverse().entries()) {
    let moved = digit;
    for (let times = at % 8; times > 0; times -= 1) moved = PERMUTED[moved]!;
    check = multiply(check, moved);
  }
  return check === 0;
}

const PERMUTED = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Products of the symmetries of a pentagon: 0 to 4 turn it, 5 to 9 mirror it. */
function multiply(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
}
