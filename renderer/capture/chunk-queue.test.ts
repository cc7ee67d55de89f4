import { expect, test } from 'vitest';
import { createChunkQueue } from './chunk-queue.ts';
import { createClockWatch } from './clock-watch.ts';
import { loudness } from './loudness.ts';

const blob = (size: number): Blob => new Blob([new Uint8Array(size)]);

test('chunks are numbered over all pieces, and stay until they are acknowledged', () => {
  const queue = createChunkQueue();
  queue.push({ data: blob(10), clockMs: 500.4, begins: 'start' });
  queue.push({ data: blob(20), clockMs: 1000, begins: undefined });
  queue.push({ data: blob(30), clockMs: 1500, begins: 'device' });
  expect(queue.first()).toMatchObject({ chunk: 0, piece: 1, cause: 'start', clockMs: 500 });
  expect([queue.bytes, queue.acknowledge(2), queue.bytes, queue.length]).toEqual([60, true, 30, 1]);
  expect(queue.first()).toMatchObject({ chunk: 2, piece: 2, cause: 'device', clockMs: 1500 });
  expect([queue.acknowledge(3), queue.first(), queue.acknowledge(3)]).toEqual([true, undefined, true]);
});

test('what is not here any more cannot be sent again', () => {
  const queue = createChunkQueue();
  for (const clockMs of [500, 1000]) queue.push({ data: blob(1), clockMs, begins: undefined });
  queue.acknowledge(2);
  expect(queue.acknowledge(1)).toBe(false);
});

test('the clock of chunks never runs backwards, and never below zero', () => {
  const queue = createChunkQueue();
  const clocks = [-100, 300, 250].map((clockMs) => {
    queue.push({ data: blob(1), clockMs, begins: undefined });
    const first = queue.first()?.clockMs;
    queue.acknowledge((queue.first()?.chunk ?? 0) + 1);
    return first;
  });
  expect(clocks).toEqual([0, 300, 300]);
});

test('sleep is noticed once, whichever of the clocks stood still in it; a clock set back is no sleep', () => {
  const slept = createClockWatch();
  const readings = [
    [0, 0],
    [500, 500],
    [1000, 60_500],
    [1500, 61_000],
    [90_000, 61_500],
    [90_500, 1000],
  ] as const;
  expect(readings.map(([monotonicMs, wallMs]) => slept({ monotonicMs, wallMs }))).toEqual([
    false,
    false,
    true,
    false,
    true,
    false,
  ]);
});

test('loudness is by ear: half of the scale is a thirtieth of the pressure', () => {
  expect([0, 0.001, 0.0316228, 1, 2].map((rms) => Math.round(loudness(rms) * 100) / 100)).toEqual([0, 0, 0.5, 1, 1]);
});
