// What two activities that follow each other in both orders show: chance, or going there and back.

/** Dependency measure below which both orders are taken for chance (heuristics miner, Weijters et al. 2006). */
const DEPENDENCE = 0.9;

/** Both orders occur, and |ab - ba| / (ab + ba + 1) is below 0.9. */
export const areBothOrdersChance = (there: number, back: number): boolean =>
  there > 0 && back > 0 && Math.abs(there - back) / (there + back + 1) < DEPENDENCE;

export interface ThereAndBack {
  /** How often the rarer of the two orders is seen. */
  readonly rarer: number;
  /** How often one stands directly before and directly after the other: a b a, or b a b. */
  readonly loops: number;
}

/** Reads variants, with their counts, once; then tells of any two activities what they show. */
export function countThereAndBack<Place extends string | number>(
  variants: readonly { readonly activities: readonly Place[]; readonly count: number }[],
): (one: Place, other: Place) => ThereAndBack {
  const keyOf = (source: Place, target: Place): string => `${source} ${target}`;
  const pairs = new Map<string, number>();
  const loops = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string, count: number): void =>
    void counts.set(key, (counts.get(key) ?? 0) + count);
  for (const { activities, count } of variants) {
    activities.slice(1).forEach((target, at) => {
      const source = activities[at]!;
      add(pairs, keyOf(source, target), count);
      if (activities[at + 2] === source) add(loops, keyOf(source, target), count);
    });
  }
  const both = (counts: ReadonlyMap<string, number>, one: Place, other: Place): readonly [number, number] => [
    counts.get(keyOf(one, other)) ?? 0,
    counts.get(keyOf(other, one)) ?? 0,
  ];
  return (one, other) => {
    const [there, back] = both(loops, one, other);
    return { rarer: Math.min(...both(pairs, one, other)), loops: there + back };
  };
}
