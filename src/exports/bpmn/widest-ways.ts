// The busiest way from one place to every other.
import type { Way } from './units.ts';

/**
 * For each place that can be reached from `from` the last way of the path to it whose least frequent way is as frequent
 * as can be; among equals the path with fewer ways, then the way that comes first. With `backwards` the ways are
 * walked against their direction, so that each place gets the first way of its path to `from`.
 */
export function findWidestWays(
  ways: readonly Way[],
  { from, backwards = false }: { from: string; backwards?: boolean },
): Map<string, Way> {
  const nearEnd = (way: Way): string => (backwards ? way.target : way.source);
  const farEnd = (way: Way): string => (backwards ? way.source : way.target);
  const leaving = Map.groupBy(ways, nearEnd);
  const reached = new Map([[from, { width: Infinity, steps: 0 }]]);
  const lastWay = new Map<string, Way>();
  const open = new Set([from]);
  while (open.size > 0) {
    const place = pickWidest(open, reached);
    open.delete(place);
    const { width, steps } = reached.get(place)!;
    for (const way of leaving.get(place) ?? []) {
      const found = { width: Math.min(width, way.count), steps: steps + 1 };
      const known = reached.get(farEnd(way));
      if (known && !isBetter(found, known)) continue;
      reached.set(farEnd(way), found);
      lastWay.set(farEnd(way), way);
      open.add(farEnd(way));
    }
  }
  return lastWay;
}

interface Reach {
  readonly width: number;
  readonly steps: number;
}

const isBetter = (one: Reach, other: Reach): boolean =>
  one.width > other.width || (one.width === other.width && one.steps < other.steps);

function pickWidest(open: ReadonlySet<string>, reached: ReadonlyMap<string, Reach>): string {
  let best: string | undefined;
  for (const place of open) {
    if (best === undefined || isBetter(reached.get(place)!, reached.get(best)!)) best = place;
  }
  return best!; // Only called while something is open.
}
