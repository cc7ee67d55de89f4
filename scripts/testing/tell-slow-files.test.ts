import { expect, test } from 'vitest';
import { describeTimes } from './tell-slow-files.ts';

test('the slowest files are told, by tests and loading together, below the sums of all', () => {
  const fast = Array.from({ length: 11 }, (_, index) => ({ file: `fast-${index}.test.ts`, testsMs: 20, loadMs: 30 }));
  const words = describeTimes([
    ...fast,
    { file: 'loading.test.ts', testsMs: 100, loadMs: 2500 },
    { file: 'testing.test.ts', testsMs: 120_000, loadMs: 700 },
  ]);
  expect(words.split('\n')).toEqual([
    'Seconds of tests and of loading:',
    '   120.3      3.5  13 files; the slowest:',
    '   120.0      0.7  testing.test.ts',
    '     0.1      2.5  loading.test.ts',
    ...fast.slice(0, 10).map(({ file }) => `     0.0      0.0  ${file}`),
    '',
  ]);
});
