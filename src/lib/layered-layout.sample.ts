// Seeded process-like graphs for the layout's tests and benches: a main path, short cuts, detours and loops.
import type { LayoutEdge, LayoutNode } from './layered-layout.ts';

/** The same counts give the same graph. About 12 % of the edges run back. */
export function sampleGraph(nodeCount: number, edgeCount: number): { nodes: LayoutNode[]; edges: LayoutEdge[] } {
  const random = seeded(nodeCount * 7919 + edgeCount);
  const nodes = Array.from({ length: nodeCount }, (_, at) => ({ id: `n${at}`, width: 160, height: 48 }));
  const edges: LayoutEdge[] = [];
  const add = (source: number, target: number, weight: number): void => {
    edges.push({ id: `e${edges.length}`, source: `n${source}`, target: `n${target}`, weight });
  };
  for (let at = 1; at < nodeCount; at += 1)
    add(Math.max(0, at - 1 - Math.floor(random() ** 2 * 6)), at, 50 + 900 * random());
  while (edges.length < edgeCount) {
    const source = Math.floor(random() * nodeCount);
    const reach = 1 + Math.floor(random() ** 3 * nodeCount * 0.3);
    const target = random() < 0.12 ? source - reach : source + reach;
    if (target >= 0 && target < nodeCount) add(source, target, 1 + 100 * random() ** 3);
  }
  return { nodes, edges };
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
