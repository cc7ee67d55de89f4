// In: spans of time and the group each belongs to. Out: the distribution of each group.
import type { Durations } from '../domain/graph.ts';
import type { MedianInterval } from '../domain/waiting.ts';
import { findSpread, selectTwo } from '../lib/quantiles.ts';
import { findRankInterval } from './median-interval.ts';

/** The span at a place lasts from fromMs[place - lag] to toMs[place]; one that ends before it begins has no length. */
export interface Spans {
  readonly fromMs: Float64Array;
  readonly toMs: Float64Array;
  readonly lag: 0 | 1;
}

/** Places by group; `none` is the number of those that belong to no group, and `counts` has an entry for it as well. */
export interface GroupedPlaces {
  readonly groupOf: Int32Array;
  readonly none: number;
  readonly counts: Int32Array;
}

export interface SpanGroup {
  readonly durations: Durations;
  /** Null below five spans. */
  readonly medianInterval: MedianInterval | null;
}

/**
 * The distribution of the spans of each group, exact; undefined for a group without any. Three passes however many
 * groups there are: bounds, then how many lie where between them, then only those that lie where a quantile does.
 */
export function groupSpans({ groupOf, none, counts }: GroupedPlaces, spans: Spans): (SpanGroup | undefined)[] {
  const bounds = findBounds({ groupOf, none }, spans);
  const buckets = planBuckets(bounds, { none, counts });
  countBuckets(groupOf, bounds, buckets);
  const sought = seekQuantiles(counts, buckets);
  const gathered = gather(spans, bounds.bits, sought);
  const read = (quantile: Found): number => readQuantile(quantile, buckets.counts, { ...sought, gathered });
  return Array.from({ length: none }, (_, group): SpanGroup | undefined => {
    const n = counts[group]!;
    if (n === 0) return undefined;
    const sumMs = bounds.sums[group]!;
    const [median, p90, ...ends] = sought.found[group]!;
    const durations = {
      n,
      sumMs,
      meanMs: sumMs / n,
      medianMs: read(median),
      minMs: bounds.least[group]!,
      maxMs: bounds.largest[group]!,
      p90Ms: read(p90),
    };
    const [low, high] = ends;
    const coverage01 = findRankInterval(n)?.coverage01;
    const isKnown = low !== undefined && high !== undefined && coverage01 !== undefined;
    return { durations, medianInterval: isKnown ? { lowMs: read(low), highMs: read(high), coverage01 } : null };
  });
}

// A float32 of the span and one more keeps the order, and its bits count up with it, more finely where spans are short:
// waits spread over many orders of magnitude, and in equal parts nearly all would lie in the first.
function findBounds({ groupOf, none }: Pick<GroupedPlaces, 'groupOf' | 'none'>, { fromMs, toMs, lag }: Spans) {
  const rounded = new Float32Array(groupOf.length);
  const bounds = {
    sums: new Float64Array(none + 1),
    least: new Float64Array(none + 1).fill(Number.POSITIVE_INFINITY),
    largest: new Float64Array(none + 1).fill(Number.NEGATIVE_INFINITY),
    bits: new Int32Array(rounded.buffer),
  };
  widenBounds(groupOf, { fromMs, toMs, lag }, { ...bounds, rounded });
  return bounds;
}

type Bounds = ReturnType<typeof findBounds>;

function widenBounds(
  groupOf: Int32Array,
  { fromMs, toMs, lag }: Spans,
  { sums, least, largest, rounded }: Bounds & { rounded: Float32Array },
): void {
  for (let at = lag; at < groupOf.length; at += 1) {
    const group = groupOf[at]!;
    const lengthMs = toMs[at]! - fromMs[at - lag]!;
    const spanMs = lengthMs > 0 ? lengthMs : 0;
    sums[group]! += spanMs;
    if (spanMs < least[group]!) least[group] = spanMs;
    if (spanMs > largest[group]!) largest[group] = spanMs;
    rounded[at] = spanMs + 1;
  }
}

/** Each group has some buckets of its own, fewer where it has few spans. */
function planBuckets({ least, largest }: Bounds, { none, counts }: Pick<GroupedPlaces, 'none' | 'counts'>) {
  const starts = new Int32Array(none + 2);
  const lowBits = new Int32Array(none + 1);
  const shifts = new Int32Array(none + 1).fill(31);
  const bitsOf = (spanMs: number): number => new Int32Array(Float32Array.of(spanMs + 1).buffer)[0]!;
  for (let group = 0; group <= none; group += 1) {
    let buckets = 1;
    if (group < none && counts[group]! > 0) {
      lowBits[group] = bitsOf(least[group]!);
      const range = bitsOf(largest[group]!) - lowBits[group]!;
      const wanted = Math.min(MOST_BUCKETS, counts[group]! / 4);
      let shift = 0;
      while (range >> shift >= wanted && range >> shift > 0) shift += 1;
      shifts[group] = shift;
      buckets = (range >> shift) + 1;
    }
    starts[group + 1] = starts[group]! + (counts[group] === 0 ? 0 : buckets);
  }
  return { starts, lowBits, shifts, counts: new Int32Array(starts[none + 1]!) };
}

