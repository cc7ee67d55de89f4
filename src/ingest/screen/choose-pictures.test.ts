import { expect, test } from 'vitest';
import { createPictureChooser, type Grey } from './choose-pictures.ts';

const WIDTH = 640;
const STEP_MS = 500;

/** A white screen with a black box of 20 by 10 at each of the places: more than enough to be a change. */
function draw(...places: readonly number[]): Grey {
  const picture = new Uint8Array(WIDTH * 400).fill(255);
  for (const place of places)
    for (let row = 0; row < 10; row += 1) picture.fill(0, (place + row) * WIDTH + 30, (place + row) * WIDTH + 50);
  return picture;
}

/** Half a second between two. */
const choose = (pictures: readonly Grey[]): number[] => {
  const chooser = createPictureChooser();
  return pictures.flatMap((picture, at) => chooser.look(picture, at * STEP_MS)?.sinceMs ?? []);
};

test('the first picture, and each that then rests, from when it looked so', () => {
  expect(choose([draw(), draw(), draw(100), draw(100), draw(100), draw(), draw()])).toEqual([0, 1000, 2500]);
});

test('what is there and gone again before it could be read is not kept', () => {
  expect(choose([draw(), draw(100), draw(), draw()])).toEqual([0]);
});

test('what does not come to rest is kept after two seconds', () => {
  const sliding = Array.from({ length: 6 }, (_, at) => draw(100 + at * 20));
  expect(choose([draw(), ...sliding])).toEqual([0, 2500]);
});

test('noise of packing, and a pointer, are no change', () => {
  const noisy = draw(100).map((value, at) => Math.max(0, value - (at % 3) * 10));
  const pointer = draw(100);
  for (let row = 0; row < 9; row += 1) pointer.fill(0, (300 + row) * WIDTH, (300 + row) * WIDTH + 10);
  expect(choose([draw(100), noisy, noisy, pointer, pointer])).toEqual([0]);
});

test('a film on the screen fills no disk: at most one in five seconds', () => {
  const chooser = createPictureChooser();
  let kept = 0;
  for (let at = 0; at < 1200; at += 1) if (chooser.look(draw((at * 37) % 380), at * STEP_MS)) kept += 1;
  expect(kept).toBeLessThanOrEqual(20 + 600 / 5);
  expect(kept).toBeGreaterThan(120);
});
