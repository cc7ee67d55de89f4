import { expect, test } from 'vitest';
import { logOf, minutes } from './log-rows.sample.ts';
import { mineEnabled } from './mine-enabled.ts';
import { toInstances } from './mine-instances.ts';
import { listPlainCases, makeRandomLog } from './random-log.sample.ts';

test('an activity that overlaps is no predecessor', () => {
  const columns = logOf(
    ['1', 'order', 10, '-', '-', { startMinute: 0 }],
    ['1', 'pack', 40, '-', '-', { startMinute: 15 }],
    ['1', 'bill', 30, '-', '-', { startMinute: 20 }],
    ['1', 'ship', 60, '-', '-', { startMinute: 45 }],
  );
  const { transitions, first } = mineEnabled(toInstances(columns, 'paired'), 4);
  expect(first).toBe(1);
  const name = (activity: number): string => columns.activities[activity]!;
  expect(transitions.map(({ source, target, count, wait }) => [name(source), name(target), count, wait])).toEqual([
    ['order', 'pack', 1, minutes([5], { median: 5, p90: 5 })],
    ['order', 'bill', 1, minutes([10], { median: 10, p90: 10 })],
    ['pack', 'ship', 1, minutes([5], { median: 5, p90: 5 })],
  ]);
});

test('sources are what one finds looking through the whole case', () => {
  for (let seed = 0; seed < 80; seed += 1) {
    const columns = makeRandomLog(seed);
    const { instances, cases } = listPlainCases(columns);
    const naive = new Map<string, { count: number; sumMs: number }>();
    let first = 0;
    for (const events of cases) {
      events.forEach((event, at) => {
        const ended = events.slice(0, at).filter(({ endMs }) => endMs <= event.startMs);
        const source = ended.reduce<(typeof ended)[number] | undefined>(
          (last, one) => (last && last.endMs > one.endMs ? last : one),
          undefined,
        );
        if (!source) return void (first += 1);
        const key = `${source.activity} ${event.activity}`;
        const before = naive.get(key) ?? { count: 0, sumMs: 0 };
        naive.set(key, { count: before.count + 1, sumMs: before.sumMs + event.startMs - source.endMs });
      });
    }
    const mined = mineEnabled(instances, columns.activities.length);
    const listed = new Map(
      mined.transitions.map(({ source, target, count, wait }) => [`${source} ${target}`, { count, sumMs: wait.sumMs }]),
    );
    expect([mined.first, listed]).toEqual([first, naive]);
  }
});
