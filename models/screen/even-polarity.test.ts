import { expect, test } from 'vitest';
import { evenPolarity } from './even-polarity.ts';

const SIZE = 64;

/** Ground of one grey, with a stroke 3 pixels wide down the middle. */
function draw(ground: number, stroke: number) {
  const pixels = new Uint8Array(SIZE * SIZE).fill(ground);
  for (let y = 0; y < SIZE; y += 1) pixels.fill(stroke, y * SIZE + 30, y * SIZE + 33);
  return { pixels, widthPx: SIZE, heightPx: SIZE };
}

test('light letters on dark ground become black ones on white', () => {
  expect(evenPolarity(draw(105, 255))).toEqual(draw(255, 0));
});

test('letters that are less light become less black', () => {
  expect(evenPolarity(draw(55, 155))).toEqual(draw(255, 128));
});

test('dark letters on light ground stay as they are', () => {
  expect(evenPolarity(draw(240, 20))).toEqual(draw(240, 20));
});

test('on half a page each half is judged by itself', () => {
  const page = draw(240, 240);
  page.pixels.fill(40, 0, (SIZE / 2) * SIZE);
  expect(new Set(evenPolarity(page).pixels.subarray(0, (SIZE / 2 - 1) * SIZE))).toEqual(new Set([255]));
  expect(new Set(evenPolarity(page).pixels.subarray((SIZE / 2) * SIZE))).toEqual(new Set([240]));
});
