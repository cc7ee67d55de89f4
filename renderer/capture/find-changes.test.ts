import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/lib/random.ts';
import { createAllowance, hasChanged, type Plane } from './find-changes.ts';

const [WIDTH, HEIGHT] = [1280, 800];

/** White, with characters of 8 x 16 of which an eighth is black: two that differ do so in about 28 pixels. */
function screenWith(characters: readonly { x: number; y: number; pattern: number }[]): Plane[] {
  const bytes = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const { x, y, pattern } of characters)
    for (let row = 0; row < 16; row += 1)
      for (let column = 0; column < 8; column += 1)
        if (isInk(row * 8 + column, pattern)) bytes[(y + row) * WIDTH + x + column] = 0;
  return [{ bytes, widthPx: WIDTH, heightPx: HEIGHT, stride: WIDTH, step: 1, areaPx: 1 }];
}

const isInk = (pixel: number, pattern: number): boolean => createRandom(pixel * 7919 + pattern)() < 1 / 8;

const line = (count: number, pattern: number, [x, y] = [100, 400]) =>
  Array.from({ length: count }, (_, at) => ({ x: x + at * 8, y, pattern: pattern + at }));

describe('whether a screen has changed', () => {
  test('sixteen characters that are others count', () => {
    expect(hasChanged(screenWith(line(16, 0)), screenWith(line(16, 50)))).toBe(true);
  });

  test('a clock in a corner does not: the time, and its tenths five times a second', () => {
    const clock = (pattern: number) =>
      screenWith([...line(16, 0), ...line(4, 7, [1200, 4]), ...line(4, pattern, [1232, 4])]);
    expect(hasChanged(clock(1), clock(60))).toBe(false);
  });

  test('less than one can see does not count, however large', () => {
    const [plane] = screenWith([]);
    const darker = { ...plane!, bytes: plane!.bytes.map((each) => each - 20) };
    expect(hasChanged([plane!], [darker])).toBe(false);
  });

  test('the same characters on a screen of double density cover four times as much, and count the same', () => {
    const few = screenWith(line(16, 0));
    expect([hasChanged(few, screenWith(line(16, 50)), 1), hasChanged(few, screenWith(line(16, 50)), 2)]).toEqual([
      true,
      false,
    ]);
  });

  test('a screen of another size is another screen', () => {
    const [plane] = screenWith([]);
    expect(hasChanged([plane!], [{ ...plane!, widthPx: WIDTH - 2 }])).toBe(true);
  });

  test('a light that turns from red to a green of the same brightness counts, where its colour fills enough', () => {
    const [brightness] = screenWith(line(16, 0));
    const colour = (side: number): Plane => {
      const bytes = new Uint8Array(320 * 200).fill(128);
      for (let row = 20; row < 20 + side; row += 1) bytes.fill(200, row * 320 + 20, row * 320 + 20 + side);
      return { bytes, widthPx: 320, heightPx: 200, stride: 320, step: 1, areaPx: 4 };
    };
    const grown = [6, 12].map((side) => hasChanged([brightness!, colour(0)], [brightness!, colour(side)]));
    expect(grown).toEqual([false, true]);
  });
});

test('pictures come at most once a second, and where the screen never rests, once in three', () => {
  const allowance = createAllowance();
  const taken = Array.from({ length: 600 }, (_, at) => at * 200).filter((nowMs) => allowance.take(nowMs));
  const gaps = taken.slice(1).map((at, number) => at - taken[number]!);
  expect({ least: Math.min(...gaps), first: taken[0], last: gaps.at(-1) }).toEqual({
    least: 1000,
    first: 0,
    last: 3000,
  });
  expect(taken.length).toBeLessThan(20 + 120 / 3 + 1);
});
