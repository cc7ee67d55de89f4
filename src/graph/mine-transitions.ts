// In: the instances of one log. Out: what directly follows what, how long it waits, and where work changes hands.
import type { RowColumns } from '../domain/log.ts';
import type { MinedLog, MinedPassing, MinedTransition } from '../domain/mined-log.ts';
import { countPairs, type PairGroups, placesOf, rankGroups } from '../lib/count-pairs.ts';
import { groupSpans } from './mine-durations.ts';
import { type InstanceColumns, rowAt } from './mine-instances.ts';

/** All transitions, most frequent first (equal ones in order of first appearance). */
export function mineTransitions(columns: RowColumns, instances: InstanceColumns): MinedTransition[] {
  const pairs = countPairs(instances.activityOf, instances.activityOf, {
    firsts: columns.activities.length,
    seconds: columns.activities.length,
    within: instances.caseOf,
  });
  const waits = groupSpans(pairs, spansOf(instances));
  const changes = countChanges(pairs, instances.resourceOf);
  const passings = minePassings(columns, instances, pairs);
  return Array.from(rankGroups(pairs), (pair) => ({
    source: pairs.firstOf(pair),
    target: pairs.secondOf(pair),
    count: pairs.counts[pair]!,
    wait: waits[pair]!.durations,
    medianInterval: waits[pair]!.medianInterval,
    resourceChanges: changes[pair]!,
    passings: passings.get(pair) ?? [],
    rows: Array.from(placesOf(pairs, pair), (at) => rowAt(instances, at)),
  }));
}

/** From the end of each instance to the start of the next. */
const spansOf = ({ startMs, endMs }: InstanceColumns) => ({ fromMs: endMs, toMs: startMs, lag: 1 }) as const;

/** How often the two people of each pair are both known and differ. */
function countChanges({ groupOf, none }: PairGroups, resourceOf: Int32Array): Int32Array {
  const changes = new Int32Array(none + 1);
  for (let at = 1; at < groupOf.length; at += 1) {
    const from = resourceOf[at - 1]!;
    const to = resourceOf[at]!;
    if (from >= 0 && to >= 0 && from !== to) changes[groupOf[at]!]! += 1;
  }
  return changes;
}

/** Who hands over to whom, over all directly-follows pairs whose resources are both known. */
export function mineHandovers(
  { resources }: RowColumns,
  { caseOf, resourceOf }: InstanceColumns,
): Pick<MinedLog, 'resourceHandoffs' | 'selfHandovers'> {
  const people = { firsts: resources.length, seconds: resources.length };
  const pairs = countPairs(resourceOf, resourceOf, { ...people, within: caseOf });
  const resourceHandoffs: MinedLog['resourceHandoffs'][number][] = [];
  let selfHandovers = 0;
  for (const pair of rankGroups(pairs)) {
    const [from, to, count] = [pairs.firstOf(pair), pairs.secondOf(pair), pairs.counts[pair]!];
    if (from === to) selfHandovers += count;
    else resourceHandoffs.push({ from: resources[from]!, to: resources[to]!, count });
  }
  return { resourceHandoffs, selfHandovers };
}

/** By pair of activities, work passing between different roles. */
function minePassings(
  { roles }: RowColumns,
  instances: InstanceColumns,
  pairs: PairGroups,
): Map<number, MinedPassing[]> {
  const found = new Map<number, MinedPassing[]>();
  if (roles.length === 0) return found;
  const rolePairs = countPairs(instances.roleOf, instances.roleOf, {
    firsts: roles.length,
    seconds: roles.length,
    within: instances.caseOf,
  });
  const sizes = { firsts: pairs.none, seconds: rolePairs.none };
  const passings = countPairs(pairs.groupOf, rolePairs.groupOf, sizes);
  const waits = groupSpans(passings, spansOf(instances));
  for (const passing of rankGroups(passings)) {
    const [pair, rolePair] = [passings.firstOf(passing), passings.secondOf(passing)];
    const [from, to] = [rolePairs.firstOf(rolePair), rolePairs.secondOf(rolePair)];
    if (from === to) continue;
    const others = found.get(pair) ?? [];
    if (others.length === 0) found.set(pair, others);
    others.push({
      from: roles[from]!,
      to: roles[to]!,
      count: passings.counts[passing]!,
      wait: waits[passing]!.durations,
      rows: Array.from(placesOf(passings, passing), (at) => rowAt(instances, at)),
    });
  }
  return found;
}
