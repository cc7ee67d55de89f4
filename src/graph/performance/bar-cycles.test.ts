import { expect, test } from 'vitest';
import { createRandom } from '../../lib/random.ts';
import { barCycles } from './bar-cycles.ts';

const HOUR = 3_600_000;
const WIDTH = HOUR / 6;

test('bars are as wide as people count, and what takes far longer is in the last', () => {
  const hours = [...Array.from({ length: 39 }, (_, at) => at % 3), 500, 2];
  expect(barCycles(Float64Array.from(hours, (hour) => hour * HOUR + 1))).toEqual([
    { fromMs: 0, toMs: WIDTH, cases: 13, examples: [0, 3, 6, 9, 12] },
    ...[1, 2, 3, 4, 5].map(emptyAt),
    { fromMs: 6 * WIDTH, toMs: 7 * WIDTH, cases: 13, examples: [1, 4, 7, 10, 13] },
    ...[7, 8, 9, 10, 11].map(emptyAt),
    { fromMs: 12 * WIDTH, toMs: 13 * WIDTH, cases: 14, examples: [2, 5, 8, 11, 14] },
    { fromMs: 13 * WIDTH, toMs: null, cases: 1, examples: [39] },
  ]);
});

const emptyAt = (at: number) => ({ fromMs: at * WIDTH, toMs: (at + 1) * WIDTH, cases: 0, examples: [] });

test('cases that take no time are one bar, and so are none', () => {
  expect(barCycles(new Float64Array(3))).toEqual([{ fromMs: 0, toMs: 1000, cases: 3, examples: [0, 1, 2] }]);
  expect(barCycles(new Float64Array(0))).toEqual([{ fromMs: 0, toMs: 1000, cases: 0, examples: [] }]);
});

test('every case is in the one bar that holds its time', () => {
  const random = createRandom(3);
  for (let round = 0; round < 60; round += 1) {
    const scale = 10 ** (random() * 12);
    const cycleMs = Float64Array.from({ length: 1 + Math.floor(random() * 200) }, () => random() ** 4 * scale);
    const bars = barCycles(cycleMs);
    expect(bars.length).toBeLessThanOrEqual(25);
    expect(bars.map(({ cases }) => cases)).toEqual(
      bars.map(({ fromMs, toMs }) => cycleMs.filter((ms) => ms >= fromMs && ms < (toMs ?? Infinity)).length),
    );
  }
});
