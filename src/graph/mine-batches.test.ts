import { expect, test } from 'vitest';
import { logOf } from './log-rows.sample.ts';
import { type MinedBatches, mineBatches } from './mine-batches.ts';
import { toInstances } from './mine-instances.ts';
import { listPlainCases, makeRandomLog, type PlainInstance } from './random-log.sample.ts';

test('batches are told apart by how their times lie', () => {
  const rows = [
    ['at once', 0, 10, 0, 10],
    ['begun together', 0, 10, 0, 20],
    ['ended together', 0, 20, 10, 20],
    ['in turn', 0, 10, 25, 30],
    ['mixed', 0, 10, 5, 30],
    ['apart', 0, 10, 26, 30],
  ] as const;
  const columns = logOf(
    ...rows.flatMap(([name, from, to, nextFrom, nextTo]) => [
      [`1 ${name}`, name, to, 'Ann', '-', { startMinute: from }] as const,
      [`2 ${name}`, name, nextTo, 'Ann', '-', { startMinute: nextFrom }] as const,
      [`3 ${name}`, name, to, 'Bob', '-', { startMinute: from }] as const,
    ]),
  );
  const sizes = { activities: columns.activities.length, resources: columns.resources.length };
  const batches = mineBatches(toInstances(columns, 'paired'), sizes);
  expect(
    batches.map(({ activity, resource, kind, places, ...counts }) => [
      columns.activities[activity],
      columns.resources[resource],
      kind,
      counts,
      places.length,
    ]),
  ).toEqual([
    ['at once', 'Ann', 'simultaneous', { batches: 1, instances: 2, largest: 2, ofInstances: 2 }, 2],
    ['begun together', 'Ann', 'at-start', { batches: 1, instances: 2, largest: 2, ofInstances: 2 }, 2],
    ['ended together', 'Ann', 'at-end', { batches: 1, instances: 2, largest: 2, ofInstances: 2 }, 2],
    ['in turn', 'Ann', 'sequential', { batches: 1, instances: 2, largest: 2, ofInstances: 2 }, 2],
    ['mixed', 'Ann', 'concurrent', { batches: 1, instances: 2, largest: 2, ofInstances: 2 }, 2],
  ]);
});

test('batches are what merging near instances again and again finds', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const columns = makeRandomLog(seed);
    const { instances, cases } = listPlainCases(columns);
    const sizes = { activities: columns.activities.length, resources: columns.resources.length };
    const mergeDistanceMs = (seed % 4) * 30 * 60_000;
    const found = mineBatches(instances, { ...sizes, mergeDistanceMs });
    expect(sort(found.map(ofCounts))).toEqual(sort(mergeNaively(cases.flat(), mergeDistanceMs)));
  }
});

type Counted = Omit<MinedBatches, 'places'>;

const sort = (batches: readonly Counted[]): string[] => batches.map((one) => JSON.stringify(one)).sort();
const ofCounts = ({ activity, resource, kind, batches, instances, largest, ofInstances }: MinedBatches): Counted => {
  return { activity, resource, kind, batches, instances, largest, ofInstances };
};

function mergeNaively(all: readonly PlainInstance[], mergeDistanceMs: number): Counted[] {
  const counted = new Map<string, Counted>();
  const pairs = Map.groupBy(
    all.filter(({ person }) => person >= 0),
    ({ activity, person }) => `${activity} ${person}`,
  );
  for (const items of pairs.values()) {
    let groups = items.map((item) => [item]);
    const isNear = (one: PlainInstance[], other: PlainInstance[]): boolean =>
      one.some((a) =>
        other.some((b) => Math.max(a.startMs, b.startMs) - Math.min(a.endMs, b.endMs) <= mergeDistanceMs),
      );
    for (let merged = true; merged; ) {
      merged = false;
      for (const one of groups) {
        const near = groups.filter((other) => other !== one && isNear(one, other));
        if (near.length === 0) continue;
        groups = [...groups.filter((other) => other !== one && !near.includes(other)), [one, ...near].flat()];
        merged = true;
        break;
      }
    }
    for (const group of groups.filter(({ length }) => length > 1)) {
      const isOne = (times: number[]): boolean => new Set(times).size === 1;
      const [starts, ends] = [isOne(group.map((one) => one.startMs)), isOne(group.map((one) => one.endMs))];
      const overlap = group.some((a) => group.some((b) => a !== b && a.startMs < b.endMs && b.startMs < a.endMs));
      const touches = group.some((a) =>
        group.some(
          (b) =>
            a !== b && a.startMs < a.endMs && b.startMs === b.endMs && a.startMs < b.startMs && b.startMs < a.endMs,
        ),
      );
      const kind = starts
        ? ends
          ? 'simultaneous'
          : 'at-start'
        : ends
          ? 'at-end'
          : overlap || touches
            ? 'concurrent'
            : 'sequential';
      const { activity, person: resource } = group[0]!;
      const key = `${activity} ${resource} ${kind}`;
      const before = counted.get(key) ?? {
        activity,
        resource,
        kind,
        batches: 0,
        instances: 0,
        largest: 0,
        ofInstances: items.length,
      };
      counted.set(key, {
        ...before,
        batches: before.batches + 1,
        instances: before.instances + group.length,
        largest: Math.max(before.largest, group.length),
      });
    }
  }
  return [...counted.values()];
}
