// Takes the small kinks out of long edges: their bends move onto few straight runs where there is room.
import { type LayeredGraph, type LayerOrders, placesOf } from './layered-layout-model.ts';

export interface StraightenInput {
  readonly orders: LayerOrders;
  readonly centres: readonly number[];
  readonly gap: number;
  /** Per arc; busy ones choose first. */
  readonly weights: readonly number[];
}

/** New centres: no order changes and no gap shrinks, nodes stay where they are. */
export function straightenBends(graph: LayeredGraph, { orders, centres, gap, weights }: StraightenInput): number[] {
  const straight = [...centres];
  const places = placesOf(orders, graph.layerOf.length);
  const roomOf = (vertex: number): Room => {
    const order = orders[graph.layerOf[vertex]!]!;
    const left = order[places[vertex]! - 1];
    const right = order[places[vertex]! + 1];
    const own = graph.sizeOf[vertex]! / 2 + gap;
    return {
      from: left === undefined ? -Infinity : straight[left]! + graph.sizeOf[left]! / 2 + own,
      to: right === undefined ? Infinity : straight[right]! - graph.sizeOf[right]! / 2 - own,
    };
  };
  const byWeight = graph.chains.map((_, arc) => arc).sort((a, b) => weights[b]! - weights[a]! || a - b);
  for (const arc of byWeight) {
    for (const run of cutIntoRuns(graph.chains[arc]!.slice(1, -1), roomOf)) {
      const mean = run.bends.reduce((sum, bend) => sum + straight[bend]!, 0) / run.bends.length;
      const common = Math.min(Math.max(mean, run.from), run.to);
      for (const bend of run.bends) straight[bend] = common;
    }
  }
  return straight;
}

interface Room {
  readonly from: number;
  readonly to: number;
}

interface Run extends Room {
  readonly bends: readonly number[];
}

/** As few runs as possible, each with a place that is free for all its bends. */
function cutIntoRuns(bends: readonly number[], roomOf: (vertex: number) => Room): Run[] {
  const runs: Run[] = [];
  for (const bend of bends) {
    const room = roomOf(bend);
    const last = runs.at(-1);
    const from = Math.max(last?.from ?? -Infinity, room.from);
    const to = Math.min(last?.to ?? Infinity, room.to);
    if (last && from <= to) runs[runs.length - 1] = { bends: [...last.bends, bend], from, to };
    else runs.push({ bends: [bend], ...room });
  }
  return runs;
}
