// In: what was mined of a process's performance. Out: the report, with names, sentences, evidence and definitions.
import type { ActivityId, TransitionId } from '../../domain/ids.ts';
import type { Performance } from '../../domain/performance.ts';
import type { JoinedLogs } from '../../graph/performance/join-logs.ts';
import type { MinedPerformance } from '../../graph/performance/mine-performance.ts';
import { sayCount } from '../say.ts';
import { PERFORMANCE_DEFINITIONS } from './definitions.ts';
import { sayBatches, sayPingPong, sayRepeats } from './say-performance.ts';

export interface Scope {
  readonly process: string;
  /** The cases in words. */
  readonly scope: string;
  /** Where things stand on the map; undefined for what is not there. */
  readonly findActivity: (label: string) => ActivityId | undefined;
  readonly findTransition: (source: string, target: string) => TransitionId | undefined;
  /** Of each list, how many entries at most. */
  readonly limit: number;
}

export function describePerformance(mined: MinedPerformance, joined: JoinedLogs, scope: Scope): Performance {
  const { repeats, pingPongs, batches, enabled, ...counted } = mined;
  const { throughput, cycleBars, ...rest } = counted;
  return {
    schema: 'mirror-performance/1',
    process: scope.process,
    scope: scope.scope,
    ...rest,
    throughput: { ...throughput, periods: [...throughput.periods] },
    cycleBars: [...cycleBars],
    repeats: cut(repeats, scope, (one) => describeRepeats(one, joined, scope)),
    pingPongs: cut(pingPongs, scope, (one) => describePingPong(one, joined, scope)),
    batches: cut(batches, scope, (one) => describeBatches(one, joined, scope)),
    enabled: enabled && {
      first: enabled.first,
      ...cut(enabled.transitions, scope, ({ source, target, count, wait, places }) => ({
        ...nameWay(source, target, joined, scope),
        count,
        direct: enabled.countDirect(source, target),
        wait,
        evidence: joined.cite(places, count),
      })),
    },
    definitions: PERFORMANCE_DEFINITIONS,
    notes: listNotes(joined),
  };
}

function cut<Mined, Entry>(all: readonly Mined[], { limit }: Scope, describe: (one: Mined) => Entry) {
  return { total: all.length, list: all.slice(0, limit).map(describe) };
}

type Repeats = MinedPerformance['repeats'][number];

function describeRepeats(
  { activity, loops, count, cases, ofCases, places }: Repeats,
  joined: JoinedLogs,
  scope: Scope,
) {
  const bySame = loops.selfLoopRepeats + loops.repetitionRepeats;
  const byOther = loops.selfLoopRedos + loops.repetitionRedos;
  const found = {
    ...nameActivity(activity, joined, scope),
    cases,
    ofCases,
    atOnce: loops.selfLoopSize,
    later: loops.repetitions,
    bySame,
    byOther,
    byUnknown: count - bySame - byOther,
    evidence: joined.cite(places, count),
  };
  return { ...found, sentence: sayRepeats(found) };
}

type MinedPair = MinedPerformance['pingPongs'][number];

function describePingPong({ first, second, count, cases, places }: MinedPair, joined: JoinedLogs, scope: Scope) {
  const { source, target, transitionId } = nameWay(first, second, joined, scope);
  const found = {
    first: source,
    second: target,
    transitionId,
    count,
    cases,
    evidence: joined.cite(places, count),
  };
  return { ...found, sentence: sayPingPong(found) };
}

type MinedBatch = MinedPerformance['batches'][number];

function describeBatches({ activity, resource, places, ...counts }: MinedBatch, joined: JoinedLogs, scope: Scope) {
  const found = {
    ...nameActivity(activity, joined, scope),
    resource: joined.resources[resource]!,
    ...counts,
    evidence: joined.cite(places, counts.instances),
  };
  return { ...found, sentence: sayBatches(found) };
}

function nameActivity(number: number, { activities }: JoinedLogs, { findActivity }: Scope) {
  const activity = activities[number]!;
  return { activity, activityId: findActivity(activity) ?? null };
}

function nameWay(from: number, to: number, { activities }: JoinedLogs, { findTransition }: Scope) {
  const [source, target] = [activities[from]!, activities[to]!];
  return { source, target, transitionId: findTransition(source, target) ?? null };
}

function listNotes({ instances: { processingMs, length }, resources }: JoinedLogs): string[] {
  const untimed = processingMs === null ? length : processingMs.reduce((sum, ms) => sum + Number(Number.isNaN(ms)), 0);
  return [
    ...(untimed === length ? [NO_STARTS] : []),
    ...(untimed > 0 && untimed < length
      ? [
          `${sayCount(untimed, 'instance')} of ${length} have one time only and count as done at once; processing time is more than what is said here.`,
        ]
      : []),
    ...(resources.length === 0 ? ['The log does not say who does what, so batches cannot be told.'] : []),
  ];
}

const NO_STARTS =
  'The log has one time per event, so nobody is seen at work: how much of the cycle time is work cannot be told.';
