// In: the instances of one log. Out: what directly follows what, how long it waits, and where work changes hands.
import type { LogColumns } from '../domain/log.ts';
import type { MinedLog, MinedPassing, MinedTransition } from '../domain/mined-log.ts';
import { createPairIds } from '../lib/pair-ids.ts';
import { groupDurations } from './mine-durations.ts';
import type { InstanceColumns } from './mine-instances.ts';
import { byCount, createTallies } from './mine-tallies.ts';

interface Follows {
  readonly transitions: number;
  /** For each instance the number of the transition that leads to it; -1 where a case starts. */
  readonly transitionOf: Int32Array;
  /** And how long it waited; 0 where a case starts. */
  readonly waitMs: Float64Array;
}

/** All transitions, most frequent first (equal ones in order of first appearance). */
export function mineTransitions(columns: LogColumns, instances: InstanceColumns): MinedTransition[] {
  const { length, caseOf, activityOf, resourceOf, startMs, endMs, rowOf } = instances;
  const pairs = createPairIds(columns.activities.length, columns.activities.length);
  const tallies = createTallies();
  const resourceChanges: number[] = [];
  const transitionOf = new Int32Array(length).fill(-1);
  const waitMs = new Float64Array(length);
  for (let at = 1; at < length; at += 1) {
    if (caseOf[at] !== caseOf[at - 1]) continue;
    const transition = pairs.idOf(activityOf[at - 1]!, activityOf[at]!);
    transitionOf[at] = transition;
    tallies.count(transition, rowOf[at]!);
    const wait = startMs[at]! - endMs[at - 1]!;
    waitMs[at] = wait > 0 ? wait : 0;
    const isChange = resourceOf[at]! >= 0 && resourceOf[at - 1]! >= 0 && resourceOf[at] !== resourceOf[at - 1];
    if (transition === resourceChanges.length) resourceChanges.push(0);
    if (isChange) resourceChanges[transition]! += 1;
  }
  const waits = groupDurations(transitionOf, waitMs, tallies.size());
  const passings = minePassings(columns, instances, { transitions: waits.length, transitionOf, waitMs });
  return tallies.ranked().map((transition) => ({
    source: pairs.firsts[transition]!,
    target: pairs.seconds[transition]!,
    count: tallies.countOf(transition),
    wait: waits[transition]!,
    resourceChanges: resourceChanges[transition]!,
    passings: passings.get(transition) ?? [],
    rows: tallies.rowsOf(transition),
  }));
}

/** Who hands over to whom, over all directly-follows pairs whose resources are both known. */
export function mineHandovers(
  columns: LogColumns,
  instances: InstanceColumns,
): Pick<MinedLog, 'resourceHandoffs' | 'selfHandovers'> {
  const { length, caseOf, resourceOf } = instances;
  const pairs = createPairIds(columns.resources.length, columns.resources.length);
  const counts: number[] = [];
  let selfHandovers = 0;
  for (let at = 1; at < length; at += 1) {
    const from = resourceOf[at - 1]!;
    const to = resourceOf[at]!;
    if (from < 0 || to < 0 || caseOf[at] !== caseOf[at - 1]) continue;
    if (from === to) {
      selfHandovers += 1;
      continue;
    }
    const id = pairs.idOf(from, to);
    if (id === counts.length) counts.push(1);
    else counts[id]! += 1;
  }
  const resourceHandoffs = byCount(counts).map((id) => ({
    from: columns.resources[pairs.firsts[id]!]!,
    to: columns.resources[pairs.seconds[id]!]!,
    count: counts[id]!,
  }));
  return { resourceHandoffs, selfHandovers };
}

/** By transition, work passing between different roles. */
function minePassings(
  { roles }: LogColumns,
  { length, roleOf, rowOf }: InstanceColumns,
  { transitions, transitionOf, waitMs }: Follows,
): Map<number, MinedPassing[]> {
  const found = new Map<number, MinedPassing[]>();
  if (roles.length === 0) return found;
  const rolePairs = createPairIds(roles.length, roles.length);
  const passings = createPairIds(transitions, roles.length * roles.length);
  const tallies = createTallies();
  const passingOf = new Int32Array(length).fill(-1);
  for (let at = 1; at < length; at += 1) {
    const from = roleOf[at - 1]!;
    const to = roleOf[at]!;
    if (transitionOf[at]! < 0 || from < 0 || to < 0 || from === to) continue;
    const passing = passings.idOf(transitionOf[at]!, rolePairs.idOf(from, to));
    passingOf[at] = passing;
    tallies.count(passing, rowOf[at]!);
  }
  const waits = groupDurations(passingOf, waitMs, tallies.size());
  for (const passing of tallies.ranked()) {
    const transition = passings.firsts[passing]!;
    const rolePair = passings.seconds[passing]!;
    found.set(transition, [
      ...(found.get(transition) ?? []),
      {
        from: roles[rolePairs.firsts[rolePair]!]!,
        to: roles[rolePairs.seconds[rolePair]!]!,
        count: tallies.countOf(passing),
        wait: waits[passing]!,
        rows: tallies.rowsOf(passing),
      },
    ]);
  }
  return found;
}
