// In: items and the group each belongs to. Out: the items of each group side by side, by counting.

export interface Buckets {
  /** Items of group `g` stand at `starts[g] .. starts[g + 1]`, in the order they were given in. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** An item whose group is below 0 is left out. Linear in items and groups. */
export function bucketBy(items: Int32Array, groupOf: Int32Array, groups: number): Buckets {
  const starts = new Int32Array(groups + 1);
  for (const item of items) if (groupOf[item]! >= 0) starts[groupOf[item]! + 1]! += 1;
  for (let group = 0; group < groups; group += 1) starts[group + 1]! += starts[group]!;
  const next = starts.slice(0, groups);
  const placed = new Int32Array(starts[groups]!);
  for (const item of items) {
    const group = groupOf[item]!;
    if (group < 0) continue;
    placed[next[group]!] = item;
    next[group]! += 1;
  }
  return { starts, items: placed };
}

/** Visits the items of each group that has any; the array is a view, not to be kept. */
export function forEachBucket({ starts, items }: Buckets, visit: (items: Int32Array, group: number) => void): void {
  for (let group = 0; group + 1 < starts.length; group += 1) {
    if (starts[group]! < starts[group + 1]!) visit(items.subarray(starts[group], starts[group + 1]), group);
  }
}
