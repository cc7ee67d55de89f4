// In: times and the group each belongs to. Out: the distribution of each group.
import type { Durations } from '../domain/graph.ts';
import { medianAndP90 } from '../lib/quantiles.ts';

/**
 * The distribution of each of `groups` groups; a value whose group is below 0 belongs to none.
 * Undefined for a group without values. Buckets by counting, so the cost is linear however many groups there are.
 */
export function groupDurations(
  groupOf: Int32Array,
  valuesMs: Float64Array,
  groups: number,
): readonly (Durations | undefined)[] {
  const ends = new Int32Array(groups + 1);
  for (let at = 0; at < groupOf.length; at += 1) if (groupOf[at]! >= 0) ends[groupOf[at]! + 1]! += 1;
  for (let group = 0; group < groups; group += 1) ends[group + 1]! += ends[group]!;
  const next = ends.slice(0, groups);
  const bucketed = new Float64Array(ends[groups]!);
  for (let at = 0; at < groupOf.length; at += 1) {
    const group = groupOf[at]!;
    if (group < 0) continue;
    const place = next[group]!;
    bucketed[place] = valuesMs[at]!;
    next[group] = place + 1;
  }
  return Array.from(next, (to, group) => summarise(bucketed, ends[group]!, to));
}

/** The distribution of all values; null when there is none. Reorders them. */
export const allDurations = (valuesMs: Float64Array): Durations | null =>
  summarise(valuesMs, 0, valuesMs.length) ?? null;

function summarise(valuesMs: Float64Array, from: number, to: number): Durations | undefined {
  if (from === to) return undefined;
  const { sumMs, minMs, maxMs } = sumUp(valuesMs, from, to);
  const { median, p90 } = medianAndP90(valuesMs, from, to);
  const n = to - from;
  return { n, sumMs, meanMs: sumMs / n, medianMs: median, minMs, maxMs, p90Ms: p90 };
}

function sumUp(valuesMs: Float64Array, from: number, to: number): Pick<Durations, 'sumMs' | 'minMs' | 'maxMs'> {
  let sumMs = 0;
  let minMs = Number.POSITIVE_INFINITY;
  let maxMs = Number.NEGATIVE_INFINITY;
  for (let at = from; at < to; at += 1) {
    const value = valuesMs[at]!;
    sumMs += value;
    if (value < minMs) minMs = value;
    if (value > maxMs) maxMs = value;
  }
  return { sumMs, minMs, maxMs };
}
