// For tests: what was recorded, looked at and listened to by other means than those that made it (ffmpeg).
import { execFileSync, spawnSync } from 'node:child_process';
import { readMedia } from '../../../src/host/recorder/testing.ts';
import { findPauses, type Pause } from './narration.ts';

export { findPauses, readMedia };

/** The colour of a picture, or of a video at a moment, at a place given as shares of its size: red, green, blue. */
export function colourAt(file: string, { atS, x, y }: { atS?: number; x: number; y: number }): number[] {
  const seek = atS === undefined ? [] : ['-ss', String(atS)];
  const filter = ['-vf', `crop=16:16:in_w*${x}:in_h*${y},scale=1:1:flags=area`, '-frames:v', '1'];
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
  return [...execFileSync('ffmpeg', ['-v', 'error', ...seek, '-i', file, '-map', '0:v:0', ...filter, ...raw])];
}

/** The colour at a place in each picture of a video. */
export function coloursOf(file: string, { x, y }: { x: number; y: number }): number[][] {
  const filter = ['-vf', `crop=16:16:in_w*${x}:in_h*${y},scale=1:1:flags=area`];
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
  const bytes = execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-map', '0:v:0', '-vsync', '0', ...filter, ...raw]);
  return Array.from({ length: bytes.length / 3 }, (_, at) => [...bytes.subarray(at * 3, at * 3 + 3)]);
}

/** How many pictures of a video have a colour (within a fifth of the range of each part) at a place. */
export function countFrames(file: string, rgb: readonly number[], place: { x: number; y: number }): number {
  return coloursOf(file, place).filter((picture) => picture.every((each, part) => Math.abs(each - rgb[part]!) < 51))
    .length;
}

/** The loudest moment between two times, in decibels below full scale; -91 is nothing at all. */
export function loudnessBetween(file: string, fromS: number, toS: number): number {
  const range = ['-ss', String(fromS), '-to', String(toS)];
  const args = ['-nostats', ...range, '-i', file, '-map', '0:a:0', '-af', 'volumedetect', '-f', 'null', '-'];
  const { stderr } = spawnSync('ffmpeg', args, { encoding: 'utf8' });
  return Number(/max_volume: (-?[\d.]+) dB/.exec(stderr)?.[1]);
}

/** The name of the nearest of some colours. */
export function nameColour(rgb: readonly number[], names: Readonly<Record<string, readonly number[]>>): string {
  const distance = (other: readonly number[]): number =>
    other.reduce((total, each, at) => total + (each - (rgb[at] ?? 0)) ** 2, 0);
  return Object.entries(names).toSorted(([, a], [, b]) => distance(a) - distance(b))[0]?.[0] ?? 'none';
}

/**
 * How far the whole pauses of a recording are from those of what was played over and over, in seconds: the worst of their
 * beginnings and ends, where the first of them fits best. Infinity where one is missing. One that a file begins or ends in
 * was cut off by it.
 */
export function comparePauses(heard: readonly Pause[], played: readonly Pause[], cutS = CUT_S): number {
  const whole = heard.slice(0, -1).filter(({ startS }) => startS > cutS);
  const [first] = whole;
  if (!first) return Number.POSITIVE_INFINITY;
  const places = played.slice(0, played.length - whole.length + 1).map((place, number) => {
    const shift = first.startS - place.startS;
    const far = whole.map(({ startS, endS }, at) => {
      const own = played[number + at]!; // as many follow as were heard
      return Math.max(Math.abs(startS - shift - own.startS), Math.abs(endS - shift - own.endS));
    });
    return Math.max(...far);
  });
  return Math.min(...places);
}

const CUT_S = 0.7;
/** A film begins a moment after its recording, and perhaps within a pause: that one is not whole. */
export const FILM_CUT_S = 2.5;
