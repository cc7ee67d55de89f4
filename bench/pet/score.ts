// Precision, recall and F1 of sets of keys, by type: the protocol of Neuberger et al. 2023 (exact, micro).

export interface Count {
  readonly right: number;
  readonly predicted: number;
  readonly gold: number;
}

export interface Score {
  readonly f1: number;
  readonly p: number;
  readonly r: number;
}

/** Keys by type; equal keys count once. */
export type Keys = ReadonlyMap<string, ReadonlySet<string>>;

/** Counts by type how many predicted keys are gold. */
export function countKeys(predicted: Keys, gold: Keys): Map<string, Count> {
  const types = new Set([...gold.keys(), ...predicted.keys()]);
  return new Map(
    [...types].map((type) => {
      const found = predicted.get(type) ?? new Set<string>();
      const wanted = gold.get(type) ?? new Set<string>();
      return [type, { right: found.intersection(wanted).size, predicted: found.size, gold: wanted.size }];
    }),
  );
}

/** Sums counts of several documents, type by type. */
export function addCounts(counts: readonly ReadonlyMap<string, Count>[]): Map<string, Count> {
  const sum = new Map<string, Count>();
  for (const count of counts)
    for (const [type, each] of count)
      sum.set(type, sumCounts([each, ...(sum.has(type) ? [sum.get(type) ?? each] : [])]));
  return sum;
}

/** One count of all. */
export function sumCounts(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, each) => ({
      right: sum.right + each.right,
      predicted: sum.predicted + each.predicted,
      gold: sum.gold + each.gold,
    }),
    { right: 0, predicted: 0, gold: 0 },
  );
}

/** Ratios from 0 to 1; 0 where nothing was predicted or wanted. */
export function toScore({ right, predicted, gold }: Count): Score {
  const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return { f1: ratio(2 * right, predicted + gold), p: ratio(right, predicted), r: ratio(right, gold) };
}
