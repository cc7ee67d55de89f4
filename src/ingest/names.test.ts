import { expect, test } from 'vitest';
import { createRandom } from '../lib/random.ts';
import { createNames } from './names.ts';

const refuse = (): never => {
  throw new Error('refused');
};

test('a name has one number, whichever way it comes', () => {
  const names = createNames(refuse);
  const encode = (text: string): Uint8Array => new TextEncoder().encode(`<${text}>`);
  const idOfBytes = (text: string): number => names.idOfBytes(encode(text), 1, encode(text).length - 1);
  expect([
    names.idOf('a'),
    idOfBytes('a'),
    idOfBytes('prüfen'),
    names.idOf('prüfen'),
    idOfBytes(''),
    names.idOf(''),
  ]).toEqual([0, 0, 1, 1, 2, 2]);
  expect(names.list()).toEqual(['a', 'prüfen', '']);
});

test('many names that look alike keep their numbers', () => {
  const random = createRandom(5);
  const names = createNames(refuse);
  const expected = new Map<string, number>();
  for (let round = 0; round < 60_000; round += 1) {
    const name = `${random() < 0.1 ? 'ü' : ''}${Math.floor(random() * 20_000).toString(2)}`;
    if (!expected.has(name)) expected.set(name, expected.size);
    const bytes = new TextEncoder().encode(name);
    const id = random() < 0.5 ? names.idOf(name) : names.idOfBytes(bytes, 0, bytes.length);
    if (id !== expected.get(name)) throw new Error(`${name} is ${id}, not ${expected.get(name)}`);
  }
  expect(names.list()).toEqual([...expected.keys()]);
});

test('names that together grow too long are refused', () => {
  const names = createNames(refuse);
  const long = 'x'.repeat(99_000_000);
  names.idOf(long);
  names.idOf(`${long}y`);
  expect(() => names.idOf(`${long}z`)).toThrow('refused');
});
