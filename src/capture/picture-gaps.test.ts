import { expect, test } from 'vitest';
import { findPictureGaps, type PicturePoint } from './picture-gaps.ts';

/** Each as [clock in seconds, pictures so far]. */
const pointsOf = (...points: readonly [number, number][]): PicturePoint[] =>
  points.map(([seconds, units]) => ({ clockMs: seconds * 1000, units }));
const piece = (startMs: number, endMs: number, points: readonly PicturePoint[]) => ({ startMs, endMs, points });

test('chunks without a picture are a gap when they last more than three seconds', () => {
  const three = pointsOf([1, 1], [2, 2], [3, 2], [4, 2], [5, 2], [6, 3]);
  const four = pointsOf([1, 1], [2, 2], [3, 2], [4, 2], [5, 2], [6, 2], [7, 3]);
  expect([findPictureGaps([piece(0, 6000, three)], []), findPictureGaps([piece(0, 7000, four)], [])]).toEqual([
    [],
    [{ startMs: 2000, endMs: 6000, cause: 'display' }],
  ]);
});

test('so is a long wait for the chunk with the next picture; a chunk that comes late with all of them is none', () => {
  const points = pointsOf([1, 5], [10, 6], [11, 11], [20, 20], [21, 25]);
  expect(findPictureGaps([piece(0, 21_000, points)], [])).toEqual([{ startMs: 1000, endMs: 10_000, cause: 'display' }]);
});

test('pictures can be missing from the first moment of a file, and up to its end', () => {
  const first = piece(0, 9000, pointsOf([1, 0], [5, 0], [6, 5], [7, 5], [9.4, 5]));
  const second = piece(10_000, 15_000, pointsOf([11, 0], [15.2, 0]));
  expect(findPictureGaps([first, second], [])).toEqual([
    { startMs: 0, endMs: 5000, cause: 'display' },
    { startMs: 10_000, endMs: 15_000, cause: 'display' },
  ]);
});

test('what has another reason is left to it, and what remains around it is told when it is long enough', () => {
  const points = pointsOf([1, 1], [30, 1], [31, 2]);
  const known = [
    { startMs: 20_000, endMs: 28_000 },
    { startMs: 3000, endMs: 10_000 },
  ];
  expect(findPictureGaps([piece(0, 31_000, points)], known)).toEqual([
    { startMs: 10_000, endMs: 20_000, cause: 'display' },
  ]);
  const paused = [{ startMs: 2000, endMs: Infinity }];
  expect(findPictureGaps([piece(0, 31_000, points)], paused)).toEqual([]);
});
