// Lays out one connected part; the flow runs along y here, from small to large.
import { countCrossings, reduceCrossings, reduceCrossingsAround } from './layered-layout-crossings.ts';
import { assignLayers } from './layered-layout-layers.ts';
import { cutIntoLayers, type LayeredGraph, type LayerOrders } from './layered-layout-model.ts';
import { type LaneBand, placeAcross } from './layered-layout-place.ts';
import { LOOP_ROOM, routeChains, routeLoops, type Spot } from './layered-layout-routes.ts';
import { straightenBends } from './layered-layout-straighten.ts';
import { type Arc, orderLinearly } from './linear-order.ts';

export interface PartNode {
  readonly width: number;
  readonly height: number;
  readonly weight: number;
  /** Name of its lane; undefined without lanes. */
  readonly lane: string | undefined;
  /** Place in an earlier drawing; undefined when new. */
  readonly before: number | undefined;
}

export interface Part {
  readonly nodes: readonly (Spot & { readonly layer: number })[];
  /** Per arc given, its line from source to target. */
  readonly lines: readonly { readonly points: readonly Spot[]; readonly back: boolean }[];
  readonly lanes: readonly (LaneBand & { readonly name: string })[];
  readonly width: number;
  readonly height: number;
  readonly crossings: number;
  /** Nodes from left to right. */
  readonly order: readonly number[];
}

export interface Gaps {
  readonly across: number;
  readonly along: number;
}

const BEND_GAP = 12;

/** `arcs` may hold circles, several arcs between the same two nodes, and arcs from a node to itself. */
export function layoutPart(nodes: readonly PartNode[], arcs: readonly Arc[], gaps: Gaps): Part {
  const order = orderLinearly(nodes.length, arcs);
  const rank = rankOf(order);
  const ways = arcs.filter((arc) => arc.source !== arc.target).map((arc) => turnForward(arc, rank));
  const laneNames = nameLanes(nodes, order);
  const hasLoop = new Set(arcs.filter((arc) => arc.source === arc.target).map((arc) => arc.source));
  const layerOf = assignLayers(order, ways);
  const weights = ways.map((way) => way.weight);
  // Bends may stand closer together than nodes: nodes carry the rest of their gap with them.
  const gap = Math.min(gaps.across, BEND_GAP);
  const slack = gaps.across - gap;
  const graph = cutIntoLayers(
    nodes.map((node, at) => ({
      layer: layerOf[at]!,
      // A loop needs room on one side; taking it on both keeps the node in the middle of its slot.
      size: node.width + slack + (hasLoop.has(at) ? 2 * LOOP_ROOM : 0),
      lane: Math.max(0, laneNames.indexOf(node.lane ?? '')),
    })),
    ways,
  );
  const orders = orderLayers(graph, nodes, rank);
  const { centres: placed, bands } = placeAcross(graph, orders, gap);
  const straight = straightenBends(graph, { orders, centres: placed, gap, weights });
  const { centres, width } = trimSides(straight, {
    bands,
    sizes: graph.sizeOf.map((size, at) => (at < nodes.length ? size - slack : size)),
  });
  const layers = stackLayers(nodes, orders, gaps.along);
  const lines = routeChains({ graph, centres, nodes, layers, weights });
  const corners = nodes.map((node, at) => {
    const layer = layers[layerOf[at]!]!;
    return { x: centres[at]! - node.width / 2, y: layer.top + (layer.height - node.height) / 2, layer: layerOf[at]! };
  });
  const lastLayer = layers.at(-1);
  return {
    nodes: corners,
    lines: drawArcs({ arcs, rank, lines, nodes, corners }),
    lanes: bands.map((band, at) => ({ ...band, name: laneNames[at]! })),
    width,
    height: lastLayer ? lastLayer.top + lastLayer.height : 0,
    crossings: countCrossings(graph, orders),
    order: order.toSorted((a, b) => centres[a]! - centres[b]! || layerOf[a]! - layerOf[b]!),
  };
}

function rankOf(order: readonly number[]): number[] {
  const rank = new Array<number>(order.length).fill(0);
  order.forEach((vertex, at) => {
    rank[vertex] = at;
  });
  return rank;
}

const runsBack = (arc: Arc, rank: readonly number[]): boolean => rank[arc.source]! > rank[arc.target]!;

