// Which part of the process graph is drawn: what explains the main behaviour, or everything.
import type { Activity, ProcessGraph } from '../../domain/graph.ts';
import { findBlocks, findSideBySide } from './side-by-side-blocks.ts';
import { END, joinWays, listWays, START, type Unit, type UnitGraph, type Way, wayKey } from './units.ts';
import { findWidestWays } from './widest-ways.ts';

/** Logged activities and ways of at least this share of the cases are drawn. */
export const CASES_SHARE = 0.05;

/** Ways taken in at least this share of the times their source, or their target, is passed are drawn. */
export const WAY_SHARE = 0.15;

export interface LeftOut {
  readonly kind: 'activity' | 'way' | 'finding';
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly reason: string;
}

export interface Selection extends UnitGraph {
  readonly leftOut: readonly LeftOut[];
  /** For each unit the way that leads towards the end; following these alone always ends. */
  readonly onward: ReadonlyMap<string, Way>;
  /** All ways between the units and what is left out; where a log counts, only the logged ones. */
  readonly whole: readonly Way[];
  /** How often each unit is left, and the start, on any of these. */
  readonly passes: ReadonlyMap<string, number>;
}

/**
 * `main` draws activities of at least 5 % of the cases (of a process without a log, what people tell and is sure),
 * and between them the ways as frequent as that and taken at least 15 % of the times at one of their ends; of two
 * activities that run side by side either a block, or only the commoner order. Whatever else is needed so that each activity is on a way from the
 * start to the end is drawn as well: the busiest such way. `everything` leaves nothing out.
 */
export function selectBehaviour(graph: ProcessGraph, scope: 'main' | 'everything'): Selection {
  const all = listWays(graph.transitions, graph.start, graph.end);
  const isMain = scope === 'main';
  const wanted = isMain ? graph.activities.filter((activity) => isCommon(activity, graph)) : graph.activities;
  const areSideBySide = findSideBySide(graph);
  const blocks = isMain ? findBlocks(wanted, keepAmong(all, wanted), areSideBySide) : [];
  const isChance = ({ source, target, count }: Way): boolean =>
    areSideBySide(source, target) && count < (all.find((way) => isReverse(way, { source, target }))?.count ?? 0);

  const unitOf = new Map(blocks.flatMap(({ id, branches }) => branches.flat().map((one) => [one.id as string, id])));
  const ways = connectAll(
    graph.activities.map(({ id }) => unitOf.get(id) ?? id),
    joinWays(isMain ? all.filter((way) => !isChance(way)) : all, unitOf),
  );
  const kept = keepConnected(ways, {
    wanted: new Set(wanted.map(({ id }) => unitOf.get(id) ?? id)),
    isKept: isMain ? isOften(ways, CASES_SHARE * graph.cases) : () => true,
  });
  const drawn = new Set(kept.ways.flatMap(({ source, target }) => [source, target]));
  const units = graph.activities.flatMap((activity): Unit[] => {
    const id = unitOf.get(activity.id) ?? activity.id;
    if (id !== activity.id || !drawn.has(id)) return [];
    return [blocks.find((block) => block.id === id) ?? { id, branches: [[activity]] }];
  });
  const whole = joinWays(
    all.filter((way) => isCounted(way, graph)),
    unitOf,
  );
  const passes = countPasses(whole, ({ source }) => source);
  return { units, ...kept, whole, passes, leftOut: listLeftOut(graph, { units, ways: kept.ways, all }) };
}

export const isLogged = ({ activities }: ProcessGraph): boolean => activities.some(({ sources }) => sources.log > 0);

const isCounted = ({ transitions }: Way, graph: ProcessGraph): boolean =>
  transitions.length === 0 || !isLogged(graph) || transitions.some(({ sources }) => sources.log > 0);

/** What people tell is drawn where no log says how often it is done. */
const isCommon = ({ sources, cases, unsure }: Activity, graph: ProcessGraph): boolean => {
  return isLogged(graph) ? sources.log > 0 && cases >= CASES_SHARE * graph.cases : !unsure;
};

function keepAmong(ways: readonly Way[], activities: readonly Activity[]): Way[] {
  const places = new Set<string>([START, END, ...activities.map(({ id }) => id)]);
  return ways.filter(({ source, target }) => places.has(source) && places.has(target));
}

const isReverse = (one: Way, other: Pick<Way, 'source' | 'target'>): boolean =>
  one.source === other.target && one.target === other.source;

