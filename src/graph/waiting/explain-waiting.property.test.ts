import { expect, test } from 'vitest';
import type { LogColumns } from '../../domain/log.ts';
import { createRandom } from '../../lib/random.ts';
import type { WaitTotals } from '../../domain/waiting.ts';
import { toInstances } from '../mine-instances.ts';
import { bucketBy } from './buckets.ts';
import { explainWaiting } from './explain-waiting.ts';
import { openBatches } from './find-batches.ts';
import { findConcurrent } from './find-concurrent.ts';
import { findEnabling } from './find-enabling.ts';
import { readRows, type RowOptions, workingWeek } from './timed-rows.sample.ts';
import type { WorkingWeek } from './working-week.ts';

const MINUTE = 60_000;
const STEP_MS = 5 * MINUTE;
const HOUR = 60 * MINUTE;
const OFFICE = workingWeek([9, 12], [13, 17]);
const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);

/** Cases over two days of a few people, who do up to three things at a time and often go on without a pause. */
function makeLog(seed: number, options: RowOptions = {}): LogColumns {
  const random = createRandom(seed);
  const draw = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const say = (steps: number): string => `${Math.floor(steps / 12)}:${(steps % 12) * 5}`;
  const lines: string[] = [];
  for (let at = 0; at < 14; at += 1) {
    let clock = draw(8 * 12, 11 * 12);
    for (let step = 0; step < draw(2, 6); step += 1) {
      const from = seed % 2 === 0 ? clock : Math.ceil(clock / 6) * 6;
      const to = from + draw(0, seed % 3 === 0 ? 40 : 6);
      const person = draw(0, 9) === 0 ? '-' : `p${draw(1, 2)}`;
      lines.push(`c${at} ${'abcd'[draw(0, 3)]} d${seed % 7} ${say(from)}-${say(to)} ${person}`);
      clock = Math.max(clock, to - draw(0, 3)) + draw(0, 3) * draw(0, 12);
    }
  }
  return readRows(lines.join('\n'), options);
}

test.each(SEEDS)('the causes of log %i are what one finds looking at every five minutes of every wait', (seed) => {
  const columns = makeLog(seed);
  const workingWeeks = new Map(columns.resources.map((name) => [name, OFFICE]));
  const { totals } = explainWaiting(columns, { workingWeeks });
  expect(totals).toEqual(lookEveryFiveMinutes(columns, OFFICE));
});

test.each(SEEDS)('the five causes of log %i are whole, none is negative, and they sum to the wait', (seed) => {
  const report = explainWaiting(makeLog(seed));
  const all = [...report.transitions, ...report.byActivityPair, report.totals, report.handoffs];
  const wrong = all.filter((waits) => {
    const causes = listCauses(waits);
    return !causes.every((ms) => Number.isInteger(ms) && ms >= 0) || sum(causes) !== waits.totalMs;
  });
  expect(wrong).toEqual([]);
  expect(sum(report.transitions.map(({ totalMs }) => totalMs))).toBe(report.totals.totalMs);
});

test.each(SEEDS)('log %i says the same again and a week later, and waits as long an hour later', (seed) => {
  const report = explainWaiting(makeLog(seed));
  const later = (shiftMs: number) => explainWaiting(makeLog(seed, { shiftMs }));
  expect([later(0), later(7 * 24 * HOUR), later(-520 * 7 * 24 * HOUR)]).toEqual([report, report, report]);
  expect(later(HOUR).totals).toEqual(report.totals);
});

const listCauses = (waits: WaitTotals): number[] => [
  waits.batchingMs,
  waits.contentionMs,
  waits.prioritisationMs,
  waits.unavailabilityMs,
  waits.extraneousMs,
];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function lookEveryFiveMinutes(columns: LogColumns, week: WorkingWeek): WaitTotals {
  const instances = toInstances(columns, 'paired');
  const { startMs, endMs, resourceOf, activityOf, length } = instances;
  const indexes = Array.from({ length }, (_, at) => at);
  const nameOf = (item: number): string => columns.activities[activityOf[item]!]!;
  const byEnd = Int32Array.from(
    indexes.toSorted(
      (a, b) => endMs[a]! - endMs[b]! || startMs[a]! - startMs[b]! || nameOf(a).localeCompare(nameOf(b)),
    ),
  );
  const cases = bucketBy(byEnd, instances.caseOf, columns.cases.length);
  const isConcurrent = findConcurrent(cases, activityOf, columns.activities.length);
  const enabling = findEnabling(cases, instances, isConcurrent);
  const log = { instances, enabling, zoneMsOf: new Float64Array(length) };
  const batches = columns.resources.flatMap((_, person) => {
    const own = byEnd.filter((item) => resourceOf[item] === person);
    return openBatches(log, columns.activities.length)(own.toSorted((a, b) => startMs[a]! - startMs[b]!));
  });
  const sums = {
    count: 0,
    totalMs: 0,
    batchingMs: 0,
    contentionMs: 0,
    prioritisationMs: 0,
    unavailabilityMs: 0,
    extraneousMs: 0,
  };
  const since = (item: number): number => enabling.enabledMs[item]!;
  for (const item of indexes.filter((at) => enabling.sourceOf[at]! >= 0)) {
    const batch = batches.find(({ items }) => items.includes(item));
    const causeAt = (ms: number): keyof typeof sums => {
      if (batch && ms < batch.enabledMs) return 'batchingMs';
      if (resourceOf[item]! < 0) return 'extraneousMs';
      const busyWith = indexes.filter(
        (other) => resourceOf[other] === resourceOf[item] && startMs[other]! <= ms && ms < endMs[other]!,
      );
      const cameBefore = busyWith.some((other) =>
        batch && !batch.items.includes(other) ? since(other) <= batch.enabledMs : since(other) <= since(item),
      );
      if (cameBefore) return 'contentionMs';
      if (busyWith.length > 0) return 'prioritisationMs';
      const date = new Date(ms);
      const quarter = Math.floor((date.getUTCHours() * 60 + date.getUTCMinutes()) / 15);
      return week[((date.getUTCDay() + 6) % 7) * 96 + quarter] === 1 ? 'extraneousMs' : 'unavailabilityMs';
    };
    sums.count += 1;
    for (let ms = since(item); ms < startMs[item]!; ms += STEP_MS) {
      sums.totalMs += STEP_MS;
      sums[causeAt(ms)] += STEP_MS;
    }
  }
  return sums;
}
