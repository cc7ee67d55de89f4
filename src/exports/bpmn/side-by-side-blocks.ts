// Activities that run side by side, where that is known and forms a block: one way in, one way out.
import type { Activity, ProcessGraph } from '../../domain/graph.ts';
import { areBothOrdersChance, countThereAndBack } from '../../graph/both-orders.ts';
import type { Unit, Way } from './units.ts';

/** Ways of fewer than this share of both their ends say nothing about what comes before or after a block. */
const NOISE_SHARE = 0.05;

/** Branches that run side by side are done equally often, but for this share. */
const COUNT_TOLERANCE = 0.05;

export type AreSideBySide = (one: string, other: string) => boolean;

/**
 * Which activities a log shows in both orders, neither of which depends on the other, and which are no loop of two
 * (a b a in fewer than half of the pairs of the commonest variants).
 */
export function findSideBySide({ transitions, variants }: ProcessGraph): AreSideBySide {
  const key = (source: string, target: string): string => `${source} ${target}`;
  const logged = new Map(transitions.map((one): [string, number] => [key(one.source, one.target), one.sources.log]));
  const seenOf = countThereAndBack<string>(variants.top);
  return (one, other) => {
    const there = logged.get(key(one, other)) ?? 0;
    const back = logged.get(key(other, one)) ?? 0;
    if (one === other || !areBothOrdersChance(there, back)) return false;
    const { rarer, loops } = seenOf(one, other);
    return rarer > 0 && loops < rarer / 2;
  };
}

/**
 * Blocks among the activities: they follow the same and are followed by the same, fall into branches each of which
 * runs beside all the others, and the branches are done equally often. Anything less stays a matter of choice.
 */
export function findBlocks(
  activities: readonly Activity[],
  ways: readonly Way[],
  areSideBySide: AreSideBySide,
): Unit[] {
  const places = new Map(activities.map((activity) => [activity.id as string, activity]));
  const total = (list: readonly Way[] | undefined): number => (list ?? []).reduce((sum, { count }) => sum + count, 0);
  const leaving = Map.groupBy(ways, ({ source }) => source);
  const arriving = Map.groupBy(ways, ({ target }) => target);
  const telling = ways.filter(({ source, target, count }) => {
    if (places.has(source) && places.has(target) && areSideBySide(source, target)) return false;
    return count >= NOISE_SHARE * Math.min(total(leaving.get(source)), total(arriving.get(target)));
  });
  const around = (id: string): string => {
    const before = telling.filter(({ target }) => target === id).map(({ source }) => source);
    const after = telling.filter(({ source }) => source === id).map(({ target }) => target);
    return `${before.toSorted().join(' ')} > ${after.toSorted().join(' ')}`;
  };
  return [...Map.groupBy(activities, ({ id }) => around(id)).values()].flatMap((members) => {
    const branches = splitIntoBranches(members, areSideBySide);
    return branches && areEquallyOften(branches) ? [{ id: branches[0]![0]!.id, branches }] : [];
  });
}

/** Members that do not run side by side belong to one branch; undefined unless every branch runs beside every other. */
function splitIntoBranches(members: readonly Activity[], areSideBySide: AreSideBySide): Activity[][] | undefined {
  const branches: Activity[][] = [];
  for (const member of members) {
    const own = branches.filter((branch) => branch.some(({ id }) => !areSideBySide(id, member.id)));
    const joined = [...own.flat(), member];
    for (const branch of own) branches.splice(branches.indexOf(branch), 1);
    branches.push(joined);
  }
  const isChoice = (branch: readonly Activity[]): boolean =>
    branch.every(({ id }) => branch.every((other) => !areSideBySide(id, other.id)));
  return branches.length > 1 && branches.every(isChoice) ? branches : undefined;
}

function areEquallyOften(branches: readonly (readonly Activity[])[]): boolean {
  const counts = branches.map((branch) => branch.reduce((sum, { count }) => sum + count, 0));
  return Math.max(...counts) - Math.min(...counts) <= COUNT_TOLERANCE * Math.max(...counts);
}
