// Puts the vertices of a weighted directed graph in a row so that little weight runs backwards.

export interface Arc {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

/**
 * Greedy order of Eades, Lin and Smyth (1993) with weights, then each vertex is moved to the best place for it while
 * that helps. `count` vertices are numbered from 0; arcs from a vertex to itself say nothing. The same input gives
 * the same order; ties go to the lower number.
 */
export function orderLinearly(count: number, arcs: readonly Arc[]): number[] {
  const neighbours = listNeighbours(count, arcs);
  let order = orderGreedily(count, neighbours);
  for (let pass = 0; pass < 4; pass += 1) {
    const better = moveEach(order, neighbours);
    if (better.moved === 0) break;
    order = better.order;
  }
  return order;
}

interface Neighbours {
  readonly outs: readonly (readonly { readonly vertex: number; readonly weight: number }[])[];
  readonly ins: readonly (readonly { readonly vertex: number; readonly weight: number }[])[];
}

function listNeighbours(count: number, arcs: readonly Arc[]): Neighbours {
  const outs = Array.from({ length: count }, (): { vertex: number; weight: number }[] => []);
  const ins = Array.from({ length: count }, (): { vertex: number; weight: number }[] => []);
  for (const { source, target, weight } of arcs) {
    if (source === target) continue;
    outs[source]!.push({ vertex: target, weight });
    ins[target]!.push({ vertex: source, weight });
  }
  return { outs, ins };
}

/** Sources to the left end, sinks to the right end, otherwise the vertex that gives the most more than it takes. */
function orderGreedily(count: number, { outs, ins }: Neighbours): number[] {
  const outWeight = outs.map((links) => links.reduce((sum, link) => sum + link.weight, 0));
  const inWeight = ins.map((links) => links.reduce((sum, link) => sum + link.weight, 0));
  const outCount = outs.map((links) => links.length);
  const inCount = ins.map((links) => links.length);
  const left: number[] = [];
  const right: number[] = [];
  const rest = new Set(Array.from({ length: count }, (_, vertex) => vertex));

  const remove = (vertex: number): void => {
    rest.delete(vertex);
    for (const link of outs[vertex]!) {
      inWeight[link.vertex]! -= link.weight;
      inCount[link.vertex]! -= 1;
    }
    for (const link of ins[vertex]!) {
      outWeight[link.vertex]! -= link.weight;
      outCount[link.vertex]! -= 1;
    }
  };
  const removeAll = (degree: readonly number[], side: number[]): boolean => {
    const before = side.length;
    for (const vertex of rest) {
      if (degree[vertex] !== 0) continue;
      side.push(vertex);
      remove(vertex);
    }
    return side.length > before;
  };

  while (rest.size > 0) {
    if (removeAll(inCount, left) || removeAll(outCount, right)) continue;
    let best = -1;
    for (const vertex of rest) {
      if (best < 0 || outWeight[vertex]! - inWeight[vertex]! > outWeight[best]! - inWeight[best]!) best = vertex;
    }
    left.push(best);
    remove(best);
  }
  return [...left, ...right.reverse()];
}

function moveEach(start: readonly number[], neighbours: Neighbours): { order: number[]; moved: number } {
  const order = [...start];
  const place = new Int32Array(order.length);
  order.forEach((vertex, at) => {
    place[vertex] = at;
  });
  let moved = 0;
  for (let vertex = 0; vertex < start.length; vertex += 1) {
    const from = place[vertex]!;
    const to = findBestPlace(vertex, place, neighbours);
    if (to === from) continue;
    order.splice(from, 1);
    order.splice(to, 0, vertex);
    for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) place[order[at]!] = at;
    moved += 1;
  }
  return { order, moved };
}

/** The place (after taking the vertex out) with the least weight running backwards; its own place if none is better. */
function findBestPlace(vertex: number, place: Int32Array, { outs, ins }: Neighbours): number {
  const own = place[vertex]!;
  const placeWithout = (other: number): number => (place[other]! > own ? place[other]! - 1 : place[other]!);
  // Passing a target to the right turns its arc backwards (+), passing a source turns its arc forwards (-).
  const changes = [
    ...outs[vertex]!.map((link) => ({ after: placeWithout(link.vertex) + 1, change: link.weight })),
    ...ins[vertex]!.map((link) => ({ after: placeWithout(link.vertex) + 1, change: -link.weight })),
  ].sort((a, b) => a.after - b.after);
  const costAt = (to: number): number => changes.reduce((sum, c) => (c.after <= to ? sum + c.change : sum), 0);
  let best = own;
  let bestCost = costAt(own);
  let cost = 0;
  const consider = (to: number, candidate: number): void => {
    if (candidate < bestCost - 1e-9) {
      best = to;
      bestCost = candidate;
    }
  };
  consider(0, 0);
  changes.forEach((change, at) => {
    cost += change.change;
    if (changes[at + 1]?.after !== change.after) consider(change.after, cost);
  });
  return best;
}
