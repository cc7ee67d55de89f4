// In: the state of a recording. Out: the picture of it for the tray, told apart by its shape as well as by its colour.
import type { RecordingSign } from '../domain/desktop.ts';

type Rgb = readonly [number, number, number];

/** Seen on light and dark bars. */
const COLOURS: Readonly<Record<RecordingSign['state'], Rgb>> = {
  idle: [128, 128, 136],
  recording: [220, 38, 38],
  paused: [217, 119, 6],
  problem: [217, 119, 6],
};

/** Whether a place of the picture is inked; `x` and `y` from -1 to 1, `y` downwards. */
const SHAPES: Readonly<Record<RecordingSign['state'], (x: number, y: number) => boolean>> = {
  idle: (x, y) => Math.hypot(x, y) < 0.9 && Math.hypot(x, y) > 0.55,
  recording: (x, y) => Math.hypot(x, y) < 0.9,
  paused: (x, y) => Math.abs(y) < 0.85 && Math.abs(x) > 0.2 && Math.abs(x) < 0.75,
  problem: (x, y) => y < 0.8 && y > 2 * Math.abs(x) - 0.9,
};

const SAMPLES = 4;

/** Rows of pixels, each blue, green, red and alpha, the colours multiplied by it, as Electron's bitmaps are. */
export function drawTrayIcon(state: RecordingSign['state'], sizePx: number): Uint8Array {
  const pixels = new Uint8Array(sizePx * sizePx * 4);
  const [red, green, blue] = COLOURS[state];
  for (let at = 0; at < sizePx * sizePx; at++) {
    const share = inkOf(SHAPES[state], at % sizePx, Math.floor(at / sizePx), sizePx);
    pixels.set([blue * share, green * share, red * share, 255 * share], at * 4);
  }
  return pixels;
}

/** How much of a pixel is inked, from 0 to 1. */
function inkOf(isInked: (x: number, y: number) => boolean, column: number, row: number, sizePx: number): number {
  const place = (pixel: number, sample: number): number => ((pixel + (sample + 0.5) / SAMPLES) / sizePx) * 2 - 1;
  let inked = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++)
    if (isInked(place(column, sample % SAMPLES), place(row, Math.floor(sample / SAMPLES)))) inked++;
  return inked / (SAMPLES * SAMPLES);
}
