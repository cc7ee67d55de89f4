// Ranking of what was counted.
import { type Groups, listGroups } from '../lib/count-pairs.ts';

/** The groups that occur, the most frequent first; equal ones in order of first appearance. */
export const byCount = (groups: Groups): number[] =>
  listGroups(groups).sort((a, b) => groups.counts[b]! - groups.counts[a]!);

/** The numbers of the `limit` highest counts, the highest first; equal ones keep their order. */
export function topByCount(counts: Int32Array, limit: number): number[] {
  // Ranking all of them would take longer than finding which ones are on top.
  const least = counts.length > limit ? counts.toSorted()[counts.length - limit]! : 0;
  const above: number[] = [];
  const equal: number[] = [];
  for (let id = 0; id < counts.length; id += 1) {
    if (counts[id]! > least) above.push(id);
    else if (counts[id] === least && equal.length < limit) equal.push(id);
  }
  above.sort((a, b) => counts[b]! - counts[a]! || a - b);
  return [...above, ...equal].slice(0, limit);
}
