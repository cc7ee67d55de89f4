// Exact quantiles without sorting: the values are counted by where they lie between the least and the largest, and only
// those that lie where a quantile does are looked at again. Linear, where sorting a million floats takes 70 ms.

export interface Spread {
  readonly sum: number;
  readonly min: number;
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

/**
 * Sum, least and largest, median and 90th percentile of `values[from..to)`, all exact; linear between the two nearest
 * values (so the median of an even count is the mean of the middle two). The slice must hold at least one value and
 * only finite ones.
 */
export function findSpread(values: Float64Array, from: number, to: number): Spread {
  const all = values.subarray(from, to);
  const { sum, min, max } = findBounds(all);
  if (all.length <= FEW) {
    const sorted = all.toSorted();
    return { sum, min, max, median: takeQuantile(sorted, 5), p90: takeQuantile(sorted, 9) };
  }
  const counted = countBuckets(all, min, max);
  return { sum, min, max, median: findQuantile(all, counted, 5), p90: findQuantile(all, counted, 9) };
}

const FEW = 64;
const BUCKETS = 1024;

// Each loop is a function of its own: one in the midst of a longer function is compiled, thrown away when it ends, and
// compiled again at the next call.
function findBounds(values: Float64Array): { sum: number; min: number; max: number } {
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at]!;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { sum, min, max };
}

interface Counted {
  /** Bucket of each value: which of BUCKETS equal parts between the least and the largest it lies in. */
  readonly bucketOf: Uint16Array;
  readonly counts: Int32Array;
}

function countBuckets(values: Float64Array, min: number, max: number): Counted {
  const bucketOf = new Uint16Array(values.length);
  const counts = new Int32Array(BUCKETS);
  // Just below, so that the largest value is in the last bucket and not past it.
  const scale = max > min ? (BUCKETS - 0.5) / (max - min) : 0;
  for (let at = 0; at < values.length; at += 1) {
    const bucket = ((values[at]! - min) * scale) | 0;
    bucketOf[at] = bucket;
    counts[bucket]! += 1;
  }
  return { bucketOf, counts };
}

/** In tenths, whole numbers stay whole: 1.8 - 1 would leave noise in every figure shown. */
function findQuantile(values: Float64Array, counted: Counted, tenths: number): number {
  const place = (values.length - 1) * tenths;
  const rest = place % 10;
  const below = (place - rest) / 10;
  const [low, high] = selectCounted(values, counted, below);
  return rest === 0 ? low : low + ((high - low) * rest) / 10;
}

function takeQuantile(sorted: Float64Array, tenths: number): number {
  const place = (sorted.length - 1) * tenths;
  const rest = place % 10;
  const low = sorted[(place - rest) / 10]!;
  return rest === 0 ? low : low + ((sorted[(place - rest) / 10 + 1]! - low) * rest) / 10;
}

/** The same, of values that are counted already. */
function selectCounted(values: Float64Array, { bucketOf, counts }: Counted, place: number): [number, number] {
  let bucket = 0;
  let before = 0;
  while (before + counts[bucket]! <= place) before += counts[bucket++]!;
  const inside = gather(values, bucketOf, { bucket, count: counts[bucket]! });
  const at = place - before;
  const low = selectTwo(inside, at);
  if (at + 1 < inside.length) return low;
  let next = bucket + 1;
  while (next < BUCKETS && counts[next] === 0) next += 1;
  if (next === BUCKETS) return low;
  return [low[0], findBounds(gather(values, bucketOf, { bucket: next, count: counts[next]! })).min];
}

function gather(
  values: Float64Array,
  bucketOf: Uint16Array,
  { bucket, count }: { bucket: number; count: number },
): Float64Array {
  const inside = new Float64Array(count);
  let found = 0;
  for (let at = 0; at < values.length; at += 1) {
    if (bucketOf[at] !== bucket) continue;
    inside[found] = values[at]!;
    found += 1;
  }
  return inside;
}

/**
 * The values that sorting would put at `place` and after it; the second means nothing at the end. A bucket leaves out at
 * least the least or the largest value, so looking into it again comes to an end.
 */
export function selectTwo(values: Float64Array, place: number): [number, number] {
  if (values.length <= FEW) {
    const sorted = values.toSorted();
    return [sorted[place]!, sorted[place + 1] ?? Number.NaN];
  }
  const { min, max } = findBounds(values);
  if (min === max) return [min, min];
  return selectCounted(values, countBuckets(values, min, max), place);
}
