import { expect, test } from 'vitest';
import { createResampler } from './resample.ts';

const sine = (hz: number, rate: number, { from, to }: { from: number; to: number }): Float32Array =>
  Float32Array.from({ length: to - from }, (_, at) => Math.sin((2 * Math.PI * hz * (from + at)) / rate));

/** The loudest difference from the same sound made at the new rate, or the loudest sample where nothing should be left. */
function differ(hz: number, fromRate: number, isLeft: boolean): number {
  const resampler = createResampler(fromRate, 16_000);
  const [first, count] = [16_000, 4000];
  const made = resampler.resample(sine(hz, fromRate, resampler.sourceRange(first, count)), first, count);
  const wanted = isLeft ? sine(hz, 16_000, { from: first, to: first + count }) : new Float32Array(count);
  return made.reduce((most, sample, at) => Math.max(most, Math.abs(sample - wanted[at]!)), 0);
}

test('keeps what a voice is made of, at every rate that recordings have', () => {
  const rates = [8000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000];
  const worst = rates.flatMap((rate) =>
    [100, 1000, 3000].map((hz) => ({ rate, hz, is: differ(hz, rate, true) < 0.002 })),
  );
  expect(worst.filter(({ is }) => !is)).toEqual([]);
});

test('leaves out what the lower rate cannot hold, instead of mirroring it into the voice', () => {
  const heard = [44_100, 48_000].flatMap((rate) => [9500, 12_000, 20_000].map((hz) => differ(hz, rate, false)));
  expect(Math.max(...heard)).toBeLessThan(0.001);
});

test('a sound made in pieces is the same as one made at once', () => {
  const resampler = createResampler(44_100, 16_000);
  const make = (first: number, count: number): number[] => [
    ...resampler.resample(sine(440, 44_100, resampler.sourceRange(first, count)), first, count),
  ];
  expect([...make(0, 700), ...make(700, 301)]).toEqual(make(0, 1001));
});
