// In: the instances of one log. Out: transitions that leave out what runs side by side.
import type { Durations } from '../domain/graph.ts';
import { countPairs, placesOf, rankGroups } from '../lib/count-pairs.ts';
import { groupSpans } from './mine-durations.ts';
import type { InstanceColumns } from './mine-instances.ts';

export interface EnabledTransition {
  readonly source: number;
  readonly target: number;
  readonly count: number;
  /** From the end of the source to the start of the target. */
  readonly wait: Durations;
  /** Of the first five targets. */
  readonly places: readonly number[];
}

export interface EnabledFlow {
  /** The most frequent first, equal ones in order of first appearance. */
  readonly transitions: readonly EnabledTransition[];
  /** Instances that begin before anything else of their case has ended. */
  readonly first: number;
}

/**
 * What follows what where an instance that overlaps another is not taken for its predecessor: the source of an instance
 * is the instance of its case that had ended last when it began (of several that ended then, the last in the log).
 */
export function mineEnabled(instances: InstanceColumns, activities: number): EnabledFlow {
  const { length, activityOf, startMs } = instances;
  const sourceOf = findSources(instances);
  const sourceActivity = sourceOf.map((source) => (source < 0 ? -1 : activityOf[source]!));
  const sourceEndMs = new Float64Array(length);
  let first = 0;
  for (let at = 0; at < length; at += 1) {
    const source = sourceOf[at]!;
    if (source < 0) first += 1;
    else sourceEndMs[at] = instances.endMs[source]!;
  }
  const pairs = countPairs(sourceActivity, activityOf, { firsts: activities, seconds: activities });
  const waits = groupSpans(pairs, { fromMs: sourceEndMs, toMs: startMs, lag: 0 });
  const transitions = Array.from(rankGroups(pairs), (pair) => ({
    source: pairs.firstOf(pair),
    target: pairs.secondOf(pair),
    count: pairs.counts[pair]!,
    wait: waits[pair]!.durations,
    places: [...placesOf(pairs, pair)],
  }));
  return { transitions, first };
}

/**
 * For each instance its source, or -1. Instances of a case stand in order of start, so what had ended when one began has
 * ended when the next begins as well: each leaves the list of those under way once.
 */
function findSources({ length, caseOf, startMs, endMs }: InstanceColumns): Int32Array {
  const sourceOf = new Int32Array(length).fill(-1);
  let underWay: number[] = [];
  let lastEnded = -1;
  for (let at = 0; at < length; at += 1) {
    if (at === 0 || caseOf[at] !== caseOf[at - 1]) {
      underWay = [];
      lastEnded = -1;
    }
    underWay = underWay.filter((other) => {
      if (endMs[other]! > startMs[at]!) return true;
      if (
        lastEnded < 0 ||
        endMs[other]! > endMs[lastEnded]! ||
        (endMs[other] === endMs[lastEnded] && other > lastEnded)
      )
        lastEnded = other;
      return false;
    });
    sourceOf[at] = lastEnded;
    underWay.push(at);
  }
  return sourceOf;
}
