import { expect, test } from 'vitest';
import { makeRecoveryKey, readRecoveryKey } from './recovery-key.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEYS = Array.from({ length: 20 }, makeRecoveryKey);

test('a recovery key is seven groups of five that people cannot misread', () => {
  for (const key of KEYS) expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(new Set(KEYS).size).toBe(KEYS.length);
});

test('it is read as people type it', () => {
  for (const key of KEYS) {
    const typed = [key, key.toLowerCase(), key.replaceAll('-', ''), `  ${key.replaceAll('-', ' ')}\n`];
    const misread = key.replaceAll('0', 'o').replaceAll('1', 'l');
    for (const each of [...typed, misread]) expect(readRecoveryKey(each)).toEqual({ is: 'key', canonical: key });
  }
});

test('every single wrong character is told, with its group', () => {
  const key = KEYS[0]!;
  for (const [at, character] of key.split('').entries()) {
    if (character === '-') continue;
    for (const other of ALPHABET) {
      if (other === character) continue;
      const typed = key.slice(0, at) + other + key.slice(at + 1);
      expect(readRecoveryKey(typed)).toEqual({ is: 'slip', group: Math.floor(at / 6) + 1 });
    }
  }
});

test('neighbours that are swapped are told, within a group and as whole groups', () => {
  for (const key of KEYS) {
    const groups = key.split('-');
    for (let at = 0; at + 1 < key.length; at += 1) {
      const [a, b] = [key[at]!, key[at + 1]!];
      if (a === b || a === '-' || b === '-') continue;
      expect(readRecoveryKey(key.slice(0, at) + b + a + key.slice(at + 2))).toMatchObject({ is: 'slip' });
    }
    const swapped = [groups[0], groups[2], groups[1], ...groups.slice(3)].join('-');
    expect(readRecoveryKey(swapped)).toEqual({ is: 'slip', group: 2 });
  }
});

test('a character too few or too many is told', () => {
  const key = KEYS[0]!;
  expect(readRecoveryKey(key.slice(0, -1))).toEqual({ is: 'slip', group: 7 });
  expect(readRecoveryKey(key.replace('-', 'A-'))).toEqual({ is: 'slip', group: 1 });
});

test('a passphrase is no recovery key with slips', () => {
  for (const words of ['correct horse battery staple', 'one two three four five six seven', 'A'.repeat(35), ''])
    expect(readRecoveryKey(words)).toEqual({ is: 'other' });
});
