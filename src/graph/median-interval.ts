// In: how many times were observed. Out: between which two of them, by rank, the true median lies, and how surely.
import { lowerRank } from './measure/median-time.ts';

/** With fewer observations an interval would be all of them and still be more often wrong than one in sixteen. */
const LEAST_OBSERVATIONS = 5;

export interface RankInterval {
  /** The rank, from 1, of the lower end; the upper end has the same rank from the top. */
  readonly rank: number;
  /** The probability that an interval made so holds the median, whatever the times are distributed like. */
  readonly coverage01: number;
}

/**
 * The distribution-free interval for a median (W. J. Conover, Practical Nonparametric Statistics, 3rd ed. 1999, section
 * 3.2): the narrowest pair of order statistics that covers it with at least 95 %. Five observations cannot: there it is
 * the least and the largest, with 93.75 %. Undefined below five.
 */
export function findRankInterval(n: number): RankInterval | undefined {
  if (n < LEAST_OBSERVATIONS) return undefined;
  const rank = Math.max(1, lowerRank(n));
  return { rank, coverage01: measureCoverage(n, rank) };
}

// Above it 2^-n comes close to the smallest number there is, and the coverage is 95 % to three digits anyway.
const EXACT_UP_TO = 1000;

/** 1 - 2 P(Binomial(n, 1/2) < rank). */
function measureCoverage(n: number, rank: number): number {
  if (n > EXACT_UP_TO) return 0.95;
  let probability = 0.5 ** n;
  let below = 0;
  for (let successes = 0; successes < rank; successes += 1) {
    below += probability;
    probability *= (n - successes) / (successes + 1);
  }
  return 1 - 2 * below;
}
