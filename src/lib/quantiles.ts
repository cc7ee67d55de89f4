// Exact quantiles without sorting everything: selection is linear where sorting a million floats takes 70 ms.

/**
 * The exact median and 90th percentile of `values[from..to)`, linear between the two nearest values (so the median of
 * an even count is the mean of the middle two). Reorders that slice; it must hold at least one value and no NaN.
 */
export function medianAndP90(values: Float64Array, from: number, to: number): { median: number; p90: number } {
  const median = takeQuantile(values, { from, to, tenths: 5, doneTo: from });
  // What stands left of the median is smaller by now, so the second search need not look there.
  const p90 = takeQuantile(values, { from, to, tenths: 9, doneTo: from + Math.floor((to - from - 1) / 2) });
  return { median, p90 };
}

interface Slice {
  readonly from: number;
  readonly to: number;
  readonly tenths: number;
  /** Everything before this place is no larger than everything from it on. */
  readonly doneTo: number;
}

function takeQuantile(values: Float64Array, { from, to, tenths, doneTo }: Slice): number {
  // In tenths, whole numbers stay whole: 1.8 - 1 would leave noise in every figure shown.
  const place = (to - from - 1) * tenths;
  const rest = place % 10;
  const below = from + (place - rest) / 10;
  const low = selectAt(values, below, { left: doneTo, right: to - 1 });
  if (rest === 0) return low;
  let high = Number.POSITIVE_INFINITY;
  for (let at = below + 1; at < to; at += 1) if (values[at]! < high) high = values[at]!;
  return low + ((high - low) * rest) / 10;
}

interface Bounds {
  readonly left: number;
  readonly right: number;
}

/** Reorders `values[left..right]` so that the value at `place` is where sorting would put it (Floyd and Rivest). */
function selectAt(values: Float64Array, place: number, bounds: Bounds): number {
  let { left, right } = bounds;
  while (right > left) {
    if (right - left > 600) selectAt(values, place, sampleAround(place, { left, right }));
    const pivot = values[place]!;
    const cut = partition(values, pivot, { left, right });
    if (values[cut - 1] === pivot) {
      // All before are no larger and all after no smaller: this one is in its place.
      if (place === cut - 1) break;
      if (place < cut) right = cut - 2;
      else left = cut;
    } else if (place < cut) right = cut - 1;
    else left = cut;
  }
  return values[place]!;
}

// A pivot chosen from a sample comes close to the value sought; it keeps ordered and equal inputs linear too.
function sampleAround(place: number, { left, right }: Bounds): Bounds {
  const n = right - left + 1;
  const i = place - left + 1;
  const z = Math.log(n);
  const s = 0.5 * Math.exp((2 * z) / 3);
  const spread = 0.5 * Math.sqrt((z * s * (n - s)) / n) * (i < n / 2 ? -1 : 1);
  return {
    left: Math.max(left, Math.floor(place - (i * s) / n + spread)),
    right: Math.min(right, Math.floor(place + ((n - i) * s) / n + spread)),
  };
}

/** Hoare's: gives the place from which on no value is smaller than the pivot; before it none is larger. */
function partition(values: Float64Array, pivot: number, { left, right }: Bounds): number {
  let i = left;
  let j = right;
  while (i <= j) {
    while (values[i]! < pivot) i += 1;
    while (values[j]! > pivot) j -= 1;
    if (i > j) break;
    const held = values[i]!;
    values[i] = values[j]!;
    values[j] = held;
    i += 1;
    j -= 1;
  }
  return i;
}