/**
 * Adds a way from the start to what nothing leads to, and a way to the end from what leads nowhere: where only part of
 * the process was told. Such a way has the count 0.
 */
function connectAll(places: readonly string[], ways: readonly Way[]): Way[] {
  if (places.length === 0) return [{ source: START, target: END, count: 0, transitions: [] }];
  const led = addMissing(places, ways, {
    reach: (all) => findWidestWays(all, { from: START }),
    link: (place) => ({ source: START, target: place, count: 0, transitions: [] }),
  });
  return addMissing(places.toReversed(), led, {
    reach: (all) => findWidestWays(all, { from: END, backwards: true }),
    link: (place) => ({ source: place, target: END, count: 0, transitions: [] }),
  });
}

interface Missing {
  reach(ways: readonly Way[]): ReadonlyMap<string, Way>;
  link(place: string): Way;
}

function addMissing(places: readonly string[], ways: readonly Way[], { reach, link }: Missing): Way[] {
  const all = [...ways];
  let reached = reach(all);
  for (const place of places) {
    if (reached.has(place)) continue;
    all.push(link(place));
    reached = reach(all);
  }
  return all;
}

function isOften(ways: readonly Way[], least: number): (way: Way) => boolean {
  const leaving = countPasses(ways, ({ source }) => source);
  const arriving = countPasses(ways, ({ target }) => target);
  return ({ source, target, count }) =>
    count > 0 && count >= least && count >= WAY_SHARE * Math.min(leaving.get(source)!, arriving.get(target)!);
}

const countPasses = (ways: readonly Way[], endOf: (way: Way) => string): Map<string, number> =>
  new Map([...Map.groupBy(ways, endOf)].map(([id, list]) => [id, list.reduce((sum, { count }) => sum + count, 0)]));

function keepConnected(
  ways: readonly Way[],
  { wanted, isKept }: { wanted: ReadonlySet<string>; isKept: (way: Way) => boolean },
): { ways: Way[]; onward: Map<string, Way> } {
  const toward = findWidestWays(ways, { from: START });
  const onward = findWidestWays(ways, { from: END, backwards: true });
  const places = new Set<string>();
  const needed = new Set<Way>();
  const visit = (place: string): void => {
    if (places.has(place) || place === START || place === END) return;
    places.add(place);
    for (const way of [toward.get(place)!, onward.get(place)!]) {
      needed.add(way);
      visit(way.source);
      visit(way.target);
    }
  };
  for (const place of wanted) visit(place);
  const isInside = ({ source, target }: Way): boolean =>
    (source === START || places.has(source)) && (target === END || places.has(target));
  return {
    ways: ways.filter((way) => needed.has(way) || (isInside(way) && (isKept(way) || places.size === 0))),
    onward,
  };
}

interface Drawn {
  readonly units: readonly Unit[];
  readonly ways: readonly Way[];
  readonly all: readonly Way[];
}

function listLeftOut(graph: ProcessGraph, { units, ways, all }: Drawn): LeftOut[] {
  const drawn = new Map<string, string>(
    units.flatMap(({ id, branches }) => branches.flat().map((one) => [one.id, id])),
  );
  const labels = new Map<string, string>(graph.activities.map(({ id, label }) => [id, label]));
  const nameOf = (place: string): string => labels.get(place) ?? `(${place})`;
  const drawnWays = new Set(ways.map((way) => wayKey(way)));
  const isDrawn = ({ source, target }: Way): boolean => {
    const [from, to] = [drawn.get(source) ?? source, drawn.get(target) ?? target];
    return drawnWays.has(wayKey({ source: from, target: to })) || (from === to && source !== target);
  };
  return [
    ...graph.activities
      .filter(({ id }) => !drawn.has(id))
      .map(({ id, label, count, sources }) => ({
        kind: 'activity' as const,
        id,
        label,
        count,
        reason: sources.log > 0 ? 'rare' : 'told, not in the log',
      })),
    ...all
      .filter((way) => !isDrawn(way))
      .map((way) => ({
        kind: 'way' as const,
        id: way.transitions[0]?.id ?? wayKey(way),
        label: `${nameOf(way.source)} > ${nameOf(way.target)}`,
        count: way.count,
        reason: [way.source, way.target].every((place) => drawn.has(place) || place === START || place === END)
          ? 'seldom taken'
          : 'an end of it is left out',
      })),
  ];
}
