// In: spans of time and the group each belongs to. Out: the distribution of each group.
import type { Durations } from '../domain/graph.ts';
import type { Groups } from '../lib/count-pairs.ts';
import { findSpread } from '../lib/quantiles.ts';

/** The span at a place lasts from fromMs[place - lag] to toMs[place]; one that ends before it begins has no length. */
export interface Spans {
  readonly fromMs: Float64Array;
  readonly toMs: Float64Array;
  readonly lag: 0 | 1;
}

/**
 * The distribution of the spans of each group; undefined for a group without any. Buckets by counting, so the cost is
 * linear however many groups there are.
 */
export function groupSpans({ groupOf, none, counts }: Groups, spans: Spans): (Durations | undefined)[] {
  const next = new Int32Array(none + 1);
  let total = 0;
  for (let group = 0; group <= none; group += 1) {
    next[group] = total;
    total += counts[group]!;
  }
  const bucketed = new Float64Array(total);
  scatter(groupOf, spans, { next, bucketed });
  return Array.from({ length: none }, (_, group) => {
    return summarise(bucketed, next[group]! - counts[group]!, next[group]!);
  });
}

// The spans of no group go to a bucket of their own: that is quicker than asking at each place whether there is one.
function scatter(
  groupOf: Int32Array,
  { fromMs, toMs, lag }: Spans,
  { next, bucketed }: { next: Int32Array; bucketed: Float64Array },
): void {
  if (lag === 1 && groupOf.length > 0) next[groupOf[0]!]! += 1;
  for (let at = lag; at < groupOf.length; at += 1) {
    const group = groupOf[at]!;
    const place = next[group]!;
    const spanMs = toMs[at]! - fromMs[at - lag]!;
    bucketed[place] = spanMs > 0 ? spanMs : 0;
    next[group] = place + 1;
  }
}

/** The distribution of all values; null when there is none. */
export const allDurations = (valuesMs: Float64Array): Durations | null =>
  summarise(valuesMs, 0, valuesMs.length) ?? null;

function summarise(valuesMs: Float64Array, from: number, to: number): Durations | undefined {
  if (from === to) return undefined;
  const { sum, min, median, p90, max } = findSpread(valuesMs, from, to);
  const n = to - from;
  return { n, sumMs: sum, meanMs: sum / n, medianMs: median, minMs: min, maxMs: max, p90Ms: p90 };
}
