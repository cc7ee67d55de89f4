// In: the instances of one log. Out: where one person works several instances of an activity off together.
import type { BatchKind } from '../domain/performance.ts';
import { countPairs, rankGroups } from '../lib/count-pairs.ts';
import { sortRange } from '../lib/sort-range.ts';
import { bucketBy, forEachBucket } from './waiting/buckets.ts';
import type { InstanceColumns } from './mine-instances.ts';

export interface MinedBatches {
  readonly activity: number;
  readonly resource: number;
  readonly kind: BatchKind;
  /** How many batches, and how many instances are in them. */
  readonly batches: number;
  readonly instances: number;
  /** Instances of the largest one, the first of equals; the first five of them are in `places`. */
  readonly largest: number;
  readonly places: readonly number[];
  /** Instances of the activity by this person, in batches or not. */
  readonly ofInstances: number;
}

/** Two instances belong together when no more than this lies between the end of one and the start of the other. */
const MERGE_DISTANCE_MS = 15 * 60_000;

/**
 * Batches of two or more instances of one activity by one person, over all cases; the pair that does most of the
 * activity first, then by kind in the order of BatchKind. Instances without a length count too: they are done at once.
 */
export function mineBatches(
  instances: InstanceColumns,
  { activities, resources, mergeDistanceMs = MERGE_DISTANCE_MS }: BatchOptions,
): MinedBatches[] {
  const { activityOf, resourceOf, startMs, endMs, length } = instances;
  const pairs = countPairs(activityOf, resourceOf, { firsts: activities, seconds: resources });
  const byStart = (a: number, b: number): number => startMs[a]! - startMs[b]! || endMs[a]! - endMs[b]! || a - b;
  const everything = new Int32Array(length).map((_, at) => at);
  const found = new Map<number, MinedBatches[]>();
  forEachBucket(bucketBy(everything, pairs.groupOf, pairs.none), (items, pair) => {
    const counted = new Map<BatchKind, Counted>();
    sortRange(items, { from: 0, to: items.length }, byStart);
    for (const batch of cutBatches(items, instances, mergeDistanceMs)) {
      const kind = tellKind(batch, instances);
      counted.set(kind, addBatch(counted.get(kind) ?? NONE, batch));
    }
    const who = { activity: pairs.firstOf(pair), resource: pairs.secondOf(pair), ofInstances: items.length };
    found.set(
      pair,
      KINDS.flatMap((kind) => (counted.has(kind) ? [{ ...who, kind, ...counted.get(kind)! }] : [])),
    );
  });
  return Array.from(rankGroups(pairs), (pair) => found.get(pair) ?? []).flat();
}

export interface BatchOptions {
  readonly activities: number;
  readonly resources: number;
  readonly mergeDistanceMs?: number;
}

type Counted = Pick<MinedBatches, 'batches' | 'instances' | 'largest' | 'places'>;

const NONE: Counted = { batches: 0, instances: 0, largest: 0, places: [] };

const addBatch = (before: Counted, batch: Int32Array): Counted => ({
  ...(batch.length > before.largest ? { largest: batch.length, places: [...batch.subarray(0, 5)] } : before),
  batches: before.batches + 1,
  instances: before.instances + batch.length,
});

const KINDS: readonly BatchKind[] = ['simultaneous', 'at-start', 'at-end', 'sequential', 'concurrent'];

function cutBatches(items: Int32Array, { startMs, endMs }: InstanceColumns, mergeDistanceMs: number): Int32Array[] {
  const batches: Int32Array[] = [];
  let from = 0;
  let untilMs = Number.NEGATIVE_INFINITY;
  for (let at = 0; at <= items.length; at += 1) {
    if (at < items.length && (at === from || startMs[items[at]!]! - untilMs <= mergeDistanceMs)) {
      untilMs = Math.max(untilMs, endMs[items[at]!]!);
      continue;
    }
    if (at - from > 1) batches.push(items.subarray(from, at));
    from = at;
    if (at < items.length) untilMs = endMs[items[at]!]!;
  }
  return batches;
}

function tellKind(batch: Int32Array, { startMs, endMs }: InstanceColumns): BatchKind {
  const [first] = batch;
  const isStartShared = batch.every((item) => startMs[item] === startMs[first!]);
  const isEndShared = batch.every((item) => endMs[item] === endMs[first!]);
  if (isStartShared) return isEndShared ? 'simultaneous' : 'at-start';
  if (isEndShared) return 'at-end';
  const isInTurn = batch.every((item, at) => at === 0 || startMs[item]! >= endMs[batch[at - 1]!]!);
  return isInTurn ? 'sequential' : 'concurrent';
}
