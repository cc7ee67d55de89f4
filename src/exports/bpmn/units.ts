// The process graph as the diagram will show it: activities, or blocks of activities that run side by side, and the
// ways between them.
import type { Activity, Transition } from '../../domain/graph.ts';
import type { ActivityId } from '../../domain/ids.ts';

/** What stands at one place of the flow. */
export interface Unit {
  /** The id of its first activity. */
  readonly id: string;
  /** Done side by side; each branch is one activity or several of which one is done. One branch: one activity. */
  readonly branches: readonly (readonly Activity[])[];
}

export const START = 'start';
export const END = 'end';

/** One unit follows another; a case starts with a unit (`source` is START) or ends after it (`target` is END). */
export interface Way {
  readonly source: string;
  readonly target: string;
  /** Directly-follows pairs, or cases that start or end here; recordings where no log knows. 0: nobody says so. */
  readonly count: number;
  /** What it is made of; empty at the start and the end. */
  readonly transitions: readonly Transition[];
}

export interface UnitGraph {
  /** In process order. */
  readonly units: readonly Unit[];
  readonly ways: readonly Way[];
}

/** Ways between the units of `unitOf`, joined where several lead from one unit to another; none inside a unit. */
export function joinWays(ways: readonly Way[], unitOf: ReadonlyMap<string, string>): Way[] {
  const moved = ways
    .map((way) => ({
      ...way,
      source: unitOf.get(way.source) ?? way.source,
      target: unitOf.get(way.target) ?? way.target,
      isLoop: way.source === way.target,
    }))
    .filter(({ source, target, isLoop }) => source !== target || isLoop);
  return [...Map.groupBy(moved, (way) => wayKey(way)).values()].map((same) => ({
    source: same[0]!.source,
    target: same[0]!.target,
    count: same.reduce((sum, { count }) => sum + count, 0),
    transitions: same.flatMap(({ transitions }) => transitions),
  }));
}

export const wayKey = ({ source, target }: Pick<Way, 'source' | 'target'>): string => `${source} ${target}`;

/** Each activity by itself, with all ways. */
export function listWays(
  transitions: readonly Transition[],
  start: readonly { readonly activity: ActivityId; readonly count: number }[],
  end: readonly { readonly activity: ActivityId; readonly count: number }[],
): Way[] {
  return [
    ...start.map(({ activity, count }) => ({ source: START, target: activity, count, transitions: [] })),
    ...transitions.map((one) => ({ source: one.source, target: one.target, count: one.count, transitions: [one] })),
    ...end.map(({ activity, count }) => ({ source: activity, target: END, count, transitions: [] })),
  ];
}
