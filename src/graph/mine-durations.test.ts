import { expect, test } from 'vitest';
import { createRandom } from '../lib/random.ts';
import { findRankInterval } from './median-interval.ts';
import { allDurations, groupSpans } from './mine-durations.ts';

const SHAPES: readonly ((random: () => number) => number)[] = [
  () => 0,
  (random) => Math.floor(random() * 2) * 1000,
  (random) => Math.floor(random() * 1e4) - 2000,
  (random) => Math.floor(Math.exp(random() * 30)),
  (random) => (random() < 0.9 ? 0 : 86_400_000 + Math.floor(random() * 50)),
  (random) => 1_000_000_000_000 + Math.floor(random() * 40),
];

test.each([0, 1] as const)('spans of groups have the distribution that sorting finds, lag %i', (lag) => {
  for (let seed = 0; seed < 120; seed += 1) {
    const random = createRandom(seed);
    const none = 1 + (seed % 9);
    const length = Math.floor(random() * (seed % 10 === 0 ? 8000 : 120));
    const fromMs = Float64Array.from({ length }, () => Math.floor(random() * 1000));
    const toMs = Float64Array.from(
      { length },
      (_, at) => (fromMs[Math.max(0, at - lag)] ?? 0) + SHAPES[seed % SHAPES.length]!(random),
    );
    const groupOf = Int32Array.from({ length }, (_, at) => (at < lag ? none : Math.floor(random() * (none + 1))));
    const counts = new Int32Array(none + 1);
    for (const group of groupOf) counts[group]! += 1;
    const naive = Array.from({ length: none }, (_, wanted) => {
      const values = [...groupOf.keys()].filter((at) => groupOf[at] === wanted);
      return sortAndLook(values.map((at) => Math.max(0, toMs[at]! - fromMs[at - lag]!)));
    });
    expect(groupSpans({ groupOf, none, counts }, { fromMs, toMs, lag })).toEqual(naive);
  }
});

test('nothing has no distribution', () => {
  const none = { groupOf: new Int32Array(), none: 1, counts: new Int32Array(2) };
  const spans = { fromMs: new Float64Array(), toMs: new Float64Array(), lag: 1 } as const;
  expect([groupSpans(none, spans), allDurations(new Float64Array())]).toEqual([[undefined], null]);
});

function sortAndLook(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return undefined;
  const sumMs = values.reduce((sum, value) => sum + value, 0);
  const at = (tenths: number): number => {
    const place = (n - 1) * tenths;
    const [low, high] = [sorted[Math.floor(place / 10)]!, sorted[Math.ceil(place / 10)]!];
    return low + ((high - low) * (place % 10)) / 10;
  };
  const interval = findRankInterval(n);
  return {
    durations: { n, sumMs, meanMs: sumMs / n, medianMs: at(5), minMs: sorted[0], maxMs: sorted.at(-1), p90Ms: at(9) },
    medianInterval: interval
      ? { lowMs: sorted[interval.rank - 1], highMs: sorted[n - interval.rank], coverage01: interval.coverage01 }
      : null,
  };
}
