// Where across the flow each vertex stands, once the order in its layer is fixed.
import { spreadOut } from './isotonic.ts';
import type { LayeredGraph, LayerOrders, Link } from './layered-layout-model.ts';

const PASSES = 28;

export interface LaneBand {
  readonly start: number;
  readonly size: number;
}

export interface Placement {
  /** Centre of each vertex across the flow; may be below 0 where there are no lanes. */
  readonly centres: readonly number[];
  /** One per lane, in order; empty when there is only one. */
  readonly bands: readonly LaneBand[];
}

/**
 * Each layer in turn moves to the weighted mean of its neighbours, as near as order and gaps allow; bends pull bends
 * hardest and busy edges more than quiet ones, so long and busy ways end up straight.
 */
export function placeAcross(graph: LayeredGraph, orders: LayerOrders, gap: number): Placement {
  const bands = layBands(graph, orders, gap);
  const centres = startCentres(graph, orders, { gap, bands });
  for (let pass = 0; pass < PASSES; pass += 1) {
    const sides = pass >= PASSES - 4 ? [graph.ups, graph.downs] : pass % 2 === 0 ? [graph.ups] : [graph.downs];
    for (let step = 0; step < orders.length; step += 1) {
      const order = orders[pass % 2 === 0 ? step : orders.length - 1 - step]!;
      settleLayer(graph, order, { centres, sides, gap, bands });
    }
  }
  return { centres, bands };
}

interface Settling {
  readonly centres: number[];
  readonly sides: readonly (readonly (readonly Link[])[])[];
  readonly gap: number;
  readonly bands: readonly LaneBand[];
}

function settleLayer(graph: LayeredGraph, order: readonly number[], { centres, sides, gap, bands }: Settling): void {
  const wishes = order.map((vertex) => wishOf(graph, vertex, { centres, sides }));
  for (const { from, to, band } of splitByLane(graph, order, bands)) {
    const bounds = band ? { from: band.start, to: band.start + band.size } : {};
    spreadOut(wishes.slice(from, to), { gap, ...bounds }).forEach((centre, at) => {
      centres[order[from + at]!] = centre;
    });
  }
}

function wishOf(graph: LayeredGraph, vertex: number, { centres, sides }: Pick<Settling, 'centres' | 'sides'>) {
  const size = graph.sizeOf[vertex]!;
  let sum = 0;
  let weight = 0;
  for (const links of sides) {
    for (const link of links[vertex]!) {
      const share = straightness(graph, vertex, link.vertex) * link.weight ** 0.75;
      sum += centres[link.vertex]! * share;
      weight += share;
    }
  }
  return weight > 0 ? { at: sum / weight, weight, size } : { at: centres[vertex]!, weight: 0.01, size };
}

/** Bend to bend must be straight, bend to node should be. */
function straightness({ nodeCount }: LayeredGraph, one: number, other: number): number {
  const bends = Number(one >= nodeCount) + Number(other >= nodeCount);
  return bends === 2 ? 8 : bends === 1 ? 2 : 1;
}

/** Lanes side by side, each as wide as its fullest layer needs. */
function layBands(graph: LayeredGraph, orders: LayerOrders, gap: number): LaneBand[] {
  const laneCount = graph.laneOf.reduce((count, lane) => Math.max(count, lane + 1), 0);
  if (laneCount < 2) return [];
  const sizes = new Array<number>(laneCount).fill(0);
  for (const order of orders) {
    const used = new Array<number>(laneCount).fill(0);
    for (const vertex of order) used[graph.laneOf[vertex]!]! += graph.sizeOf[vertex]! + gap;
    used.forEach((size, lane) => {
      sizes[lane] = Math.max(sizes[lane]!, size);
    });
  }
  let start = 0;
  return sizes.map((size) => {
    const band = { start: start + gap / 2, size: size - gap };
    start += size;
    return band;
  });
}

function splitByLane(graph: LayeredGraph, order: readonly number[], bands: readonly LaneBand[]) {
  if (bands.length === 0) return [{ from: 0, to: order.length, band: undefined }];
  return bands.map((band, lane) => {
    const from = order.findIndex((vertex) => graph.laneOf[vertex] === lane);
    const to = order.findLastIndex((vertex) => graph.laneOf[vertex] === lane) + 1;
    return { from: Math.max(from, 0), to, band };
  });
}

/** Packed, and centred on a common axis (or in the lane). */
function startCentres(graph: LayeredGraph, orders: LayerOrders, { gap, bands }: Pick<Settling, 'gap' | 'bands'>) {
  const centres = new Array<number>(graph.layerOf.length).fill(0);
  for (const order of orders) {
    for (const { from, to, band } of splitByLane(graph, order, bands)) {
      const middle = band ? band.start + band.size / 2 : 0;
      const wishes = order.slice(from, to).map((vertex) => ({ at: middle, weight: 1, size: graph.sizeOf[vertex]! }));
      spreadOut(wishes, { gap }).forEach((centre, at) => {
        centres[order[from + at]!] = centre;
      });
    }
  }
  return centres;
}
