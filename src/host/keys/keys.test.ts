// Keys: one shared suite for every place they lie in, and what the file of theirs must and must not let happen.
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTestFolder } from '../testing.ts';
import { createFileSlots, defaultKeysFile } from './file-slots.ts';
import { createKeyStore, createMemorySlots, keyIdOf, type KeySlots } from './key-store.ts';

const SECRET = 'sk-very-secret-4711';
const isPosix = process.platform !== 'win32';

describe.each<[string, () => KeySlots]>([
  ['memory', createMemorySlots],
  ['a file', () => createFileSlots(join(createTestFolder(), 'settings', 'keys.json'))],
])('in %s', (_, open) => {
  test('a key is kept, replaced and forgotten, each by itself', () => {
    const keys = createKeyStore(open(), {});
    expect([keys.read('a'), keys.has('a')]).toEqual([undefined, false]);
    keys.write('a', ` ${SECRET}\n`);
    keys.write('__proto__', 'other');
    expect([keys.read('a'), keys.has('a'), keys.read('__proto__')]).toEqual([SECRET, true, 'other']);
    keys.write('a', 'new');
    expect(keys.read('a')).toBe('new');
    keys.forget('a');
    keys.forget('a');
    expect([keys.read('a'), keys.has('a'), keys.read('__proto__')]).toEqual([undefined, false, 'other']);
  });

  test('the name of an environment variable may stand for a key', () => {
    const env: Record<string, string> = {};
    const keys = createKeyStore(open(), env);
    keys.write('a', 'env:SOME_KEY');
    expect(keys.has('a')).toBe(false);
    expect(() => keys.read('a')).toThrow(
      expect.objectContaining({ code: 'keys/no-variable', title: 'The environment variable SOME_KEY is not set' }),
    );
    env['SOME_KEY'] = `${SECRET} `;
    expect([keys.has('a'), keys.read('a')]).toEqual([true, SECRET]);
  });

  test.each(['', ' ', 'two words', `${SECRET}\n${SECRET}`, 'schlüssel', 'env:', 'env:A B', 'x'.repeat(1001)])(
    'what cannot be sent is no key: %j',
    (text) => {
      const keys = createKeyStore(open(), {});
      expect(() => keys.write('a', text)).toThrow(expect.objectContaining({ code: 'keys/unusable' }));
      expect(keys.has('a')).toBe(false);
    },
  );
});

test('a key belongs to its server', () => {
  expect(keyIdOf({ id: 'openai', url: 'https://api.example.com/v1' })).toBe('openai@https://api.example.com');
  expect(keyIdOf({ id: 'openai', url: 'https://api.example.com:443/other' })).toBe('openai@https://api.example.com');
  expect(keyIdOf({ id: 'openai', url: 'https://evil.example/v1' })).toBe('openai@https://evil.example');
  expect(keyIdOf({ id: 'local', url: '' })).toBe('local@');
});

test.runIf(isPosix)('the file and its folder are their owner’s alone, and nothing else stays in there', () => {
  const file = join(createTestFolder(), 'settings', 'keys.json');
  const slots = createFileSlots(file);
  slots.write('a', SECRET);
  slots.write('b', SECRET);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
  expect(readdirSync(dirname(file)).toSorted()).toEqual(['keys.json', 'keys.json.lock']);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    keys: [
      { id: 'a', key: SECRET },
      { id: 'b', key: SECRET },
    ],
  });
});

test.runIf(isPosix)('a file that others can read is refused, and is not written over', () => {
  const file = join(createTestFolder(), 'keys.json');
  const slots = createFileSlots(file);
  slots.write('a', SECRET);
  for (const mode of [0o640, 0o604, 0o660]) {
    chmodSync(file, mode);
    expect(() => slots.read('a')).toThrow(expect.objectContaining({ code: 'keys/readable' }));
    expect(() => slots.write('b', SECRET)).toThrow(expect.objectContaining({ code: 'keys/readable' }));
  }
  chmodSync(file, 0o600);
  expect(slots.read('a')).toBe(SECRET);
});

test('a damaged file is told of without a word of what stands in it', () => {
  const file = join(createTestFolder(), 'keys.json');
  for (const text of [`{"keys":[{"id":"a","key":"${SECRET}"`, SECRET, `{"keys":{"a":"${SECRET}"}}`, '']) {
    writeFileSync(file, text, { mode: 0o600 });
    const error = catchError(() => createFileSlots(file).read('a'));
    expect(error).toMatchObject({ code: 'keys/damaged', cause: undefined });
    expect(`${String(error)}${(error as Error).stack}${JSON.stringify(error)}`).not.toContain(SECRET);
  }
});

test('keys lie where each system keeps settings', () => {
  expect([
    defaultKeysFile({}, 'linux', '/home/ida'),
    defaultKeysFile({ XDG_CONFIG_HOME: '/home/ida/etc' }, 'linux', '/home/ida'),
    defaultKeysFile({}, 'darwin', '/Users/ida'),
  ]).toEqual([
    '/home/ida/.config/mirror/keys.json',
    '/home/ida/etc/mirror/keys.json',
    '/Users/ida/Library/Application Support/Mirror/keys.json',
  ]);
});

function catchError(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
