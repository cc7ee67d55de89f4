// Damages bytes as disks, networks, editors and ill-wishers do; the same seed gives the same damage.
import { encodeUtf8 } from './utf8.ts';

/** What breaks parsers: markup, numbers without measure, bytes that are no text. */
const TOKENS = [
  '<',
  '>',
  '"',
  '""',
  "'",
  '&',
  '&#0;',
  '&#x110000;',
  '&lol;',
  '-->',
  '<!--',
  ']]>',
  '<![CDATA[',
  '<?xml',
  '<!DOCTYPE x>',
  '<!ENTITY a "b">',
  '\n',
  '\r',
  '\n\n',
  '\0',
  '\ufeff',
  ',',
  ';',
  '\t',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\\',
  '\\u',
  '\\ud800',
  '__proto__',
  'null',
  'true',
  'NaN',
  'Infinity',
  '-1',
  '-0',
  '1e999',
  '99999999999999999999',
  '0.1e-400',
  '4294967296',
  '2147483648',
  '9999-99-99T99:99:99Z',
  '1970-01-01',
  '+19:00',
  '-->',
  '00:00:00.000',
  '../../',
  '\u202e',
  '\u{1f600}',
] as const;

const NUMBERS = [
  '0',
  '-1',
  '255',
  '65536',
  '2147483648',
  '4294967295',
  '9007199254740993',
  '1e308',
  '1e999',
  '99999999999999999999',
];

type Damage = (bytes: Uint8Array, random: () => number) => Uint8Array;

/** One to three changes, each of any kind; the result is at most a few times as long. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  // A plain copy: `slice` of a Node Buffer would share the memory, and damage the original for all mutants to come.
  let mutant: Uint8Array = new Uint8Array(bytes);
  for (let change = 0; change <= random() * 2; change += 1) mutant = pick(DAMAGES, random)(mutant, random);
  return mutant;
}

const flipBits: Damage = (bytes, random) => {
  const mutant = bytes.slice();
  for (let flip = 0; flip <= random() * 8 && mutant.length > 0; flip += 1) {
    mutant[below(mutant.length, random)]! ^= 1 << below(8, random);
  }
  return mutant;
};

const overwrite: Damage = (bytes, random) => {
  const mutant = bytes.slice();
  const { from, to } = block(bytes, random, 16);
  const value = pick([0, 255, 128, 32, 48], random);
  return mutant.fill(value, from, to);
};

const cutOff: Damage = (bytes, random) => bytes.slice(0, below(bytes.length + 1, random));

const cutOut: Damage = (bytes, random) => {
  const { from, to } = block(bytes, random, bytes.length / 4);
  return join(bytes.subarray(0, from), bytes.subarray(to));
};

const repeat: Damage = (bytes, random) => {
  const { from, to } = block(bytes, random, 400);
  const copies = Array.from({ length: 1 + below(6, random) }, () => bytes.subarray(from, to));
  return join(bytes.subarray(0, to), ...copies, bytes.subarray(to));
};

const swap: Damage = (bytes, random) => {
  const { from, to } = block(bytes, random, bytes.length / 3);
  const middle = from + below(to - from + 1, random);
  return join(bytes.subarray(0, from), bytes.subarray(middle, to), bytes.subarray(from, middle), bytes.subarray(to));
};

const insertToken: Damage = (bytes, random) => {
  const at = below(bytes.length + 1, random);
  return join(bytes.subarray(0, at), encodeUtf8(pick(TOKENS, random)), bytes.subarray(at));
};

const insertNoise: Damage = (bytes, random) => {
  const at = below(bytes.length + 1, random);
  const noise = Uint8Array.from({ length: 1 + below(12, random) }, () => below(256, random));
  return join(bytes.subarray(0, at), noise, bytes.subarray(at));
};

/** Puts another number in the place of one that is written in digits. */
const blowUp: Damage = (bytes, random) => {
  const start = below(bytes.length, random);
  let from = start;
  while (from < bytes.length && !isDigit(bytes[from]!)) from += 1;
  if (from === bytes.length) return flipBits(bytes, random);
  let to = from;
  while (to < bytes.length && isDigit(bytes[to]!)) to += 1;
  return join(bytes.subarray(0, from), encodeUtf8(pick(NUMBERS, random)), bytes.subarray(to));
};

const DAMAGES: readonly Damage[] = [
  flipBits,
  overwrite,
  cutOff,
  cutOut,
  repeat,
  swap,
  insertToken,
  insertToken,
  insertNoise,
  blowUp,
];

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const below = (limit: number, random: () => number): number => Math.floor(random() * limit);
const pick = <Item>(items: readonly Item[], random: () => number): Item => items[below(items.length, random)]!;

function block(bytes: Uint8Array, random: () => number, longest: number): { from: number; to: number } {
  const from = below(bytes.length + 1, random);
  return { from, to: Math.min(bytes.length, from + below(longest + 1, random)) };
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
