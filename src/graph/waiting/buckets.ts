// In: items and the group each belongs to. Out: the items of each group side by side, by counting.

export interface Buckets {
  /** Items of group `g` stand at `starts[g] .. starts[g + 1]`, in the order they were given in. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** An item whose group is below 0 is left out. Linear in items and groups. */
export function bucketBy(items: Int32Array, groupOf: Int32Array, groups: number): Buckets {
  const starts = new Int32Array(groups + 1);
  for (let at = 0; at < items.length; at += 1) {
    const group = groupOf[items[at]!]!;
    if (group >= 0) starts[group + 1]! += 1;
  }
  for (let group = 0; group < groups; group += 1) starts[group + 1]! += starts[group]!;
  const next = starts.slice(0, groups);
  const placed = new Int32Array(starts[groups]!);
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    const group = groupOf[item]!;
    if (group < 0) continue;
    const place = next[group]!;
    placed[place] = item;
    next[group] = place + 1;
  }
  return { starts, items: placed };
}

/** Visits the items of each group that has any; the array is a view, not to be kept. */
export function forEachBucket({ starts, items }: Buckets, visit: (items: Int32Array, group: number) => void): void {
  for (let group = 0; group + 1 < starts.length; group += 1) {
    if (starts[group]! < starts[group + 1]!) visit(items.subarray(starts[group], starts[group + 1]), group);
  }
}
