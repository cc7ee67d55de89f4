// Recovery keys: 140 random bits as seven groups that a person can write down, read out and type, each with a check.
import { randomBytes } from 'node:crypto';

/** Crockford's 32: no I, L, O and U, which people take for others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 7;
const RANDOM_IN_GROUP = 4;

/** Such as "7QK2M-0XF4T-…"; all 140 bits are random. */
export function makeRecoveryKey(): string {
  const values = Array.from(randomBytes(GROUPS * RANDOM_IN_GROUP), (byte) => byte & 31);
  return Array.from({ length: GROUPS }, (_, at) => values.slice(at * RANDOM_IN_GROUP, (at + 1) * RANDOM_IN_GROUP))
    .map((group, at) => [...group, checkOf(group, at)].map((value) => ALPHABET[value]).join(''))
    .join('-');
}

export type ReadRecoveryKey =
  | { readonly is: 'key'; readonly canonical: string }
  /** Counted from 1. */
  | { readonly is: 'slip'; readonly group: number }
  | { readonly is: 'other' };

/**
 * Reads what somebody typed: in capitals or not, with any or no separators, O for 0, I and L for 1. One wrong
 * character, two swapped ones, and groups in another order are told as a slip of the first group that is not right.
 */
export function readRecoveryKey(typed: string): ReadRecoveryKey {
  const plain = typed.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const parts = plain.split(/[^0-9A-Z]+/).filter((part) => part.length > 0);
  const groups = parts.length === GROUPS ? parts : inFives(parts.join(''));
  if (groups === undefined) return { is: 'other' };
  const wrong = groups.findIndex((group, at) => !isGroup(group, at));
  // A passphrase of seven words is no recovery key with seven slips.
  if (groups.filter((group, at) => isGroup(group, at)).length < GROUPS - 3) return { is: 'other' };
  return wrong === -1 ? { is: 'key', canonical: groups.join('-') } : { is: 'slip', group: wrong + 1 };
}

function inFives(text: string): string[] | undefined {
  if (text.length !== GROUPS * (RANDOM_IN_GROUP + 1)) return undefined;
  return text.match(/.{5}/g) ?? undefined;
}

function isGroup(text: string, at: number): boolean {
  const values = Array.from(text, (character) => ALPHABET.indexOf(character));
  if (values.length !== RANDOM_IN_GROUP + 1 || values.includes(-1)) return false;
  return values[RANDOM_IN_GROUP] === checkOf(values.slice(0, RANDOM_IN_GROUP), at);
}

/**
 * The sum of the values, each times a factor of its own, in the field of 32 elements: a changed value and two swapped
 * neighbours always change it. The group's number is part of it, so that swapped groups do.
 */
const checkOf = (values: readonly number[], at: number): number =>
  values.reduce((sum, value, place) => sum ^ multiply(value, place + 2), at + 1);

/** In GF(2^5) modulo x^5 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let [left, right, product] = [a, b, 0];
  while (right > 0) {
    if (right & 1) product ^= left;
    left = left & 16 ? (left << 1) ^ 0b100101 : left << 1;
    right >>= 1;
  }
  return product;
}
