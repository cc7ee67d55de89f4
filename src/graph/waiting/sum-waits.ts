// In: each wait, split by cause. Out: the sums by transition, by pair of activities, and of the whole log.
import type { RowColumns } from '../../domain/log.ts';
import type { ExplainedPair, ExplainedTransition, WaitingReport, WaitTotals } from '../../domain/waiting.ts';
import type { InstanceColumns } from '../mine-instances.ts';
import { countPairs, listGroups, type PairGroups } from '../../lib/count-pairs.ts';
import { measureEfficiency } from './efficiency.ts';
import type { Enabling } from './find-enabling.ts';
import type { SplitWaits } from './split-waits.ts';

export interface ExplainedWaits {
  readonly enabling: Enabling;
  readonly waits: SplitWaits;
}

export function sumWaits(columns: RowColumns, instances: InstanceColumns, explained: ExplainedWaits): WaitingReport {
  const { transitions, pairs, totals, handoffs } = group(columns, instances, explained);
  let processingMs = 0;
  for (const spentMs of instances.processingMs ?? []) processingMs += Number.isNaN(spentMs) ? 0 : spentMs;
  return {
    transitions: rank(transitions),
    byActivityPair: rank(pairs),
    totals,
    handoffs,
    ...measureEfficiency(totals, processingMs),
  };
}

type Sums = { -readonly [Field in keyof WaitTotals]: WaitTotals[Field] };

const startSums = (): Sums => ({
  count: 0,
  totalMs: 0,
  batchingMs: 0,
  contentionMs: 0,
  prioritisationMs: 0,
  unavailabilityMs: 0,
  extraneousMs: 0,
});

function group(columns: RowColumns, instances: InstanceColumns, { enabling, waits }: ExplainedWaits) {
  const { pairs, people, groups } = groupWaits(columns, instances, enabling);
  const ids = listGroups(groups);
  const idOf = new Int32Array(groups.none + 1).fill(-1);
  ids.forEach((one, id) => (idOf[one] = id));
  const sums = sumByGroup({ instances, enabling, waits }, { groupOf: groups.groupOf, idOf, size: ids.length });
  const casesOf = listCases(groups, { idOf, size: ids.length, caseOf: instances.caseOf });
  const totals = startSums();
  const handoffs = startSums();
  const sumsOfPair = new Map<number, Sums>();
  const nameOf = (activity: number): string => columns.activities[activity]!;
  const personOf = (number: number): string | null => columns.resources[number - 1] ?? null;
  const transitions = Array.from(ids, (one, id): ExplainedTransition => {
    const [pair, both] = [groups.firstOf(one), groups.secondOf(one)];
    const ofPair = sumsOfPair.get(pair) ?? startSums();
    sumsOfPair.set(pair, ofPair);
    const waited = sums(id);
    for (const into of [totals, ofPair]) add(into, waited);
    if (people.firstOf(both) !== people.secondOf(both)) add(handoffs, waited);
    return {
      source: nameOf(pairs.firstOf(pair)),
      target: nameOf(pairs.secondOf(pair)),
      sourceResource: personOf(people.firstOf(both)),
      targetResource: personOf(people.secondOf(both)),
      ...waited,
      cases: casesOf(id),
    };
  });
  const casesOfPair = countCasesOf(pairs, instances.caseOf);
  const byPair = Array.from(sumsOfPair, ([pair, ofPair]): ExplainedPair => {
    const names = { source: nameOf(pairs.firstOf(pair)), target: nameOf(pairs.secondOf(pair)) };
    return { ...names, ...ofPair, cases: casesOfPair[pair]! };
  });
  return { totals, handoffs, pairs: byPair, transitions };
}

/** Waits by source and target, and by the two people, numbered from 1 with 0 for nobody. */
function groupWaits({ activities, resources }: RowColumns, instances: InstanceColumns, { sourceOf }: Enabling) {
  const { activityOf, resourceOf } = instances;
  const sourceActivity = sourceOf.map((source) => (source < 0 ? -1 : activityOf[source]!));
  const sourcePerson = sourceOf.map((source) => (source < 0 ? -1 : resourceOf[source]! + 1));
  const person = resourceOf.map((resource) => resource + 1);
  const [kinds, everybody] = [activities.length, resources.length + 1];
  const pairs = countPairs(sourceActivity, activityOf, { firsts: kinds, seconds: kinds });
  const people = countPairs(sourcePerson, person, { firsts: everybody, seconds: everybody });
  const groups = countPairs(pairs.groupOf, people.groupOf, { firsts: pairs.none, seconds: people.none });
  return { pairs, people, groups };
}

