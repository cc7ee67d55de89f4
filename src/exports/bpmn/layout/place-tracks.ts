// Side by side in a street between columns (or rows): which line runs on which track.
import type { Net } from './shapes.ts';
import type { Run } from './runs.ts';
import { isMiddle } from './streets.ts';

/** Runs on one track: of one line, or of lines that fan out from one source or come together at one target. */
interface Bundle {
  readonly members: readonly RunRef[];
  readonly low: number;
  readonly high: number;
  /** Where lines leave the street: to its lower side (-1), or to its higher side (1). */
  readonly exits: readonly { readonly at: number; readonly side: number }[];
}

interface RunRef {
  readonly line: number;
  readonly run: number;
}

export interface Tracks {
  /** Of each run by `${line} ${run}`; runs through the middle of a column or row have none. */
  readonly trackOf: ReadonlyMap<string, number>;
  /** Tracks in each street, by `${way} ${street}`. */
  readonly countOf: ReadonlyMap<string, number>;
  /** A run that would lie on another one whatever the order. */
  readonly tangled: RunRef | undefined;
}

/** Cost of two lines that lie on each other. */
const OVERLAP = 1000;

export const runKey = (line: number, run: number): string => `${line} ${run}`;

export function placeTracks(lines: readonly (readonly Run[])[], nets: readonly Net[]): Tracks {
  const trackOf = new Map<string, number>();
  const countOf = new Map<string, number>();
  let tangled: RunRef | undefined;
  const refs = lines.flatMap((runs, line) =>
    runs.flatMap((run, at) => (run.street % 2 === 0 ? [{ line, run: at, key: `${run.way} ${run.street}` }] : [])),
  );
  for (const [street, members] of Map.groupBy(refs, ({ key }) => key)) {
    const bundles = orderBundles(bundleUp(members, lines, nets));
    bundles.forEach((bundle, at) => {
      const beside = bundles.slice(0, at).filter((other) => isBeside(other, bundle));
      tangled ??= findTangled(bundle, beside, lines);
      const tracks = beside.flatMap(({ members: [first] }) => trackOf.get(runKey(first!.line, first!.run))!);
      const track = Math.max(-1, ...tracks) + 1;
      for (const member of bundle.members) trackOf.set(runKey(member.line, member.run), track);
      countOf.set(street, Math.max(countOf.get(street) ?? 0, track + 1));
    });
  }
  return { trackOf, countOf, tangled };
}

/** First runs after a shape share a track with others of that source, last ones with others of that target. */
function bundleUp(refs: readonly RunRef[], lines: readonly (readonly Run[])[], nets: readonly Net[]): Bundle[] {
  const bySource = Map.groupBy(refs, ({ line, run }) => (run === 1 ? `s ${nets[line]!.source}` : ''));
  const isFan = ({ line, run }: RunRef): boolean => run === 1 && bySource.get(`s ${nets[line]!.source}`)!.length > 1;
  const groups = Map.groupBy(refs, (ref) => {
    const { line, run } = ref;
    if (isFan(ref)) return `s ${nets[line]!.source}`;
    return run === lines[line]!.length - 2 ? `t ${nets[line]!.target}` : `own ${line} ${run}`;
  });
  return [...groups.values()].map((members) => {
    const ends = members.flatMap(({ line, run }) => [lines[line]![run]!.from, lines[line]![run]!.to]);
    return {
      members,
      low: Math.min(...ends),
      high: Math.max(...ends),
      exits: members.flatMap((ref) => listExits(ref, lines)),
    };
  });
}

function listExits({ line, run }: RunRef, lines: readonly (readonly Run[])[]): Bundle['exits'] {
  const { from, to } = lines[line]![run]!;
  const before = lines[line]![run - 1];
  const after = lines[line]![run + 1];
  return [
    ...(before ? [{ at: from, side: -Math.sign(before.to - before.from) }] : []),
    ...(after ? [{ at: to, side: Math.sign(after.to - after.from) }] : []),
  ];
}

const isBeside = (one: Bundle, other: Bundle): boolean => one.low <= other.high && other.low <= one.high;

/** What it costs when `low` runs on a lower track than `high`: crossings, and lines that lie on each other. */
function costOf(low: Bundle, high: Bundle): number {
  const within = (at: number, { low: from, high: to }: Bundle): boolean => at >= from && at <= to;
  const toHigh = low.exits.filter(({ at, side }) => side > 0 && within(at, high));
  const toLow = high.exits.filter(({ at, side }) => side < 0 && within(at, low));
  // Between columns (rows) two exits have tracks of their own; in the middle of one they would lie on each other.
  const overlaps = toHigh.filter(({ at }) => isMiddle(at) && toLow.some((exit) => exit.at === at)).length;
  return toHigh.length + toLow.length + overlaps * OVERLAP;
}

/** From the lowest track on; bundles change places while that saves crossings. */
function orderBundles(bundles: readonly Bundle[]): Bundle[] {
  const order = bundles.toSorted((a, b) => a.low - b.low || a.high - b.high);
  for (let pass = 0, moved = true; moved && pass < 8; pass += 1) {
    moved = false;
    for (const bundle of bundles) moved = moveToBestPlace(order, bundle) || moved;
  }
  return order;
}

function moveToBestPlace(order: Bundle[], bundle: Bundle): boolean {
  const from = order.indexOf(bundle);
  order.splice(from, 1);
  const costs = [order.reduce((sum, other) => sum + costOf(bundle, other), 0)];
  order.forEach((other, at) => costs.push(costs[at]! - costOf(bundle, other) + costOf(other, bundle)));
  let best = from;
  costs.forEach((cost, at) => {
    if (cost < costs[best]!) best = at;
  });
  order.splice(best, 0, bundle);
  return best !== from;
}

/** The longest run of the two that lie on each other: it can step aside. */
function findTangled(
  bundle: Bundle,
  beside: readonly Bundle[],
  lines: readonly (readonly Run[])[],
): RunRef | undefined {
  const other = beside.find((low) => costOf(low, bundle) >= OVERLAP);
  if (!other) return undefined;
  const lengthOf = ({ line, run }: RunRef): number => Math.abs(lines[line]![run]!.to - lines[line]![run]!.from);
  return [...other.members, ...bundle.members].toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
}
