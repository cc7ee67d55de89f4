import { expect, test } from 'vitest';
import { join, mix, noise, silence, tone } from '../../../models/testing/made-sound.ts';
import { SAMPLES_PER_SECOND } from '../../needs/transcriber.ts';
import { cutLongSpans, packSpans } from './cut-spans.ts';
import { detectByEnergy } from './detect-by-energy.ts';
import { settlePiece } from './find-in-pieces.ts';

test('11 seconds of silence and of noise, loud or quiet, hold no speech; nor does a hum', () => {
  const hum = Float32Array.from(silence(11), (_, at) => 0.3 * Math.sin((at * 2 * Math.PI * 50) / SAMPLES_PER_SECOND));
  for (const sound of [silence(11), noise(11, 0.5), noise(11, 0.001), hum, new Float32Array()])
    expect(detectByEnergy(sound)).toEqual([]);
});

test('noise that comes and goes between silences is steady, and no speech', () => {
  expect(detectByEnergy(join(silence(3), noise(4), silence(3), noise(2, 0.4), silence(1)))).toEqual([]);
});

test('speech is found in a quiet room and in a noisy one, within a fifth of a second', () => {
  const spoken = join(silence(2), tone(300, 3), silence(2), tone(600, 1.5), silence(1));
  for (const sound of [spoken, mix(spoken, noise(9.5, 0.02))]) {
    const [first, second, ...rest] = detectByEnergy(sound);
    expect(rest).toEqual([]);
    for (const [ms, near] of [
      [first?.startMs, 2000],
      [first?.endMs, 5000],
      [second?.startMs, 7000],
      [second?.endMs, 8500],
    ] as const)
      expect(Math.abs(ms! - near)).toBeLessThanOrEqual(200);
  }
});

test('a span that is longer than a transcriber takes is cut where it is quietest', () => {
  const sound = join(tone(300, 24), silence(0.1), tone(300, 24));
  const [first, second, ...rest] = cutLongSpans([{ startMs: 0, endMs: 48_100 }], sound);
  expect(rest).toEqual([]);
  expect(Math.abs(first!.endMs - 24_050)).toBeLessThanOrEqual(50);
  expect(second).toEqual({ startMs: first!.endMs, endMs: 48_100 });
  const short = [{ startMs: 500, endMs: 30_500 }];
  expect(cutLongSpans(short, sound)).toEqual(short);
});

test('spans with short pauses share a window while they fit', () => {
  const span = (startS: number, endS: number) => ({ startMs: startS * 1000, endMs: endS * 1000 });
  expect(packSpans([span(0, 5), span(6, 12), span(14, 20), span(20.5, 43), span(44, 45)])).toEqual([
    span(0, 12),
    span(14, 43),
    span(44, 45),
  ]);
  expect(packSpans([])).toEqual([]);
});

test('what goes on at the end of a piece is looked at again from where it begins', () => {
  const piece = { startMs: 60_000, endMs: 120_000, isLast: false };
  const found = [
    { startMs: 1000, endMs: 5000 },
    { startMs: 50_000, endMs: 59_700 },
  ];
  const first = { startMs: 61_000, endMs: 65_000 };
  expect(settlePiece(found, piece)).toEqual({ spans: [first], nextMs: 110_000 });
  const both = [first, { startMs: 110_000, endMs: 119_700 }];
  expect(settlePiece(found, { ...piece, isLast: true })).toEqual({ spans: both, nextMs: 120_000 });
  // One that fills the piece is taken as it is, or it would be looked at for ever.
  expect(settlePiece([{ startMs: 0, endMs: 60_000 }], piece)).toEqual({
    spans: [{ startMs: 60_000, endMs: 120_000 }],
    nextMs: 120_000,
  });
  expect(settlePiece([], piece)).toEqual({ spans: [], nextMs: 120_000 });
});
