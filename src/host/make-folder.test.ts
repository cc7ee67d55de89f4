import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';
import { createTestFolder } from './testing.ts';

test('makes a folder with those above it, and leaves one that is there', () => {
  const folder = createTestFolder();
  const path = join(folder, 'a', 'b');
  makeFolder(path, 0o700);
  makeFolder(path, 0o700);
  expect([join(folder, 'a'), path].map((each) => statSync(each).isDirectory())).toEqual([true, true]);
});

test('a file in the way is said', () => {
  const folder = createTestFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolder(join(folder, 'file'), 0o700)).toThrow(/EEXIST/);
  expect(() => makeFolder(join(folder, 'file', 'below'), 0o700)).toThrow(/EEXIST/);
});

test.runIf(process.platform === 'linux')('a place where nothing can be made is said, not asked again for ever', () => {
  expect(() => makeFolder('/proc/no-such-process/workspace', 0o700)).toThrow(/ENOENT/);
});
