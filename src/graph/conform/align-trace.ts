// In: the activities of a case and the ways an approved graph allows. Out: the nearest of those ways, and how far it is.
import type { ApprovedWays } from './approved-ways.ts';

export interface AlignedMove {
  readonly move: 'both' | 'extra' | 'missing';
  /** Place in the trace of `both` and `extra`, number of the activity in the approved graph of `missing`. */
  readonly at: number;
}

export interface Alignment {
  readonly cost: number;
  readonly moves: readonly AlignedMove[];
}

/** What is not in the approved graph. */
export const UNKNOWN = -1;

/**
 * The cheapest alignment of a trace with a way from start to end of the approved graph, each activity done beside the
 * way and each one of the way left out costing 1: A. Adriansyah, Aligning Observed and Modeled Behavior (2014), chapter
 * 4, on the product of trace and graph. Solved in one layer for each place of the trace, since every state of the
 * product is a place and an activity: O(trace length x (activities + transitions)). Undefined where the graph has no way
 * to its end. Of equally cheap ones the same is given each time: what was done counts as done as late as it can be.
 */
export function alignTrace(trace: ArrayLike<number>, ways: ApprovedWays): Alignment | undefined {
  if (ways.shortest === undefined) return undefined;
  const layers = costLayers(trace, ways);
  const last = layers.at(-1)!;
  let state = startOf(ways);
  let cost = FAR;
  for (const end of ways.ends) if (last[end]! < cost) [state, cost] = [end, last[end]!];
  return { cost, moves: traceBack({ trace, ways, layers, state }) };
}

/** The cost alone, which is what fitness needs; it keeps two layers instead of all. */
export function alignmentCost(trace: ArrayLike<number>, ways: ApprovedWays): number | undefined {
  if (ways.shortest === undefined) return undefined;
  let layer = firstLayer(ways);
  for (let at = 0; at < trace.length; at += 1) layer = nextLayer(layer, trace[at]!, ways);
  let cost = FAR;
  for (const end of ways.ends) cost = Math.min(cost, layer[end]!);
  return cost;
}

/** The start, before any activity, is a state like the activities and stands behind them. */
const startOf = ({ labels }: ApprovedWays): number => labels.length;
const FAR = 0x3fffffff;

/** For each place of the trace (none to all of it done) the cheapest cost of standing in each state of the graph. */
function costLayers(trace: ArrayLike<number>, ways: ApprovedWays): Int32Array[] {
  const layers = [firstLayer(ways)];
  for (let at = 0; at < trace.length; at += 1) layers.push(nextLayer(layers[at]!, trace[at]!, ways));
  return layers;
}

function firstLayer(ways: ApprovedWays): Int32Array {
  const costs = new Int32Array(ways.labels.length + 1).fill(FAR);
  costs[startOf(ways)] = 0;
  spread(costs, startOf(ways), ways);
  return costs;
}

/**
 * One activity more is done: beside the way, at a cost of 1, or on it, for nothing. Before it no state was more than 1
 * dearer than one that leads to it, and all become dearer alike, so only the activity itself can lower others.
 */
function nextLayer(before: Int32Array, activity: number, ways: ApprovedWays): Int32Array {
  const now = new Int32Array(before.length);
  for (let state = 0; state < now.length; state += 1) now[state] = before[state]! < FAR ? before[state]! + 1 : FAR;
  if (activity === UNKNOWN) return now;
  let least = now[activity]!;
  for (const state of ways.beforeOf[activity]!) least = Math.min(least, before[state]!);
  if (least === now[activity]) return now;
  now[activity] = least;
  spread(now, activity, ways);
  return now;
}

/** From one state whose cost fell: each state it leads to costs at most 1 more. Breadth first, as all steps cost alike. */
function spread(costs: Int32Array, from: number, { nextOf }: ApprovedWays): void {
  const lowered = [from];
  for (const state of lowered) {
    for (const next of nextOf[state]!) {
      if (costs[next]! <= costs[state]! + 1) continue;
      costs[next] = costs[state]! + 1;
      lowered.push(next);
    }
  }
}

interface Traced {
  readonly trace: ArrayLike<number>;
  readonly ways: ApprovedWays;
  readonly layers: readonly Int32Array[];
  readonly state: number;
}

/** From the end back to the start, by any step that explains the cost of where it leads. */
function traceBack({ trace, ways, layers, state: end }: Traced): AlignedMove[] {
  const start = startOf(ways);
  const moves: AlignedMove[] = [];
  let [state, at] = [end, trace.length];
  while (at > 0 || state !== start) {
    const cost = layers[at]![state]!;
    const isDone = at > 0 && trace[at - 1] === state;
    const via = isDone ? ways.beforeOf[state]!.find((one) => layers[at - 1]![one] === cost) : undefined;
    if (via !== undefined) {
      at -= 1;
      moves.push({ move: 'both', at });
      state = via;
    } else if (at > 0 && layers[at - 1]![state] === cost - 1) {
      at -= 1;
      moves.push({ move: 'extra', at });
    } else {
      moves.push({ move: 'missing', at: state });
      // Safe: the cost came from somewhere, and no other way is left.
      state = ways.beforeOf[state]!.find((one) => layers[at]![one] === cost - 1)!;
    }
  }
  return moves.reverse();
}
