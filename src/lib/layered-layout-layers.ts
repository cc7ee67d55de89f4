// Which layer each node is drawn in.
import type { Arc } from './linear-order.ts';

/**
 * Layers from 0: every arc runs to a higher layer. Longest path first, then each node is pulled to the side its
 * weight lies on, so that busy edges are short. `order` is a topological order of the (acyclic) arcs.
 */
export function assignLayers(order: readonly number[], arcs: readonly Arc[]): number[] {
  const outs: Arc[][] = order.map(() => []);
  const ins: Arc[][] = order.map(() => []);
  for (const arc of arcs) {
    outs[arc.source]!.push(arc);
    ins[arc.target]!.push(arc);
  }
  const layers = new Array<number>(order.length).fill(0);
  for (const vertex of order) {
    for (const arc of outs[vertex]!) layers[arc.target] = Math.max(layers[arc.target]!, layers[vertex]! + 1);
  }
  for (let pass = 0; pass < 8; pass += 1) {
    if (!pullAll([...order].reverse(), { layers, outs, ins })) break;
  }
  return layers;
}

interface Pull {
  readonly layers: number[];
  readonly outs: readonly (readonly Arc[])[];
  readonly ins: readonly (readonly Arc[])[];
}

// Logarithms: a way taken ten thousand times shall not outweigh everything told by people.
const pullOf = (arcs: readonly Arc[]): number => arcs.reduce((sum, arc) => sum + Math.log1p(arc.weight), 0);

function pullAll(order: readonly number[], { layers, outs, ins }: Pull): boolean {
  let moved = false;
  for (const vertex of order) {
    const pull = pullOf(outs[vertex]!) - pullOf(ins[vertex]!);
    const earliest = ins[vertex]!.reduce((layer, arc) => Math.max(layer, layers[arc.source]! + 1), 0);
    const latest = outs[vertex]!.reduce((layer, arc) => Math.min(layer, layers[arc.target]! - 1), Infinity);
    const wanted = pull > 0 && latest < Infinity ? latest : pull < 0 ? earliest : layers[vertex]!;
    if (wanted === layers[vertex]) continue;
    layers[vertex] = wanted;
    moved = true;
  }
  return moved;
}
