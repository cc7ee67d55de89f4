// The median of a sample, and the interval that holds the median of what was sampled from.
import type { MedianTime } from '../../domain/comparison.ts';

/** Two-sided error of the interval. */
const ALPHA = 0.05;
/** Above it the normal approximation of the binomial is within one rank of the exact one. */
const EXACT_UP_TO = 1000;
/** The 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * The median of `values` (milliseconds), with the distribution-free interval between two of them by rank that covers
 * the true median with at least 95 % confidence: W. J. Conover, Practical Nonparametric Statistics, 3rd ed. (1999),
 * section 3.2. Null without values; sorts them in place.
 */
export function medianTime(values: Float64Array): MedianTime | null {
  const n = values.length;
  if (n === 0) return null;
  values.sort();
  const upper = values[n >> 1]!;
  const medianMs = n % 2 === 1 ? upper : (values[n / 2 - 1]! + upper) / 2;
  const rank = lowerRank(n);
  if (rank === 0) return { n, medianMs, lowMs: null, highMs: null };
  return { n, medianMs, lowMs: values[rank - 1]!, highMs: values[n - rank]! };
}

/**
 * The rank, from 1, of the lower end: the largest r with P(Binomial(n, 1/2) < r) <= 0.025; 0 where there is none, which
 * is so below six values.
 */
export function lowerRank(n: number): number {
  if (n > EXACT_UP_TO) return Math.floor((n - Z * Math.sqrt(n)) / 2);
  let probability = 0.5 ** n;
  let below = 0;
  let rank = 0;
  while (below + probability <= ALPHA / 2) {
    below += probability;
    rank += 1;
    probability *= (n - rank + 1) / rank;
  }
  return rank;
}
