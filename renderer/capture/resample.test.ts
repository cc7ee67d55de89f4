import { describe, expect, test } from 'vitest';
import { createResampler } from './resample.ts';

const tone = (hz: number, rate: number, seconds: number): Float32Array =>
  Float32Array.from({ length: rate * seconds }, (_, at) => 0.5 * Math.sin((2 * Math.PI * hz * at) / rate));

const rms = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((total, each) => total + each * each, 0) / samples.length);

function resampleIn(parts: number, samples: Float32Array, rates: readonly [number, number]): Float32Array {
  const resampler = createResampler(...rates);
  const size = Math.ceil(samples.length / parts);
  const out = Array.from({ length: parts }, (_, part) => [
    ...resampler.push(samples.subarray(part * size, (part + 1) * size)),
  ]);
  return Float32Array.from(out.flat());
}

describe.each([
  [48_000, 16_000],
  [44_100, 16_000],
  [16_000, 16_000],
  [8_000, 16_000],
] as const)('from %i to %i', (from, to) => {
  test('a tone keeps its loudness, its pitch and its place', () => {
    const out = resampleIn(1, tone(440, from, 1), [from, to]);
    const expected = tone(440, to, 1);
    const worst = Math.max(...out.slice(100).map((each, at) => Math.abs(each - expected[at + 100]!)));
    expect(worst).toBeLessThan(0.01);
    expect(to - out.length).toBeLessThan(60);
  });

  test('it does not matter how the sound is cut into parts', () => {
    const sound = tone(440, from, 0.5);
    expect(resampleIn(37, sound, [from, to])).toEqual(resampleIn(1, sound, [from, to]));
  });
});

test('what the slower rate cannot hold is gone, not heard as another tone', () => {
  expect(rms(resampleIn(1, tone(11_000, 48_000, 1), [48_000, 16_000]).slice(200))).toBeLessThan(0.001);
});
