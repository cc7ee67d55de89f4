// Which activities of a log run side by side, so that one following the other means nothing.
import type { ActivityIndex, MinedLog, MinedTransition } from '../domain/mined-log.ts';

/** Dependency measure below which both orders are taken for chance (heuristics miner, Weijters et al. 2006). */
const DEPENDENCE = 0.9;

/**
 * True for transitions whose two activities run side by side: both orders occur, |ab - ba| / (ab + ba + 1) is below
 * 0.9, and they are no loop. A loop goes there and back (a b a) in at least half of the pairs of the commonest
 * variants; where those do not show the pair, one of the two must repeat about as often as the rarer order occurs.
 */
export function findSideBySide(mined: MinedLog): (transition: MinedTransition) => boolean {
  const counts = new Map(mined.transitions.map(({ source, target, count }) => [keyOf(source, target), count]));
  const thereAndBack = countThereAndBack(mined);
  return ({ source, target, count: there }) => {
    const back = counts.get(keyOf(target, source)) ?? 0;
    if (source === target || back === 0) return false;
    if (Math.abs(there - back) / (there + back + 1) >= DEPENDENCE) return false;
    return !isLoop(mined, thereAndBack, { source, target, rarer: Math.min(there, back) });
  };
}

interface Pair {
  readonly source: ActivityIndex;
  readonly target: ActivityIndex;
  /** How often the rarer of the two orders occurs. */
  readonly rarer: number;
}

const keyOf = (source: ActivityIndex, target: ActivityIndex): string => `${source} ${target}`;

interface ShortLoops {
  readonly pairs: ReadonlyMap<string, number>;
  readonly loops: ReadonlyMap<string, number>;
}

function isLoop(mined: MinedLog, { pairs, loops }: ShortLoops, { source, target, rarer }: Pair): boolean {
  const sum = (counts: ReadonlyMap<string, number>): number =>
    (counts.get(keyOf(source, target)) ?? 0) + (counts.get(keyOf(target, source)) ?? 0);
  const rarerSeen = Math.min(pairs.get(keyOf(source, target)) ?? 0, pairs.get(keyOf(target, source)) ?? 0);
  if (rarerSeen > 0) return sum(loops) >= rarerSeen / 2;
  const repeatsOf = (index: ActivityIndex): number => mined.activities[index]!.count - mined.activities[index]!.cases;
  return Math.max(repeatsOf(source), repeatsOf(target)) >= rarer / 2;
}

/** In the commonest variants, with their counts: pairs a b, and loops a b a. */
function countThereAndBack({ variants }: MinedLog): ShortLoops {
  const pairs = new Map<string, number>();
  const loops = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string, count: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + count);
  };
  for (const { activities, count } of variants.top) {
    activities.slice(1).forEach((target, at) => {
      const source = activities[at]!;
      add(pairs, keyOf(source, target), count);
      if (activities[at + 2] === source && source !== target) add(loops, keyOf(source, target), count);
    });
  }
  return { pairs, loops };
}
