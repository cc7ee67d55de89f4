// In which order the vertices of each layer stand, so that few links cross.
import { type LayeredGraph, type LayerOrders, type Link, placesOf } from './layered-layout-model.ts';

const SWEEPS = 24;

/** Small graphs can be tried from several starts in the time a large one takes. */
const VERTICES_TO_TRY = 16_000;
const MOST_ATTEMPTS = 8;

/**
 * Medians and weighted means of the neighbours swept down and up in turn (each leads out of the other's dead ends),
 * neighbours swapped where that helps; the best order seen is returned.
 */
export function reduceCrossings(graph: LayeredGraph, start: LayerOrders): LayerOrders {
  const affordable = Math.max(1, Math.floor(VERTICES_TO_TRY / Math.max(1, graph.layerOf.length)));
  let best = { orders: start, count: countCrossings(graph, start) };
  for (const { from, phase } of listAttempts(graph, start).slice(0, Math.min(MOST_ATTEMPTS, affordable))) {
    const found = sweepUntilIdle(graph, from, phase);
    if (found.count < best.count) best = found;
  }
  return best.orders;
}

/** Moves only bends and nodes that are not `fixed`, so that a picture somebody has seen does not jump. */
export function reduceCrossingsAround(
  graph: LayeredGraph,
  start: LayerOrders,
  fixed: ReadonlySet<number>,
): LayerOrders {
  return swapNeighbours(graph, start, (left, right) => !fixed.has(left) || !fixed.has(right));
}

function listAttempts(graph: LayeredGraph, start: LayerOrders): { from: LayerOrders; phase: number }[] {
  const mirrored = start.map((order) => order.toReversed().sort((a, b) => graph.laneOf[a]! - graph.laneOf[b]!));
  return [0, 2, 1, 3].flatMap((phase) => [start, mirrored].map((from) => ({ from, phase })));
}

function sweepUntilIdle(
  graph: LayeredGraph,
  start: LayerOrders,
  phase: number,
): { orders: LayerOrders; count: number } {
  let best = { orders: start, count: Infinity };
  let current = start;
  for (let sweep = 0, idle = 0; sweep < SWEEPS && best.count > 0 && idle < 8; sweep += 1, idle += 1) {
    current = swapNeighbours(graph, sweepOnce(graph, current, sweep + phase));
    const count = countCrossings(graph, current);
    if (count >= best.count) continue;
    best = { orders: current, count };
    idle = 0;
  }
  return best;
}

/** Pairs of links between neighbouring layers that cross (Barth, Mutzel and Jünger: one pass with a Fenwick tree). */
export function countCrossings(graph: LayeredGraph, orders: LayerOrders): number {
  const places = placesOf(orders, graph.layerOf.length);
  let crossings = 0;
  orders.forEach((order, layer) => {
    const width = orders[layer + 1]?.length ?? 0;
    if (width === 0) return;
    const tree = new Int32Array(width + 1);
    let seen = 0;
    for (const vertex of order) {
      const targets = graph.downs[vertex]!.map((link) => places[link.vertex]!);
      for (const place of targets) {
        let upTo = 0;
        for (let at = place + 1; at > 0; at -= at & -at) upTo += tree[at]!;
        crossings += seen - upTo;
      }
      for (const place of targets) {
        seen += 1;
        for (let at = place + 1; at <= width; at += at & -at) tree[at]! += 1;
      }
    }
  });
  return crossings;
}

function sweepOnce(graph: LayeredGraph, start: LayerOrders, sweep: number): LayerOrders {
  const down = sweep % 2 === 0;
  const findPlace = sweep % 4 < 2 ? findMedian : findMean;
  const orders = start.map((order) => [...order]);
  const places = placesOf(orders, graph.layerOf.length);
  const wishes = new Float64Array(graph.layerOf.length);
  for (let step = 0; step < orders.length; step += 1) {
    const order = orders[down ? step : orders.length - 1 - step]!;
    for (const vertex of order) {
      const links = (down ? graph.ups : graph.downs)[vertex]!;
      wishes[vertex] = links.length > 0 ? findPlace(links, places) : places[vertex]!;
    }
    order.sort((a, b) => {
      return graph.laneOf[a]! - graph.laneOf[b]! || wishes[a]! - wishes[b]! || places[a]! - places[b]!;
    });
    order.forEach((vertex, at) => {
      places[vertex] = at;
    });
  }
  return orders;
}

/** The middle one of the neighbours' places; the mean of the middle two of an even number. */
function findMedian(links: readonly Link[], places: Int32Array): number {
  const sorted = links.map((link) => places[link.vertex]!).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The mean of the neighbours' places, busy ones counting more. */
function findMean(links: readonly Link[], places: Int32Array): number {
  let sum = 0;
  let weight = 0;
  for (const link of links) {
    const share = Math.log1p(link.weight);
    sum += share * places[link.vertex]!;
    weight += share;
  }
  return sum / weight;
}

type MaySwap = (left: number, right: number) => boolean;

function swapNeighbours(graph: LayeredGraph, start: LayerOrders, maySwap: MaySwap = () => true): LayerOrders {
  const orders = start.map((order) => [...order]);
  const places = placesOf(orders, graph.layerOf.length);
  for (let pass = 0, improved = true; improved && pass < 6; pass += 1) {
    improved = false;
    for (const order of orders) {
      for (let at = 0; at + 1 < order.length; at += 1) {
        const left = order[at]!;
        const right = order[at + 1]!;
        if (graph.laneOf[left] !== graph.laneOf[right] || !maySwap(left, right)) continue;
        if (gainOfSwap(graph, places, [left, right]) <= 0) continue;
        order[at] = right;
        order[at + 1] = left;
        places[right] = at;
        places[left] = at + 1;
        improved = true;
      }
    }
  }
  return orders;
}

function gainOfSwap({ ups, downs }: LayeredGraph, places: Int32Array, [left, right]: [number, number]): number {
  let gain = 0;
  for (const links of [ups, downs]) {
    for (const a of links[left]!) {
      for (const b of links[right]!) gain += Math.sign(places[a.vertex]! - places[b.vertex]!);
    }
  }
  return gain;
}