const turnForward = (arc: Arc, rank: readonly number[]): Arc =>
  runsBack(arc, rank) ? { source: arc.target, target: arc.source, weight: arc.weight } : arc;

/** Lanes in the order in which the flow reaches them; empty when no node names one. */
function nameLanes(nodes: readonly PartNode[], order: readonly number[]): string[] {
  if (nodes.every((node) => node.lane === undefined)) return [];
  return [...new Set(order.map((vertex) => nodes[vertex]!.lane ?? ''))];
}

/** In the order of an earlier drawing if there is one, otherwise with as few crossings as can be found. */
function orderLayers(graph: LayeredGraph, nodes: readonly PartNode[], rank: readonly number[]): LayerOrders {
  const fixed = new Set(nodes.keys().filter((vertex) => nodes[vertex]!.before !== undefined));
  if (fixed.size === 0)
    return reduceCrossings(
      graph,
      listLayers(graph, (vertex) => rank[vertex] ?? vertex),
    );
  const wishes = new Map<number, number>();
  graph.chains.forEach((chain) => {
    const places = [chain[0]!, chain.at(-1)!].flatMap((end) => nodes[end]!.before ?? []);
    const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
    for (const vertex of chain) if (places.length > 0) wishes.set(vertex, nodes[vertex]?.before ?? mean);
  });
  const wishOf = (vertex: number): number => nodes[vertex]?.before ?? wishes.get(vertex) ?? graph.layerOf.length;
  return reduceCrossingsAround(graph, listLayers(graph, wishOf), fixed);
}

function listLayers(graph: LayeredGraph, wishOf: (vertex: number) => number): LayerOrders {
  const orders: number[][] = [];
  graph.layerOf.forEach((layer, vertex) => {
    while (orders.length <= layer) orders.push([]);
    orders[layer]!.push(vertex);
  });
  return orders.map((order) => {
    return order.sort((a, b) => graph.laneOf[a]! - graph.laneOf[b]! || wishOf(a) - wishOf(b) || a - b);
  });
}

function stackLayers(nodes: readonly PartNode[], orders: LayerOrders, gap: number): { top: number; height: number }[] {
  let top = 0;
  return orders.map((order) => {
    const height = order.reduce((most, vertex) => Math.max(most, nodes[vertex]?.height ?? 0), 0);
    const layer = { top, height };
    top += height + gap;
    return layer;
  });
}

interface Drawing {
  readonly arcs: readonly Arc[];
  readonly rank: readonly number[];
  readonly lines: readonly Spot[][];
  readonly nodes: readonly PartNode[];
  readonly corners: readonly Spot[];
}

/** Lines in the order of the arcs given, each running from its source to its target. */
function drawArcs({ arcs, rank, lines, nodes, corners }: Drawing): Part['lines'] {
  const waiting = lines[Symbol.iterator]();
  const loopsOf = new Map<number, number>();
  for (const arc of arcs) {
    if (arc.source === arc.target) loopsOf.set(arc.source, (loopsOf.get(arc.source) ?? 0) + 1);
  }
  const drawn = new Map<number, number>();
  return arcs.map((arc) => {
    if (arc.source === arc.target) {
      const at = drawn.get(arc.source) ?? 0;
      drawn.set(arc.source, at + 1);
      const { width, height } = nodes[arc.source]!;
      const box = { ...corners[arc.source]!, width, height };
      return { points: routeLoops(box, loopsOf.get(arc.source)!)[at]!, back: false };
    }
    const points = waiting.next().value ?? [];
    const back = runsBack(arc, rank);
    return { points: back ? points.toReversed() : points, back };
  });
}

/** Moves the picture to 0 and measures it. Lanes stay where they are: they begin at 0. */
function trimSides(
  centres: readonly number[],
  { bands, sizes }: { bands: readonly LaneBand[]; sizes: readonly number[] },
): { centres: readonly number[]; width: number } {
  const left = centres.reduce((least, centre, at) => Math.min(least, centre - sizes[at]! / 2), Infinity);
  const right = centres.reduce((most, centre, at) => Math.max(most, centre + sizes[at]! / 2), -Infinity);
  const lastBand = bands.at(-1);
  if (lastBand) return { centres, width: Math.max(right, lastBand.start + lastBand.size) };
  return { centres: centres.map((centre) => centre - left), width: Math.max(0, right - left) };
}
