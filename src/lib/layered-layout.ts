// A layered (Sugiyama) picture of a directed graph in which the busiest ways run straight.
import { type Gaps, layoutPart, type Part, type PartNode } from './layered-layout-part.ts';
import { findParts, packShelves } from './layered-layout-parts.ts';
import type { Arc } from './linear-order.ts';

export interface LayoutNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** How busy it is; heavier nodes keep their place when others must yield. */
  readonly weight?: number;
  /** Nodes of one lane share one band along the flow. */
  readonly lane?: string;
}

export interface LayoutEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** How busy it is; above 0. */
  readonly weight: number;
}

export interface LayoutOptions {
  /** Where the flow runs; default `down`. */
  readonly direction?: 'down' | 'right';
  /** Free space between things beside each other, and between things above each other. */
  readonly gapX?: number;
  readonly gapY?: number;
  /** `order` of an earlier layout: nodes in it keep their sides, so that the picture does not jump. */
  readonly previousOrder?: readonly string[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `x`, `y` is the top left corner. */
export interface PlacedNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly layer: number;
}

/** A polyline from the border of the source to the border of the target. */
export interface PlacedEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly points: readonly Point[];
  /** Runs against the flow. */
  readonly back: boolean;
  readonly loop: boolean;
}

/** A band of nodes: `start` and `size` across the flow. */
export interface PlacedLane {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly lanes: readonly PlacedLane[];
  readonly width: number;
  readonly height: number;
  /** Ids of each part as they stand across the flow; give it back as `previousOrder`. */
  readonly order: readonly string[];
  readonly crossings: number;
}

/**
 * Places nodes in layers along the flow: circles are broken where least weight runs back, busy edges are kept short
 * and straight, and links cross as little as a few sweeps can manage. The same input gives the same picture. Parts
 * that nothing connects are laid beside or below each other, unless nodes name lanes, which all parts share.
 */
export function layoutGraph(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  options: LayoutOptions = {},
): Layout {
  const frame = frameOf(options);
  const indexOf = new Map(nodes.map((node, at) => [node.id, at]));
  const before = new Map(options.previousOrder?.map((id, at) => [id, at]));
  const arcs = edges.map((edge) => ({
    source: getIndex(indexOf, edge.source),
    target: getIndex(indexOf, edge.target),
    weight: Math.max(edge.weight, Number.MIN_VALUE),
  }));
  const partNodes = nodes.map((node) => ({
    ...frame.turnBox(node),
    weight: node.weight ?? 1,
    lane: node.lane,
    before: before.get(node.id),
  }));
  const hasLanes = nodes.some((node) => node.lane !== undefined);
  const groups = hasLanes ? [nodes.map((_, at) => at)] : findParts(nodes.length, arcs);
  const parts = groups.map((members) => layoutMembers(members, partNodes, { arcs, gaps: frame.gaps }));
  // The largest part first; among equals the one that comes first in the input.
  const sorted = parts.toSorted((a, b) => b.members.length - a.members.length);
  return assemble(sorted, { nodes, edges, frame });
}

interface Frame {
  readonly gaps: Gaps;
  turnBox(box: { readonly width: number; readonly height: number }): { width: number; height: number };
  turnPoint(point: Point): Point;
}

/** Inside, the flow always runs down; a picture that runs to the right is turned on the way in and out. */
function frameOf({ direction = 'down', gapX = 36, gapY = 56 }: LayoutOptions): Frame {
  if (direction === 'down') {
    return {
      gaps: { across: gapX, along: gapY },
      turnBox: ({ width, height }) => ({ width, height }),
      turnPoint: ({ x, y }) => ({ x, y }),
    };
  }
  return {
    gaps: { across: gapY, along: gapX },
    turnBox: ({ width, height }) => ({ width: height, height: width }),
    turnPoint: ({ x, y }) => ({ x: y, y: x }),
  };
}

function getIndex(indexOf: ReadonlyMap<string, number>, id: string): number {
  const index = indexOf.get(id);
  if (index === undefined) throw new Error(`layout: an edge names the node "${id}", which is not there`);
  return index;
}

interface MemberPart {
  readonly members: readonly number[];
  /** Indexes of the edges inside this part. */
  readonly edges: readonly number[];
  readonly part: Part;
}

function layoutMembers(
  members: readonly number[],
  nodes: readonly PartNode[],
  { arcs, gaps }: { arcs: readonly Arc[]; gaps: Gaps },
): MemberPart {
  const localOf = new Map(members.map((member, at) => [member, at]));
  const edges: number[] = [];
  const localArcs: Arc[] = [];
  arcs.forEach((arc, at) => {
    const source = localOf.get(arc.source);
    const target = localOf.get(arc.target);
    if (source === undefined || target === undefined) return;
    edges.push(at);
    localArcs.push({ source, target, weight: arc.weight });
  });
  const local = members.map((member) => nodes[member]!);
  return { members, edges, part: layoutPart(local, localArcs, gaps) };
}

interface Whole {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  readonly frame: Frame;
}

function assemble(parts: readonly MemberPart[], { nodes, edges, frame }: Whole): Layout {
  const corners = packShelves(
    parts.map(({ part }) => part),
    Math.max(frame.gaps.across, frame.gaps.along),
  );
  const placedNodes = new Array<PlacedNode>(nodes.length);
  const placedEdges = new Array<PlacedEdge>(edges.length);
  parts.forEach(({ members, edges: edgesOfPart, part }, at) => {
    const corner = corners[at]!;
    const place = (point: Point): Point => frame.turnPoint({ x: point.x + corner.x, y: point.y + corner.y });
    members.forEach((member, local) => {
      const { id, width, height } = nodes[member]!;
      const spot = part.nodes[local]!;
      placedNodes[member] = { id, ...place(spot), width, height, layer: spot.layer };
    });
    edgesOfPart.forEach((edge, local) => {
      const { id, source, target } = edges[edge]!;
      const { points, back } = part.lines[local]!;
      placedEdges[edge] = { id, source, target, points: points.map(place), back, loop: source === target };
    });
  });
  const size = frame.turnPoint({
    x: parts.reduce((most, { part }, at) => Math.max(most, corners[at]!.x + part.width), 0),
    y: parts.reduce((most, { part }, at) => Math.max(most, corners[at]!.y + part.height), 0),
  });
  return {
    nodes: placedNodes,
    edges: placedEdges,
    lanes: parts[0]?.part.lanes ?? [],
    width: size.x,
    height: size.y,
    order: parts.flatMap(({ members, part }) => part.order.map((local) => nodes[members[local]!]!.id)),
    crossings: parts.reduce((sum, { part }) => sum + part.crossings, 0),
  };
}
