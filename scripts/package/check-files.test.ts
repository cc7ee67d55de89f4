import { expect, test } from 'vitest';
import { findForeign, findStrays } from './check-files.ts';

const FIT = [
  'package.json',
  'LICENCES.md',
  'dist/desktop/main.js',
  'dist/desktop/preload.cjs',
  'dist/desktop/errors-f99SDPeH.js',
  'dist/desktop/migrations/0000_workspace.sql',
  'dist/desktop/migrations/meta/_journal.json',
  'dist/renderer/index.html',
  'dist/renderer/assets/index-J2dCEQjP.css',
  'samples/customer-onboarding/planning.webm',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/better-sqlite3/LICENSE',
];

test('what is on the list of a package is no stray', () => {
  expect(findStrays(FIT, ['better-sqlite3'])).toEqual([]);
});

test('tests, sources, documents, maps and packages of nobody are', () => {
  const strays = [
    'node_modules/vite/index.js',
    'node_modules/better-sqlite3/lib/index.js.map',
    'node_modules/better-sqlite3/src/addon.cpp',
    'node_modules/better-sqlite3/README.md',
    'node_modules/better-sqlite3/test/a.js',
    'src/host/core.ts',
    'dist/renderer/assets/index.js.map',
    'dist/desktop/migrations/meta/0001_snapshot.json',
    'dist/gallery/index.html',
    '.env',
    'samples/customer-onboarding/notes.md',
  ];
  expect(findStrays([...FIT, ...strays], ['better-sqlite3']).map((problem) => problem.split(':')[0])).toEqual(strays);
});

test('a binary for another system is foreign, and one that names none is not', () => {
  const files = [
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    'node_modules/better-sqlite3/prebuilds/linux-arm64.node',
    'node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1',
    'node_modules/onnxruntime-node/bin/napi-v6/darwin/arm64/onnxruntime_binding.node',
    'node_modules/@fugood/node-whisper-linux-x64/index.node',
  ];
  expect(findForeign(files, { platform: 'linux', arch: 'x64' })).toEqual([files[1], files[3]]);
  expect(findForeign(files, { platform: 'darwin', arch: 'arm64' })).toHaveLength(4);
});
