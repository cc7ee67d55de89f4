// In: an approved graph. Out: what it allows, by small numbers, for checking many cases fast.
import type { ProcessGraph } from '../../domain/graph.ts';
import type { ActivityId } from '../../domain/ids.ts';

/** Activities are numbered as in the graph; START and END stand before the first and after the last activity of a case. */
export interface ApprovedWays {
  readonly labels: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** By activity, those that may directly follow it; the last entry is those that may begin a case. */
  readonly nextOf: readonly (readonly number[])[];
  /** By activity, those it may directly follow; the number after the last activity stands for the start. */
  readonly beforeOf: readonly (readonly number[])[];
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
  /** Activities of every approved case. */
  readonly mandatory: readonly number[];
  allows(source: number, target: number): boolean;
  /** Activities on the shortest way from start to end; undefined where there is none. */
  readonly shortest: number | undefined;
}

/**
 * Reads a graph as the ways it allows: a case may begin with one of its start activities, go from one activity to the
 * next along its transitions, and stop at one of its end activities. Mandatory is what every case of the graph has; of
 * a graph with logs, what its logs show in every case.
 */
export function readApprovedWays(graph: ProcessGraph): ApprovedWays {
  const count = graph.activities.length;
  const numberOfId = new Map(graph.activities.map(({ id }, at) => [id, at]));
  const numbersOf = (ends: readonly { readonly activity: ActivityId }[]): number[] =>
    ends.map(({ activity }) => numberOfId.get(activity) ?? -1).filter((number) => number >= 0);
  const pairs = graph.transitions.map(
    ({ source, target }) => [numberOfId.get(source)!, numberOfId.get(target)!] as const,
  );
  const starts = numbersOf(graph.start);
  const nextOf: number[][] = Array.from({ length: count + 1 }, () => []);
  for (const [source, target] of pairs) nextOf[source]!.push(target);
  nextOf[count]!.push(...starts);
  const ends = new Set(numbersOf(graph.end));
  const allowed = new Set(pairs.map(([source, target]) => source * count + target));
  const hasLog = graph.activities.some(({ sources }) => sources.log > 0);
  return {
    labels: graph.activities.map(({ label }) => label),
    numberOf: new Map(graph.activities.map(({ label }, at) => [label, at])),
    nextOf,
    beforeOf: invert(nextOf),
    starts: new Set(starts),
    ends,
    mandatory: graph.activities.flatMap(({ cases, sources }, at) =>
      cases >= graph.cases && graph.cases > 0 && (!hasLog || sources.log > 0) ? [at] : [],
    ),
    allows: (source, target) => allowed.has(source * count + target),
    shortest: findShortest(nextOf, ends),
  };
}

function invert(nextOf: readonly (readonly number[])[]): number[][] {
  const beforeOf: number[][] = nextOf.map(() => []);
  nextOf.forEach((nexts, state) => {
    for (const next of nexts) beforeOf[next]!.push(state);
  });
  return beforeOf;
}

/** Breadth first from the start. */
function findShortest(nextOf: readonly (readonly number[])[], ends: ReadonlySet<number>): number | undefined {
  const seen = new Set<number>();
  let layer: readonly number[] = nextOf.at(-1) ?? [];
  for (let length = 1; layer.length > 0; length += 1) {
    if (layer.some((activity) => ends.has(activity))) return length;
    for (const activity of layer) seen.add(activity);
    layer = [...new Set(layer.flatMap((activity) => nextOf[activity]!))].filter((activity) => !seen.has(activity));
  }
  return undefined;
}
