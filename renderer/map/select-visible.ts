// Which part of the process is drawn: the busiest ways first, and whatever it takes to keep them connected.
import type { TransitionId } from '../../src/domain/ids.ts';
import { END, type MapLink, type MapModel, START } from './map-model.ts';

export interface VisibleOptions {
  /** Share of all passes that the drawn links carry, 0 to 1. */
  readonly share01: number;
  readonly showsUnsure: boolean;
  /** Ids of activities and links that are drawn in any case, such as the selected one. */
  readonly keep?: readonly string[];
}

export interface Visible {
  readonly activities: readonly string[];
  readonly links: readonly MapLink[];
  /** Transitions and bottlenecks among them, and unsure elements left out. */
  readonly transitions: number;
  readonly bottlenecks: number;
}

/** Selects by share of passes; every drawn activity has a way from the start and to the end where the process has one. */
export function selectVisible(model: MapModel, options: VisibleOptions): Visible {
  const admitted = admitLinks(model, options);
  const links = new Set<MapLink>();
  const total = sum(admitted);
  let carried = 0;
  for (const link of [...admitted].sort(byWeight)) {
    // Rounding must not drop the last link at a share of 1.
    if (links.size > 0 && carried >= options.share01 * total - 1e-9 && options.share01 < 1) break;
    links.add(link);
    carried += link.weight;
  }
  const kept = new Set(options.keep);
  for (const link of admitted) if (kept.has(link.id)) links.add(link);
  const nodes = new Set([...links].flatMap((link) => [link.source, link.target]));
  for (const id of kept) if (model.activities.has(id)) nodes.add(id);
  if (options.share01 >= 1) for (const id of admittedActivities(model, options)) nodes.add(id);
  connect(admitted, nodes, links);
  return describe(model, nodes, links);
}

/** The largest share, in steps of 5 %, that draws a map a person can read at first look. */
export function chooseShare(model: MapModel, limits = { activities: 36, links: 56 }): number {
  for (let percent = 100; percent > 30; percent -= 5) {
    const { activities, links } = selectVisible(model, { share01: percent / 100, showsUnsure: false });
    if (activities.length <= limits.activities && links.length <= limits.links) return percent / 100;
  }
  return 0.3;
}

/** Activities too unsure to be drawn unfolded. */
export const countUnsure = (model: MapModel): number =>
  model.graph.activities.filter((activity) => activity.unsure).length +
  model.graph.transitions.filter((transition) => transition.unsure).length;

function admittedActivities(model: MapModel, { showsUnsure, keep = [] }: VisibleOptions): Set<string> {
  const ids = model.graph.activities.filter((activity) => showsUnsure || !activity.unsure).map(({ id }) => id);
  return new Set<string>([...ids, ...keep.filter((id) => model.activities.has(id))]);
}

function admitLinks(model: MapModel, options: VisibleOptions): MapLink[] {
  const activities = admittedActivities(model, options);
  const kept = new Set(options.keep);
  const isThere = (id: string): boolean => id === START || id === END || activities.has(id);
  return model.links.filter(
    (link) =>
      kept.has(link.id) ||
      ((options.showsUnsure || !link.transition?.unsure) && isThere(link.source) && isThere(link.target)),
  );
}

/** Adds, for each node, the links of its widest way from the start and to the end. */
function connect(admitted: readonly MapLink[], nodes: Set<string>, links: Set<MapLink>): void {
  const before = findWidestWays(admitted, START, 'source');
  const after = findWidestWays(admitted, END, 'target');
  const pending = [...nodes];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const link of [before.get(node), after.get(node)]) {
      if (!link) continue;
      links.add(link);
      for (const end of [link.source, link.target]) {
        if (nodes.has(end)) continue;
        nodes.add(end);
        pending.push(end);
      }
    }
  }
}

/** For every node the link by which the widest way from (or to) `root` reaches it; a way is as wide as its thinnest link. */
function findWidestWays(
  links: readonly MapLink[],
  root: string,
  near: 'source' | 'target',
): ReadonlyMap<string, MapLink> {
  const far = near === 'source' ? 'target' : 'source';
  const leaving = Map.groupBy(links, (link) => link[near]);
  const width = new Map([[root, Number.POSITIVE_INFINITY]]);
  const via = new Map<string, MapLink>();
  const done = new Set<string>();
  for (;;) {
    const next = findWidest(width, done);
    if (next === undefined) return via;
    done.add(next);
    for (const link of leaving.get(next) ?? []) {
      const reach = Math.min(width.get(next) ?? 0, link.weight);
      if (done.has(link[far]) || reach <= (width.get(link[far]) ?? 0)) continue;
      width.set(link[far], reach);
      via.set(link[far], link);
    }
  }
}

function findWidest(width: ReadonlyMap<string, number>, done: ReadonlySet<string>): string | undefined {
  let widest: string | undefined;
  for (const [node, reach] of width) {
    if (!done.has(node) && (widest === undefined || reach > (width.get(widest) ?? 0))) widest = node;
  }
  return widest;
}

function describe(model: MapModel, nodes: ReadonlySet<string>, links: ReadonlySet<MapLink>): Visible {
  // In the order of the model, so that the same choice always gives the same layout.
  const drawn = model.links.filter((link) => links.has(link));
  const transitions = drawn.filter((link) => link.transition);
  return {
    activities: model.graph.activities.filter(({ id }) => nodes.has(id)).map(({ id }) => id),
    links: drawn,
    transitions: transitions.length,
    bottlenecks:
      transitions.filter(({ transition }) => model.bottlenecks.has(transition?.id as TransitionId)).length +
      [...model.bottlenecksAfter.keys()].filter((id) => nodes.has(id)).length,
  };
}

const sum = (links: readonly MapLink[]): number => links.reduce((total, { weight }) => total + weight, 0);

const byWeight = (a: MapLink, b: MapLink): number => b.weight - a.weight || (a.id < b.id ? -1 : 1);
