// In: each wait, split by cause. Out: the sums by transition, by pair of activities, and of the whole log.
import type { LogColumns } from '../../domain/log.ts';
import type { ExplainedPair, ExplainedTransition, WaitingReport, WaitTotals } from '../../domain/waiting.ts';
import type { InstanceColumns } from '../mine-instances.ts';
import { measureEfficiency } from './efficiency.ts';
import type { Enabling } from './find-enabling.ts';
import type { SplitWaits } from './split-waits.ts';

export interface ExplainedWaits {
  readonly enabling: Enabling;
  readonly waits: SplitWaits;
}

export function sumWaits(columns: LogColumns, instances: InstanceColumns, explained: ExplainedWaits): WaitingReport {
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

interface Group<Names> {
  readonly names: Names;
  readonly sums: Sums;
  readonly cases: number[];
}

type PairNames = Pick<ExplainedPair, 'source' | 'target'>;
type TransitionNames = PairNames & Pick<ExplainedTransition, 'sourceResource' | 'targetResource'>;

function group(columns: LogColumns, instances: InstanceColumns, { enabling, waits }: ExplainedWaits) {
  const { activityOf, resourceOf, caseOf } = instances;
  const nameOf = (item: number): string => columns.activities[activityOf[item]!]!;
  const personOf = (item: number): string | null => columns.resources[resourceOf[item]!] ?? null;
  const totals = startSums();
  const handoffs = startSums();
  const pairs = new Map<number, Group<PairNames>>();
  const transitions = new Map<number, Map<number, Group<TransitionNames>>>();
  // Instances stand grouped by case, so a case is new to a group or the last it got.
  for (let item = 0; item < instances.length; item += 1) {
    const source = enabling.sourceOf[item]!;
    if (source < 0) continue;
    const pairKey = activityOf[source]! * columns.activities.length + activityOf[item]!;
    const people = (resourceOf[source]! + 1) * (columns.resources.length + 1) + resourceOf[item]! + 1;
    const names = (): PairNames => ({ source: nameOf(source), target: nameOf(item) });
    const pair = groupFor(pairs, pairKey, names);
    const ofPair = transitions.get(pairKey) ?? new Map<number, Group<TransitionNames>>();
    if (ofPair.size === 0) transitions.set(pairKey, ofPair);
    const transition = groupFor(ofPair, people, () => ({
      ...names(),
      sourceResource: personOf(source),
      targetResource: personOf(item),
    }));
    const wait = waitOf(item);
    for (const sums of [totals, pair.sums, transition.sums]) add(sums, wait);
    if (resourceOf[source] !== resourceOf[item]) add(handoffs, wait);
    for (const { cases } of [pair, transition]) if (cases.at(-1) !== caseOf[item]) cases.push(caseOf[item]!);
  }
  return {
    totals,
    handoffs,
    pairs: [...pairs.values()].map(({ names, sums, cases }) => ({ ...names, ...sums, cases: cases.length })),
    transitions: [...transitions.values()].flatMap((ofPair) =>
      [...ofPair.values()].map(({ names, sums, cases }) => ({ ...names, ...sums, cases })),
    ),
  };

  function waitOf(item: number): WaitTotals {
    const totalMs = instances.startMs[item]! - enabling.enabledMs[item]!;
    const batchingMs = waits.batchingMs[item]!;
    const contentionMs = waits.contentionMs[item]!;
    const prioritisationMs = waits.prioritisationMs[item]!;
    const unavailabilityMs = waits.unavailabilityMs[item]!;
    const extraneousMs = totalMs - batchingMs - contentionMs - prioritisationMs - unavailabilityMs;
    return { count: 1, totalMs, batchingMs, contentionMs, prioritisationMs, unavailabilityMs, extraneousMs };
  }
}

function groupFor<Names>(groups: Map<number, Group<Names>>, key: number, names: () => Names): Group<Names> {
  const found = groups.get(key);
  if (found) return found;
  const made = { names: names(), sums: startSums(), cases: [] };
  groups.set(key, made);
  return made;
}

function add(sums: Sums, wait: WaitTotals): void {
  sums.count += 1;
  sums.totalMs += wait.totalMs;
  sums.batchingMs += wait.batchingMs;
  sums.contentionMs += wait.contentionMs;
  sums.prioritisationMs += wait.prioritisationMs;
  sums.unavailabilityMs += wait.unavailabilityMs;
  sums.extraneousMs += wait.extraneousMs;
}

/** The longest waiting first, then by name. */
function rank<T extends PairNames & WaitTotals & Partial<TransitionNames>>(groups: readonly T[]): T[] {
  const nameOf = (one: T): string => JSON.stringify([one.source, one.target, one.sourceResource, one.targetResource]);
  const named = groups.map((one) => ({ one, name: nameOf(one) }));
  named.sort((a, b) => b.one.totalMs - a.one.totalMs || b.one.count - a.one.count || (a.name < b.name ? -1 : 1));
  return named.map(({ one }) => one);
}
