// The graph inside the layout: nodes and the bends of long edges, each in one layer.
import type { Arc } from './linear-order.ts';

export interface Link {
  readonly vertex: number;
  readonly weight: number;
}

export interface LayeredGraph {
  /** Vertices 0 to nodeCount-1 are nodes; those after them are bends of edges that pass a layer. */
  readonly nodeCount: number;
  readonly layerOf: readonly number[];
  /** Size across the flow. */
  readonly sizeOf: readonly number[];
  /** Index of its lane; all 0 without lanes. */
  readonly laneOf: readonly number[];
  readonly ups: readonly (readonly Link[])[];
  readonly downs: readonly (readonly Link[])[];
  /** Per arc given: its vertices, from the upper layer to the lower. */
  readonly chains: readonly (readonly number[])[];
}

/** Per layer its vertices, in order across the flow. */
export type LayerOrders = readonly (readonly number[])[];

export interface LayeredNode {
  readonly layer: number;
  readonly size: number;
  readonly lane: number;
}

/** Space kept free for an edge that passes a layer. */
const BEND_SIZE = 8;

/** Cuts every arc (which must run from a lower to a higher layer number) into links of one layer each. */
export function cutIntoLayers(nodes: readonly LayeredNode[], arcs: readonly Arc[]): LayeredGraph {
  const layerOf = nodes.map((node) => node.layer);
  const sizeOf = nodes.map((node) => node.size);
  const laneOf = nodes.map((node) => node.lane);
  const ups: Link[][] = nodes.map(() => []);
  const downs: Link[][] = nodes.map(() => []);

  const addBend = (layer: number, lane: number): number => {
    layerOf.push(layer);
    sizeOf.push(BEND_SIZE);
    laneOf.push(lane);
    ups.push([]);
    return downs.push([]) - 1;
  };
  const chains = arcs.map(({ source, target, weight }) => {
    const chain = [source];
    const middle = (layerOf[source]! + layerOf[target]!) / 2;
    for (let layer = layerOf[source]! + 1; layer < layerOf[target]!; layer += 1) {
      chain.push(addBend(layer, laneOf[layer <= middle ? source : target]!));
    }
    chain.push(target);
    for (let at = 1; at < chain.length; at += 1) {
      downs[chain[at - 1]!]!.push({ vertex: chain[at]!, weight });
      ups[chain[at]!]!.push({ vertex: chain[at - 1]!, weight });
    }
    return chain;
  });
  return { nodeCount: nodes.length, layerOf, sizeOf, laneOf, ups, downs, chains };
}

/** Place of each vertex in its layer. */
export function placesOf(orders: LayerOrders, vertexCount: number): Int32Array {
  const places = new Int32Array(vertexCount);
  for (const order of orders) {
    order.forEach((vertex, at) => {
      places[vertex] = at;
    });
  }
  return places;
}
