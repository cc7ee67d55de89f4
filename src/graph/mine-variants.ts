// In: the instances of one log. Out: which sequences of activities its cases follow, and how many follow each.
import type { InstanceColumns } from './mine-instances.ts';

export interface Variants {
  readonly count: number;
  /** The most frequent ones, equal ones in order of first appearance. */
  readonly top: readonly { readonly activities: readonly number[]; readonly count: number }[];
}

/** Groups cases by their exact sequence of activities; `top` holds at most `limit` of them. */
export function mineVariants(instances: InstanceColumns, { limit }: { limit: number }): Variants {
  const { froms, counts, lengths } = groupCases(instances);
  const order = counts.map((_, variant) => variant).sort((a, b) => counts[b]! - counts[a]! || a - b);
  return {
    count: counts.length,
    top: order.slice(0, limit).map((variant) => {
      const from = froms[variant]!;
      return {
        activities: [...instances.activityOf.subarray(from, from + lengths[variant]!)],
        count: counts[variant]!,
      };
    }),
  };
}

interface Grouped {
  /** Where the variant's first case begins, how long it is, and how many cases share it. */
  readonly froms: readonly number[];
  readonly lengths: readonly number[];
  readonly counts: readonly number[];
}

// An open-addressed table by hash, with a full comparison on each hit: joining labels to text keys takes ten times as long.
function groupCases({ length, caseOf, activityOf }: InstanceColumns): Grouped {
  const froms: number[] = [];
  const lengths: number[] = [];
  const counts: number[] = [];
  const hashes: number[] = [];
  let table = new Int32Array(1024);
  let from = 0;
  while (from < length) {
    let hash = 0;
    let to = from;
    for (; to < length && caseOf[to] === caseOf[from]; to += 1) {
      hash = Math.imul(hash ^ activityOf[to]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let slot = hash & (table.length - 1);
    // The table holds the variant's number plus one; 0 is a free slot.
    let variant = table[slot]! - 1;
    while (variant >= 0 && !(hashes[variant] === hash && isSame(variant, from, to))) {
      slot = (slot + 1) & (table.length - 1);
      variant = table[slot]! - 1;
    }
    if (variant >= 0) counts[variant]! += 1;
    else {
      table[slot] = froms.push(from);
      lengths.push(to - from);
      counts.push(1);
      hashes.push(hash);
      if (froms.length * 2 > table.length) table = rebuildTable(hashes, table.length * 4);
    }
    from = to;
  }
  return { froms, lengths, counts };

  function isSame(variant: number, start: number, end: number): boolean {
    if (lengths[variant] !== end - start) return false;
    const other = froms[variant]! - start;
    for (let at = start; at < end; at += 1) if (activityOf[at] !== activityOf[at + other]) return false;
    return true;
  }
}

function rebuildTable(hashes: readonly number[], size: number): Int32Array<ArrayBuffer> {
  const table = new Int32Array(size);
  hashes.forEach((hash, variant) => {
    let slot = hash & (size - 1);
    while (table[slot]! > 0) slot = (slot + 1) & (size - 1);
    table[slot] = variant + 1;
  });
  return table;
}
