import { expect, test } from 'vitest';
import { logOf, minutes } from './log-rows.sample.ts';
import { mineCaseTimes } from './mine-case-times.ts';
import { listCaseStarts } from './mine-cases.ts';
import { toInstances } from './mine-instances.ts';
import { listPlainCases, makeRandomLog } from './random-log.sample.ts';

test('work side by side counts twice, idle time is when nothing is worked on', () => {
  const instances = toInstances(
    logOf(
      ['1', 'a', 30, '-', '-', { startMinute: 0 }],
      ['1', 'b', 20, '-', '-', { startMinute: 10 }],
      ['1', 'c', 60, '-', '-', { startMinute: 45 }],
    ),
    'paired',
  );
  expect(mineCaseTimes(instances, listCaseStarts(instances))).toEqual({
    cycleMs: Float64Array.of(60 * 60_000),
    cycle: minutes([60], { median: 60, p90: 60 }),
    processing: minutes([55], { median: 55, p90: 55 }),
    waiting: minutes([15], { median: 15, p90: 15 }),
    efficiency: { n: 1, overall01: 0.75, median01: 0.75 },
  });
});

test('times of cases are what one finds looking at every minute', () => {
  const STEP = 60_000;
  for (let seed = 0; seed < 40; seed += 1) {
    const { instances, cases } = listPlainCases(makeRandomLog(seed));
    const sums = cases.reduce(
      (sum, events) => {
        const from = Math.min(...events.map(({ startMs }) => startMs));
        const to = Math.max(...events.map(({ endMs }) => endMs));
        let idle = 0;
        for (let ms = from; ms < to; ms += STEP) {
          if (!events.some(({ startMs, endMs }) => startMs < ms + STEP && endMs > ms)) idle += STEP;
        }
        const worked = events.reduce((all, { startMs, endMs }) => all + endMs - startMs, 0);
        return { cycle: sum.cycle + to - from, processing: sum.processing + worked, idle: sum.idle + idle };
      },
      { cycle: 0, processing: 0, idle: 0 },
    );
    const { cycle, processing, waiting, efficiency } = mineCaseTimes(instances, listCaseStarts(instances));
    const isTimed = instances.processingMs !== null;
    expect([cycle?.sumMs, processing?.sumMs, waiting?.sumMs]).toEqual([
      sums.cycle,
      isTimed ? sums.processing : undefined,
      isTimed ? sums.idle : undefined,
    ]);
    expect(efficiency?.overall01 ?? null).toBe(isTimed ? 1 - sums.idle / sums.cycle : null);
  }
});
