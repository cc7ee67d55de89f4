// Several orders of the same things made one, when their scores cannot be compared.

export interface RankedList<Item> {
  /** The best first, each once. */
  readonly items: readonly Item[];
  readonly weight: number;
}

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): each list gives weight / (60 + rank) to what is in
 * it. What several lists have near their top comes first; of equals, what an earlier list has first.
 */
export function fuseRanks<Item>(lists: readonly RankedList<Item>[]): Item[] {
  const scores = new Map<Item, number>();
  for (const { items, weight } of lists) {
    for (const [at, item] of items.entries()) scores.set(item, (scores.get(item) ?? 0) + weight / (60 + at + 1));
  }
  return [...scores].toSorted(([, a], [, b]) => b - a).map(([item]) => item);
}
