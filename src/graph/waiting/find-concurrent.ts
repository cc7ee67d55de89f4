// In: cases as sequences by end. Out: which activities run side by side, so that neither enables the other.
import { type Buckets, forEachBucket } from './buckets.ts';

/** Thresholds of the heuristics miner (Weijters et al. 2006): above them an order, a repeat or a loop is meant. */
const DEPENDENCE = 0.9;
const SELF_LOOP = 0.9;
const SHORT_LOOP = 0.9;

export type IsConcurrent = (a: number, b: number) => boolean;

/** Two activities follow each other in both orders, neither order prevails, and they are no loop (a b a). */
export function findConcurrent(cases: Buckets, activityOf: Int32Array, activities: number): IsConcurrent {
  const { follows, returns } = countOrders(cases, activityOf, activities);
  const countOf = (counts: ReadonlyMap<number, number>, a: number, b: number): number =>
    counts.get(a * activities + b) ?? 0;
  const isSelfLoop = (a: number): boolean => portion(countOf(follows, a, a)) >= SELF_LOOP;
  const isShortLoop = (a: number, b: number): boolean =>
    !isSelfLoop(a) && !isSelfLoop(b) && portion(countOf(returns, a, b) + countOf(returns, b, a)) >= SHORT_LOOP;
  const concurrent = new Set<number>();
  for (const [key, there] of follows) {
    const a = Math.floor(key / activities);
    const b = key % activities;
    const back = countOf(follows, b, a);
    if (a === b || back === 0) continue;
    if (Math.abs(there - back) / (there + back + 1) < DEPENDENCE && !isShortLoop(a, b)) concurrent.add(key);
  }
  return (a, b) => concurrent.has(a * activities + b);
}

const portion = (count: number): number => count / (count + 1);

/** How often b directly follows a, and how often a b is followed by a again. */
function countOrders(cases: Buckets, activityOf: Int32Array, activities: number) {
  const follows = new Map<number, number>();
  const returns = new Map<number, number>();
  const add = (counts: Map<number, number>, key: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  forEachBucket(cases, (items) => {
    for (let at = 1; at < items.length; at += 1) {
      const before = activityOf[items[at - 1]!]!;
      const after = activityOf[items[at]!]!;
      add(follows, before * activities + after);
      if (at + 1 < items.length && activityOf[items[at + 1]!] === before) add(returns, before * activities + after);
    }
  });
  return { follows, returns };
}
