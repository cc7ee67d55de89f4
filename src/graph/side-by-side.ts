// Which activities of a log run side by side, so that one following the other means nothing.
import type { ActivityIndex, MinedLog, MinedTransition } from '../domain/mined-log.ts';
import { areBothOrdersChance, countThereAndBack, type ThereAndBack } from './both-orders.ts';

/**
 * True for transitions whose two activities run side by side: both orders occur, neither depends on the other, and they
 * are no loop. A loop goes there and back (a b a) in at least half of the pairs of the commonest variants; where those
 * do not show the pair, one of the two must repeat about as often as the rarer order occurs.
 */
export function findSideBySide(mined: MinedLog): (transition: MinedTransition) => boolean {
  const keyOf = (source: ActivityIndex, target: ActivityIndex): string => `${source} ${target}`;
  const counts = new Map(mined.transitions.map(({ source, target, count }) => [keyOf(source, target), count]));
  const seenOf = countThereAndBack(mined.variants.top);
  return ({ source, target, count: there }) => {
    const back = counts.get(keyOf(target, source)) ?? 0;
    if (source === target || !areBothOrdersChance(there, back)) return false;
    return !isLoop(mined, seenOf(source, target), { source, target, rarer: Math.min(there, back) });
  };
}

interface Pair {
  readonly source: ActivityIndex;
  readonly target: ActivityIndex;
  /** How often the rarer of the two orders occurs in the whole log. */
  readonly rarer: number;
}

function isLoop({ activities }: MinedLog, seen: ThereAndBack, { source, target, rarer }: Pair): boolean {
  if (seen.rarer > 0) return seen.loops >= seen.rarer / 2;
  const repeatsOf = (index: ActivityIndex): number => activities[index]!.count - activities[index]!.cases;
  return Math.max(repeatsOf(source), repeatsOf(target)) >= rarer / 2;
}
