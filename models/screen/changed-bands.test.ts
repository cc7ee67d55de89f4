import { expect, test } from 'vitest';
import { findChangedBands } from './changed-bands.ts';
import type { GreyPicture } from './picture.ts';

const WIDTH = 200;
const HEIGHT = 400;

/** White, with black rectangles. */
function draw(
  ...boxes: readonly (readonly [x: number, y: number, w: number, h: number, grey?: number])[]
): GreyPicture {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const [x, y, w, h, grey = 0] of boxes)
    for (let row = y; row < y + h; row += 1) pixels.fill(grey, row * WIDTH + x, row * WIDTH + x + w);
  return { pixels, widthPx: WIDTH, heightPx: HEIGHT };
}

const word = (y: number, h: number) => ({ text: 'x', x: 10, y, w: 20, h, confidence: 1 });

test('nothing has changed where pictures differ by what packing does to them', () => {
  expect(findChangedBands(draw([10, 80, 40, 16, 100]), draw([10, 80, 40, 16, 130]), [])).toEqual([]);
});

test('the rows of a change with some room; two far apart are two', () => {
  expect(findChangedBands(draw(), draw([10, 80, 4, 8], [100, 320, 4, 16]), [])).toEqual([
    { top: 68, bottom: 100 },
    { top: 308, bottom: 348 },
  ]);
});

test('no word of before is cut through, and what then touches becomes one', () => {
  const words = [word(60, 20), word(50, 12), word(95, 30), word(200, 10)];
  expect(findChangedBands(draw(), draw([10, 80, 4, 8], [10, 128, 4, 8]), words)).toEqual([{ top: 50, bottom: 148 }]);
});

test('words that are gone are rows that changed', () => {
  expect(findChangedBands(draw([10, 80, 40, 8]), draw(), [word(78, 12)])).toEqual([{ top: 68, bottom: 100 }]);
});

test('where most has changed, or the size, all is read', () => {
  expect(findChangedBands(draw(), draw([0, 0, 9, 300]), [])).toBeUndefined();
  expect(findChangedBands(draw(), { ...draw(), widthPx: WIDTH / 2, heightPx: HEIGHT * 2 }, [])).toBeUndefined();
});