interface Numbered {
  readonly groupOf: Int32Array;
  /** By group its number among those that occur, or -1. */
  readonly idOf: Int32Array;
  readonly size: number;
}

function sumByGroup(
  { instances, enabling, waits }: ExplainedWaits & { instances: InstanceColumns },
  { groupOf, idOf, size }: Numbered,
): (id: number) => WaitTotals {
  const column = (): Float64Array => new Float64Array(size);
  const [count, total, batching, contention, prioritisation, unavailability] = [
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
  ] as const;
  for (let item = 0; item < instances.length; item += 1) {
    const id = idOf[groupOf[item]!]!;
    if (id < 0) continue;
    count[id]! += 1;
    total[id]! += instances.startMs[item]! - enabling.enabledMs[item]!;
    batching[id]! += waits.batchingMs[item]!;
    contention[id]! += waits.contentionMs[item]!;
    prioritisation[id]! += waits.prioritisationMs[item]!;
    unavailability[id]! += waits.unavailabilityMs[item]!;
  }
  return (id) => {
    const explainedMs = batching[id]! + contention[id]! + prioritisation[id]! + unavailability[id]!;
    return {
      count: count[id]!,
      totalMs: total[id]!,
      batchingMs: batching[id]!,
      contentionMs: contention[id]!,
      prioritisationMs: prioritisation[id]!,
      unavailabilityMs: unavailability[id]!,
      extraneousMs: total[id]! - explainedMs,
    };
  };
}

/** The cases of each group, ascending, each once: instances stand grouped by case, so a case is new or the last one. */
function listCases(
  { groupOf, counts }: PairGroups,
  { idOf, size, caseOf }: Omit<Numbered, 'groupOf'> & { caseOf: Int32Array },
): (id: number) => number[] {
  const starts = new Int32Array(size + 1);
  idOf.forEach((id, group) => id >= 0 && (starts[id + 1] = counts[group]!));
  for (let id = 0; id < size; id += 1) starts[id + 1]! += starts[id]!;
  const next = starts.slice(0, size);
  const cases = new Int32Array(starts[size]!);
  for (let item = 0; item < groupOf.length; item += 1) {
    const id = idOf[groupOf[item]!]!;
    if (id < 0) continue;
    const place = next[id]!;
    if (place > starts[id]! && cases[place - 1] === caseOf[item]) continue;
    cases[place] = caseOf[item]!;
    next[id] = place + 1;
  }
  return (id) => [...cases.subarray(starts[id], next[id])];
}

function countCasesOf({ groupOf, none }: PairGroups, caseOf: Int32Array): Int32Array {
  const cases = new Int32Array(none + 1);
  const lastCase = new Int32Array(none + 1).fill(-1);
  for (let item = 0; item < groupOf.length; item += 1) {
    const pair = groupOf[item]!;
    if (lastCase[pair] === caseOf[item]) continue;
    lastCase[pair] = caseOf[item]!;
    cases[pair]! += 1;
  }
  return cases;
}

function add(sums: Sums, wait: WaitTotals): void {
  sums.count += wait.count;
  sums.totalMs += wait.totalMs;
  sums.batchingMs += wait.batchingMs;
  sums.contentionMs += wait.contentionMs;
  sums.prioritisationMs += wait.prioritisationMs;
  sums.unavailabilityMs += wait.unavailabilityMs;
  sums.extraneousMs += wait.extraneousMs;
}

type PairNames = Pick<ExplainedPair, 'source' | 'target'>;
type TransitionNames = PairNames & Pick<ExplainedTransition, 'sourceResource' | 'targetResource'>;

/** The longest waiting first, then by name. */
function rank<T extends PairNames & WaitTotals & Partial<TransitionNames>>(groups: readonly T[]): T[] {
  const nameOf = (one: T): string => JSON.stringify([one.source, one.target, one.sourceResource, one.targetResource]);
  const named = groups.map((one) => ({ one, name: nameOf(one) }));
  named.sort((a, b) => b.one.totalMs - a.one.totalMs || b.one.count - a.one.count || (a.name < b.name ? -1 : 1));
  return named.map(({ one }) => one);
}
