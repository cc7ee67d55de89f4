import { expect, test } from 'vitest';
import { type Arc, orderLinearly } from './linear-order.ts';

const arc = (source: number, target: number, weight = 1): Arc => ({ source, target, weight });

test('a path keeps its direction whatever the numbers are', () => {
  expect(orderLinearly(4, [arc(2, 0), arc(0, 3), arc(3, 1)])).toEqual([2, 0, 3, 1]);
});

test('the lightest arc of a circle runs backwards', () => {
  expect(orderLinearly(3, [arc(0, 1, 5), arc(1, 2, 1), arc(2, 0, 9)])).toEqual([2, 0, 1]);
});

test('arcs from a vertex to itself and lonely vertices change nothing', () => {
  expect(orderLinearly(3, [arc(0, 0, 100), arc(0, 2)])).toEqual([0, 1, 2]);
  expect(orderLinearly(0, [])).toEqual([]);
});

test('no single move makes less weight run backwards', () => {
  const arcs = sampleArcs(40, 160);
  const order = orderLinearly(40, arcs);
  const cost = backwardWeight(order, arcs);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at));
  for (let from = 0; from < 40; from += 1) {
    for (let to = 0; to < 40; to += 1) {
      const moved = [...order];
      moved.splice(to, 0, ...moved.splice(from, 1));
      expect(backwardWeight(moved, arcs)).toBeGreaterThanOrEqual(cost);
    }
  }
});

function sampleArcs(vertices: number, count: number): Arc[] {
  let seed = 7;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >>> 8) % below;
  };
  return Array.from({ length: count }, () => arc(next(vertices), next(vertices), 1 + next(9)));
}

function backwardWeight(order: readonly number[], arcs: readonly Arc[]): number {
  const place = new Map(order.map((vertex, at) => [vertex, at]));
  return arcs.reduce((sum, { source, target, weight }) => {
    return source !== target && place.get(source)! > place.get(target)! ? sum + weight : sum;
  }, 0);
}
