// Puts the times of several logs together.
import type { Durations } from '../domain/graph.ts';

/**
 * Count, sum, mean, least and most are exact. Median and 90th percentile cannot be had from summaries: they are the
 * means of the parts' weighted by their counts, and exact when there is one part.
 */
export function mergeDurations(parts: readonly (Durations | null)[]): Durations | null {
  const known = parts.filter((part) => part !== null);
  const [first] = known;
  if (known.length < 2) return first ?? null;
  const n = known.reduce((sum, part) => sum + part.n, 0);
  const sumMs = known.reduce((sum, part) => sum + part.sumMs, 0);
  const weighted = (pick: (part: Durations) => number): number =>
    known.reduce((sum, part) => sum + pick(part) * part.n, 0) / n;
  return {
    n,
    sumMs,
    meanMs: sumMs / n,
    medianMs: weighted((part) => part.medianMs),
    minMs: Math.min(...known.map((part) => part.minMs)),
    maxMs: Math.max(...known.map((part) => part.maxMs)),
    p90Ms: weighted((part) => part.p90Ms),
  };
}
