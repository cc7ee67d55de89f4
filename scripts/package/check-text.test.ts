import { expect, test } from 'vitest';
import { findLeaks, secretValues } from './check-text.ts';

const FORBIDDEN = {
  folders: ['/home/ida/mirror', '/home/ida/'],
  values: { CSC_KEY_PASSWORD: 'correct-horse-battery' },
};
// Put together here, so that no scanner takes this file for a leak.
const GITHUB = ['ghp', 'a1B2'.repeat(9)].join('_');
const PEM = ['-----BEGIN PRIVATE', 'KEY-----\nMIIEvQIBADANBgkqhkiG'].join(' ');

test('paths, keys, secrets of the environment and source maps are found in what is ours', () => {
  const find = (text: string): string[] => findLeaks('dist/desktop/core.js', text, FORBIDDEN);
  expect(find('const a = "/home/ida/mirror/src";')).toEqual([
    'dist/desktop/core.js: holds a path of this machine (/home/ida/mirror)',
    'dist/desktop/core.js: holds a path of this machine (/home/ida/)',
  ]);
  expect(find(PEM)).toEqual(['dist/desktop/core.js: holds a private key']);
  expect(find(`token = "${GITHUB}"`)).toEqual(['dist/desktop/core.js: holds a token of GitHub']);
  expect(find('x = "correct-horse-battery"')).toEqual(['dist/desktop/core.js: holds the value of CSC_KEY_PASSWORD']);
  expect(find('//# sourceMappingURL=core.js.map')).toEqual(['dist/desktop/core.js: has a source map']);
  expect(find('a workspace in /home/somebody; sk-; -----BEGIN PRIVATE KEY----- is how one begins')).toEqual([]);
});

test('others may name a map that is not there, and may not carry one', () => {
  const find = (text: string): string[] => findLeaks('node_modules/a/index.js', text, FORBIDDEN);
  expect(find('//# sourceMappingURL=index.js.map')).toEqual([]);
  expect(find('//# sourceMappingURL=data:application/json;base64,e30=')).toEqual([
    'node_modules/a/index.js: has a source map',
  ]);
});

test('what is secret in an environment is known by its name, and short values are left', () => {
  const env = { GH_TOKEN: 'abcdefghijkl', APPLE_ID: 'ida@example.com', HOME: '/home/ida/mirror', API_KEY: 'short' };
  expect(secretValues(env)).toEqual({ GH_TOKEN: 'abcdefghijkl', APPLE_ID: 'ida@example.com' });
});
