// In: the instances of one log. Out: which sequences of activities its cases follow, and how many follow each.
import type { InstanceColumns } from './mine-instances.ts';
import { topByCount } from './mine-tallies.ts';

export interface Variants {
  readonly count: number;
  /** The most frequent ones, equal ones in order of first appearance. */
  readonly top: readonly { readonly activities: readonly number[]; readonly count: number }[];
}

/** Groups cases by their exact sequence of activities; `top` holds at most `limit` of them. */
export function mineVariants(
  { activityOf }: InstanceColumns,
  { caseStarts, limit }: { caseStarts: Int32Array; limit: number },
): Variants {
  const { size, firstCases, counts } = groupCases(activityOf, caseStarts, hashCases(activityOf, caseStarts));
  return {
    count: size,
    top: topByCount(counts.subarray(0, size), limit).map((variant) => {
      const first = firstCases[variant]!;
      return {
        activities: [...activityOf.subarray(caseStarts[first], caseStarts[first + 1])],
        count: counts[variant]!,
      };
    }),
  };
}

function hashCases(activityOf: Int32Array, caseStarts: Int32Array): Int32Array {
  const hashes = new Int32Array(caseStarts.length - 1);
  let from = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const to = caseStarts[at + 1]!;
    let hash = 0;
    for (; from < to; from += 1) {
      hash = Math.imul(hash ^ activityOf[from]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hashes[at] = hash;
  }
  return hashes;
}

// An open-addressed table by hash, with a full comparison on each hit: joining labels to text keys takes ten times as long.
function groupCases(activityOf: Int32Array, caseStarts: Int32Array, hashes: Int32Array) {
  const cases = hashes.length;
  /** By variant: its first case, and how many cases share it. */
  const firstCases = new Int32Array(cases);
  const counts = new Int32Array(cases);
  // At most half full; holds the variant's number plus one, and 0 is a free slot.
  const table = new Int32Array(2 ** Math.ceil(Math.log2(cases * 2 + 2)));
  let size = 0;
  for (let at = 0; at < cases; at += 1) {
    const hash = hashes[at]!;
    let slot = hash & (table.length - 1);
    let variant = table[slot]! - 1;
    while (variant >= 0 && !(hashes[firstCases[variant]!] === hash && isSame(firstCases[variant]!, at))) {
      slot = (slot + 1) & (table.length - 1);
      variant = table[slot]! - 1;
    }
    if (variant < 0) {
      variant = size;
      size += 1;
      table[slot] = size;
      firstCases[variant] = at;
    }
    counts[variant]! += 1;
  }
  return { size, firstCases, counts };

  function isSame(one: number, other: number): boolean {
    const from = caseStarts[one]!;
    const length = caseStarts[one + 1]! - from;
    const start = caseStarts[other]!;
    if (caseStarts[other + 1]! - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (activityOf[from + at] !== activityOf[start + at]) return false;
    return true;
  }
}
