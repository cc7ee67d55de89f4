// The lines of the edges, from border to border through their bends.
import { spreadOut } from './isotonic.ts';
import type { LayeredGraph } from './layered-layout-model.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Flow runs along y here; the caller turns the picture if it runs to the right. */
export interface RouteInput {
  readonly graph: LayeredGraph;
  readonly centres: readonly number[];
  readonly nodes: readonly { readonly width: number; readonly height: number }[];
  /** Per arc, as busy as it is. */
  readonly weights: readonly number[];
  readonly layers: readonly { readonly top: number; readonly height: number }[];
}

const PORT_GAP = 10;

/** One polyline per chain, from the upper node's lower border to the lower node's upper border. */
export function routeChains(input: RouteInput): Spot[][] {
  const { graph, centres, layers } = input;
  const leaving = findPorts(input, 'downs');
  const arriving = findPorts(input, 'ups');
  return graph.chains.map((chain, arc) => {
    const first = chain[0]!;
    const last = chain.at(-1)!;
    const spots: Spot[] = [
      { x: leaving[arc]!, y: borderOf(input, first).bottom },
      { x: leaving[arc]!, y: bottomOf(layers[graph.layerOf[first]!]!) },
    ];
    for (const bend of chain.slice(1, -1)) {
      const layer = layers[graph.layerOf[bend]!]!;
      spots.push({ x: centres[bend]!, y: layer.top }, { x: centres[bend]!, y: bottomOf(layer) });
    }
    spots.push({ x: arriving[arc]!, y: layers[graph.layerOf[last]!]!.top });
    spots.push({ x: arriving[arc]!, y: borderOf(input, last).top });
    return dropRepeats(spots);
  });
}

/** Lines of the edges from a node to itself, on its right border, the next one further out. */
export function routeLoops(box: { x: number; y: number; width: number; height: number }, count: number): Spot[][] {
  const right = box.x + box.width;
  return Array.from({ length: count }, (_, at) => {
    const reach = (LOOP_ROOM * (at + 1)) / count;
    const half = (box.height * 0.3 * (at + 1)) / count;
    const middle = box.y + box.height / 2;
    return [
      { x: right, y: middle - half },
      { x: right + reach, y: middle - half },
      { x: right + reach, y: middle + half },
      { x: right, y: middle + half },
    ];
  });
}

/** Free space kept beside a node that has loops. */
export const LOOP_ROOM = 28;

const bottomOf = (layer: { top: number; height: number }): number => layer.top + layer.height;

function borderOf({ graph, nodes, layers }: RouteInput, vertex: number): { top: number; bottom: number } {
  const layer = layers[graph.layerOf[vertex]!]!;
  const top = layer.top + (layer.height - nodes[vertex]!.height) / 2;
  return { top, bottom: top + nodes[vertex]!.height };
}

/**
 * Where on its node's border each arc starts (`downs`) or ends (`ups`): straight towards its next vertex where the
 * node is wide enough, apart from each other, busy arcs yielding least.
 */
function findPorts({ graph, centres, nodes, weights }: RouteInput, side: 'downs' | 'ups'): number[] {
  const ports = new Array<number>(graph.chains.length).fill(0);
  const arcsOf: { arc: number; next: number }[][] = nodes.map(() => []);
  graph.chains.forEach((chain, arc) => {
    const [own, next] = side === 'downs' ? [chain[0]!, chain[1]!] : [chain.at(-1)!, chain.at(-2)!];
    arcsOf[own]!.push({ arc, next: centres[next]! });
  });
  arcsOf.forEach((arcs, vertex) => {
    const { width } = nodes[vertex]!;
    const left = centres[vertex]! - width * 0.4;
    const right = centres[vertex]! + width * 0.4;
    const sorted = [...arcs].sort((a, b) => a.next - b.next || a.arc - b.arc);
    const gap = Math.min(PORT_GAP, (right - left) / Math.max(1, sorted.length - 1));
    const wishes = sorted.map(({ arc, next }) => {
      return { at: Math.min(Math.max(next, left), right), weight: weights[arc]!, size: 0 };
    });
    spreadOut(wishes, { gap, from: left, to: right }).forEach((port, at) => {
      ports[sorted[at]!.arc] = port;
    });
  });
  return ports;
}

/** Without points that repeat the one before, and without points in the middle of a straight run. */
function dropRepeats(spots: readonly Spot[]): Spot[] {
  const distinct = spots.filter((spot, at) => {
    const before = spots[at - 1];
    return !before || before.x !== spot.x || before.y !== spot.y;
  });
  return distinct.filter((spot, at) => {
    const before = distinct[at - 1];
    const after = distinct[at + 1];
    return !before || !after || before.x !== spot.x || after.x !== spot.x;
  });
}
