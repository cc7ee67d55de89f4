import { expect, test } from 'vitest';
import { sampleGraph } from './layered-layout.sample.ts';
import { type Layout, type LayoutEdge, type LayoutOptions, layoutGraph, type PlacedNode } from './layered-layout.ts';

const box = (id: string, lane?: string) => ({ id, width: 100, height: 40, ...(lane ? { lane } : {}) });
const edge = (source: string, target: string, weight = 1): LayoutEdge => {
  return { id: `${source}${target}`, source, target, weight };
};
const sample = sampleGraph(60, 180);
const directions: LayoutOptions[] = [{ direction: 'down' }, { direction: 'right' }];

test('a path runs straight down, or straight to the right', () => {
  const nodes = [box('a'), box('b')];
  const down = layoutGraph(nodes, [edge('a', 'b')], { gapX: 10, gapY: 50 });
  expect(down).toEqual({
    nodes: [
      { id: 'a', x: 0, y: 0, width: 100, height: 40, layer: 0 },
      { id: 'b', x: 0, y: 90, width: 100, height: 40, layer: 1 },
    ],
    edges: [
      {
        id: 'ab',
        source: 'a',
        target: 'b',
        points: [
          { x: 50, y: 40 },
          { x: 50, y: 90 },
        ],
        back: false,
        loop: false,
      },
    ],
    lanes: [],
    width: 100,
    height: 130,
    order: ['a', 'b'],
    crossings: 0,
  });
  const right = layoutGraph(nodes, [edge('a', 'b')], { direction: 'right', gapX: 50, gapY: 10 });
  expect(right.nodes.map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [150, 0],
  ]);
  expect(right.edges[0]!.points).toEqual([
    { x: 100, y: 20 },
    { x: 150, y: 20 },
  ]);
});

test('the same graph gives the same picture', () => {
  expect(layoutGraph(sample.nodes, sample.edges)).toEqual(layoutGraph(sample.nodes, sample.edges));
});

test.each(directions)('nodes never overlap and stay inside the picture (%o)', (options) => {
  const layout = layoutGraph(sample.nodes, [...sample.edges, edge('n4', 'n4')], options);
  expect(overlapsOf(layout)).toEqual([]);
  expect(outsideOf(layout)).toEqual([]);
});

test.each(directions)(
  'every edge starts on the border of its source and ends on that of its target (%o)',
  (options) => {
    const layout = layoutGraph(sample.nodes, [...sample.edges, edge('n4', 'n4')], options);
    const loose = layout.edges.filter(({ source, target, points }) => {
      return !isOnBorder(nodeOf(layout, source), points[0]) || !isOnBorder(nodeOf(layout, target), points.at(-1));
    });
    expect(loose).toEqual([]);
  },
);

test('no edge runs through a node it does not belong to', () => {
  const layout = layoutGraph(sample.nodes, sample.edges);
  const hits = layout.edges.flatMap(({ id, source, target, points }) => {
    return layout.nodes
      .filter((node) => node.id !== source && node.id !== target && points.some((point) => isInside(node, point)))
      .map((node) => `${id} through ${node.id}`);
  });
  expect(hits).toEqual([]);
});

test('links cross less often than chance by far', () => {
  const { crossings } = layoutGraph(sample.nodes, sample.edges);
  expect(crossings).toBeLessThan(280);
});

test('the lightest edge of a circle runs back', () => {
  const { edges } = layoutGraph(
    [box('a'), box('b'), box('c')],
    [edge('a', 'b', 9), edge('b', 'c', 9), edge('c', 'a', 1)],
  );
  expect(edges.map(({ id, back }) => [id, back])).toEqual([
    ['ab', false],
    ['bc', false],
    ['ca', true],
  ]);
  expect(edges[2]!.points[0]!.y).toBeGreaterThan(edges[2]!.points.at(-1)!.y);
});

test('there and back are two lines', () => {
  const { edges } = layoutGraph([box('a'), box('b')], [edge('a', 'b', 9), edge('b', 'a', 1)]);
  expect(edges[0]!.points[0]!.x).not.toBe(edges[1]!.points.at(-1)!.x);
});

test('the busiest way runs straight past its side ways', () => {
  const nodes = ['a', 'b', 'c', 'x', 'y', 'z'].map((id) => box(id));
  const busy = [edge('a', 'b', 900), edge('b', 'c', 900)];
  const quiet = [edge('a', 'x', 5), edge('a', 'y', 5), edge('x', 'c', 5), edge('y', 'c', 5), edge('b', 'z', 5)];
  const layout = layoutGraph(nodes, [...busy, ...quiet]);
  const [a, b, c] = ['a', 'b', 'c'].map((id) => nodeOf(layout, id).x);
  expect(Math.abs(a! - b!)).toBeLessThan(20);
  expect(Math.abs(b! - c!)).toBeLessThan(20);
});