const MOST_BUCKETS = 1024;

type Buckets = ReturnType<typeof planBuckets>;

/** Replaces the bits by the bucket of each place. */
function countBuckets(groupOf: Int32Array, { bits }: Bounds, { starts, lowBits, shifts, counts }: Buckets): void {
  for (let at = 0; at < groupOf.length; at += 1) {
    const group = groupOf[at]!;
    const bucket = starts[group]! + ((bits[at]! - lowBits[group]!) >> shifts[group]!);
    bits[at] = bucket;
    counts[bucket]! += 1;
  }
}

/** For each group the buckets its quantiles lie in, and where the spans of those are to be gathered (-1: nowhere). */
function seekQuantiles(groups: Int32Array, { starts, counts }: Buckets) {
  const nextOf = new Int32Array(counts.length).fill(-1);
  let total = 0;
  const want = (bucket: number): void => {
    if (nextOf[bucket]! >= 0) return;
    nextOf[bucket] = total;
    total += counts[bucket]!;
  };
  const found: Partial<Record<number, Quantiles>> = {};
  for (let group = 0; group + 2 < starts.length; group += 1) {
    const [n, from] = [groups[group]!, starts[group]!];
    if (n === 0) continue;
    const rank = findRankInterval(n)?.rank;
    const quantiles: Quantiles = [
      findBuckets({ from, tenths: (n - 1) * 5 }, counts),
      findBuckets({ from, tenths: (n - 1) * 9 }, counts),
      ...(rank === undefined ? [] : [rank - 1, n - rank].map((at) => findBuckets({ from, tenths: at * 10 }, counts))),
    ];
    for (const { bucket, next } of quantiles) {
      want(bucket);
      want(next);
    }
    found[group] = quantiles;
  }
  return { nextOf, total, found };
}

/** The buckets of the two spans a quantile lies between, the place of the lower one in its own, and tenths of the way. */
interface Found {
  readonly bucket: number;
  readonly next: number;
  readonly place: number;
  readonly rest: number;
}

type Quantiles = readonly [median: Found, p90: Found, ...ends: Found[]];

interface Sought {
  /** The first bucket of the group. */
  readonly from: number;
  /** The place among the spans of the group if they were sorted; in tenths, so that whole numbers stay whole. */
  readonly tenths: number;
}

function findBuckets({ from, tenths }: Sought, counts: Int32Array): Found {
  const rest = tenths % 10;
  const place = (tenths - rest) / 10;
  let bucket = from;
  let before = 0;
  while (before + counts[bucket]! <= place) {
    before += counts[bucket]!;
    bucket += 1;
  }
  let next = bucket;
  if (rest > 0 && place + 1 === before + counts[bucket]!)
    do next += 1;
    while (counts[next] === 0);
  return { bucket, next, place: place - before, rest };
}

function gather({ fromMs, toMs, lag }: Spans, bits: Int32Array, { nextOf, total }: ReturnType<typeof seekQuantiles>) {
  const gathered = new Float64Array(total);
  for (let at = lag; at < bits.length; at += 1) {
    const bucket = bits[at]!;
    const place = nextOf[bucket]!;
    if (place < 0) continue;
    const lengthMs = toMs[at]! - fromMs[at - lag]!;
    gathered[place] = lengthMs > 0 ? lengthMs : 0;
    nextOf[bucket] = place + 1;
  }
  return gathered;
}

function readQuantile(
  { bucket, next, place, rest }: Found,
  counts: Int32Array,
  { nextOf, gathered }: { nextOf: Int32Array; gathered: Float64Array },
): number {
  const spansOf = (one: number): Float64Array => gathered.subarray(nextOf[one]! - counts[one]!, nextOf[one]);
  const [low, after] = selectTwo(spansOf(bucket), place);
  if (rest === 0) return low;
  const high = next === bucket ? after : selectTwo(spansOf(next), 0)[0];
  return low + ((high - low) * rest) / 10;
}

/** The distribution of all values; null when there is none. */
export function allDurations(valuesMs: Float64Array): Durations | null {
  if (valuesMs.length === 0) return null;
  const { sum, min, median, p90, max } = findSpread(valuesMs, 0, valuesMs.length);
  const n = valuesMs.length;
  return { n, sumMs: sum, meanMs: sum / n, medianMs: median, minMs: min, maxMs: max, p90Ms: p90 };
}
