import { expect, test } from 'vitest';
import { parseRange } from './range.ts';

test('a range names its first and last byte', () => {
  expect(parseRange('bytes=0-99', 1000)).toEqual({ first: 0, last: 99 });
  expect(parseRange('bytes=900-', 1000)).toEqual({ first: 900, last: 999 });
  expect(parseRange('bytes=-100', 1000)).toEqual({ first: 900, last: 999 });
  expect(parseRange('bytes=900-5000', 1000)).toEqual({ first: 900, last: 999 });
  expect(parseRange('bytes=-5000', 1000)).toEqual({ first: 0, last: 999 });
});

test('a range that begins after the end cannot be satisfied', () => {
  expect(parseRange('bytes=1000-', 1000)).toBe('unsatisfiable');
  expect(parseRange('bytes=-0', 1000)).toBe('unsatisfiable');
});

test('what is no single byte range means the whole file', () => {
  for (const header of [undefined, '', 'bytes=-', 'bytes=9-3', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=a-b'])
    expect(parseRange(header, 1000)).toBeUndefined();
});