test('parts that nothing connects are laid beside or below each other, the largest first', () => {
  const nodes = ['p', 'a', 'b', 'c', 'q'].map((id) => box(id));
  const layout = layoutGraph(nodes, [edge('a', 'b'), edge('b', 'c')]);
  expect(overlapsOf(layout)).toEqual([]);
  expect(layout.order).toEqual(['a', 'b', 'c', 'p', 'q']);
  expect(nodeOf(layout, 'a')).toMatchObject({ x: 0, y: 0 });
});

test('nodes of a lane stay in its band, and lanes do not overlap', () => {
  const lanes = ['sales', 'credit', 'legal'];
  const nodes = sample.nodes.map((node, at) => ({ ...node, lane: lanes[at % 3]! }));
  const layout = layoutGraph(nodes, sample.edges);
  expect(overlapsOf(layout)).toEqual([]);
  const strays = nodes.filter(({ id, lane }) => {
    const band = layout.lanes.find(({ name }) => name === lane)!;
    const { x, width } = nodeOf(layout, id);
    return x < band.start - 0.001 || x + width > band.start + band.size + 0.001;
  });
  expect(strays).toEqual([]);
  layout.lanes.slice(1).forEach((lane, at) => {
    const before = layout.lanes[at]!;
    expect(lane.start).toBeGreaterThanOrEqual(before.start + before.size);
  });
});

test('with an earlier order nodes do not change sides when edges disappear', () => {
  const before = layoutGraph(sample.nodes, sample.edges);
  const fewer = sample.edges.filter(({ weight }) => weight > 3);
  const place = new Map(before.order.map((id, at) => [id, at]));
  const countSwaps = (layout: Layout): number => {
    const layers = Map.groupBy(layout.order, (id) => nodeOf(layout, id).layer);
    return [...layers.values()]
      .flatMap((ids) => ids.slice(1).map((id, at) => [ids[at]!, id] as const))
      .filter(([left, right]) => place.get(right)! < place.get(left)!).length;
  };
  const kept = layoutGraph(sample.nodes, fewer, { previousOrder: before.order });
  const fresh = layoutGraph(sample.nodes, fewer);
  expect(countSwaps(kept)).toBe(0);
  expect(countSwaps(fresh)).toBeGreaterThan(0);
  expect(kept.crossings).toBeLessThan(fresh.crossings * 2);
});

test('no nodes give an empty picture, and an edge to nowhere is a bug', () => {
  expect(layoutGraph([], [])).toEqual({
    nodes: [],
    edges: [],
    lanes: [],
    width: 0,
    height: 0,
    order: [],
    crossings: 0,
  });
  expect(() => layoutGraph([box('a')], [edge('a', 'b')])).toThrow('"b"');
});

const nodeOf = (layout: Layout, id: string): PlacedNode => layout.nodes.find((node) => node.id === id)!;

function overlapsOf({ nodes }: Layout): string[] {
  return nodes.flatMap((a, at) => {
    return nodes
      .slice(at + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b) => `${a.id} and ${b.id}`);
  });
}

function outsideOf({ nodes, edges, width, height }: Layout): string[] {
  const points = [
    ...nodes.flatMap(({ id, x, y, ...size }) => [
      { id, x, y },
      { id, x: x + size.width, y: y + size.height },
    ]),
    ...edges.flatMap(({ id, points: line }) => line.map((point) => ({ id, ...point }))),
  ];
  const out = points.filter(({ x, y }) => x < -0.001 || y < -0.001 || x > width + 0.001 || y > height + 0.001);
  return out.map(({ id }) => id);
}

function isOnBorder(node: PlacedNode, point: { x: number; y: number } | undefined): boolean {
  if (!point) return false;
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.001;
  const within = (value: number, from: number, size: number): boolean =>
    value > from - 0.001 && value < from + size + 0.001;
  const onSide = near(point.x, node.x) || near(point.x, node.x + node.width);
  const onEnd = near(point.y, node.y) || near(point.y, node.y + node.height);
  return (onSide && within(point.y, node.y, node.height)) || (onEnd && within(point.x, node.x, node.width));
}

function isInside(node: PlacedNode, point: { x: number; y: number }): boolean {
  const { x, y, width, height } = node;
  return point.x > x + 0.001 && point.x < x + width - 0.001 && point.y > y + 0.001 && point.y < y + height - 0.001;
}
