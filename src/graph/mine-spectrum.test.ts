import { expect, test } from 'vitest';
import { logOf } from './log-rows.sample.ts';
import { toInstances } from './mine-instances.ts';
import { binSpectrum, mineSpectrum } from './mine-spectrum.ts';
import { listPlainCases, makeRandomLog } from './random-log.sample.ts';

test('every passing of a segment is kept, in order of its start', () => {
  const instances = toInstances(
    logOf(
      ['1', 'a', 50, '-', '-'],
      ['1', 'b', 60, '-', '-'],
      ['1', 'a', 70, '-', '-'],
      ['1', 'c', 71, '-', '-'],
      ['2', 'a', 10, '-', '-'],
      ['2', 'b', 90, '-', '-'],
      ['3', 'b', 95, '-', '-'],
    ),
    'paired',
  );
  const spectrum = mineSpectrum(instances, { source: 0, target: 1 });
  expect(spectrum).toEqual({
    fromMs: Float64Array.of(600_000, 3_000_000),
    toMs: Float64Array.of(5_400_000, 3_600_000),
    placeOf: Int32Array.of(5, 1),
  });
  expect(binSpectrum(spectrum, 2)).toEqual([
    { fromMs: 600_000, started: [0, 0, 1, 0], pending: [0, 0, 0, 0] },
    { fromMs: 3_000_000, started: [1, 0, 0, 0], pending: [0, 0, 1, 0] },
  ]);
});

test('a segment nobody passes has no bins', () => {
  const instances = toInstances(logOf(['1', 'a', 0, '-', '-']), 'paired');
  expect(binSpectrum(mineSpectrum(instances, { source: 0, target: 0 }), 10)).toEqual([]);
});

test('the spectrum holds each passing once, and its bins what lies in them', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const columns = makeRandomLog(seed);
    const { instances, cases } = listPlainCases(columns);
    for (let source = 0; source < columns.activities.length; source += 1) {
      const target = (source + seed) % columns.activities.length;
      const passings = cases.flatMap((events) =>
        events.flatMap((event, at) => {
          const before = events[at - 1];
          if (before?.activity !== source || event.activity !== target) return [];
          return [{ from: before.endMs, to: Math.max(before.endMs, event.startMs) }];
        }),
      );
      const spectrum = mineSpectrum(instances, { source, target });
      const listed = Array.from(spectrum.fromMs, (from, at) => ({ from, to: spectrum.toMs[at]! }));
      expect(sort(listed)).toEqual(sort(passings));
      expect(listed.map(({ from }) => from)).toEqual(passings.map(({ from }) => from).sort((a, b) => a - b));
      const bins = binSpectrum(spectrum, 7);
      const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
      const naive = bins.map(({ fromMs }, at) => {
        const untilMs = bins[at + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
        return [
          passings.filter(({ from }) => from >= fromMs && from < untilMs).length,
          passings.filter(({ from, to }) => from < fromMs && to > fromMs).length,
        ];
      });
      expect(bins.map(({ started, pending }) => [total(started), total(pending)])).toEqual(naive);
    }
  }
});

const sort = (passings: readonly { from: number; to: number }[]) =>
  passings.toSorted((a, b) => a.from - b.from || a.to - b.to);
