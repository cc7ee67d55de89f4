// In: the visible part and where the layout placed it. Out: what is drawn, in map coordinates.
import { curveBumpY, line } from 'd3';
import type { Activity } from '../../src/domain/graph.ts';
import type { Layout, LayoutEdge, LayoutNode, Point } from '../../src/lib/layered-layout.ts';
import { END, type MapLink, type MapModel, START } from './map-model.ts';
import type { Visible } from './select-visible.ts';
import { settleMarks } from './settle-marks.ts';

export const NODE = { width: 208, height: 50 } as const;
const MARKER = { width: 30, height: 30 } as const;

export interface LayoutRequest {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
}

export interface SceneNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly layer: number;
  /** Absent for the start and end markers. */
  readonly activity: Activity | undefined;
}

export interface SceneEdge {
  readonly link: MapLink;
  readonly path: string;
  /** Where its mark stands: between two layers, so that it covers no activity. */
  readonly middle: Point;
  /** Runs against the flow. */
  readonly back: boolean;
  readonly strokeWidth: number;
  /** The arrow's head, at the end of the path. */
  readonly head: string;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly width: number;
  readonly height: number;
}

/** Of a bottleneck's pill, in map coordinates at the scale of the first look; from farther away it covers more. */
const PILL = { width: 104, height: 30 } as const;
/** Where the pill of what is told after an activity stands, from the corner of its box. */
const AFTER = { x: 190, y: 64 } as const;

/** What the layout is asked: boxes and weighted edges. */
export function askLayout(model: MapModel, visible: Visible): LayoutRequest {
  const ends = [START, END].filter((id) => visible.links.some((link) => link.source === id || link.target === id));
  return {
    nodes: [
      ...ends.map((id) => ({ id, ...MARKER, weight: 1 })),
      ...visible.activities.map((id) => ({ id, ...NODE, weight: model.activities.get(id)?.count ?? 1 })),
    ],
    edges: visible.links.map(({ id, source, target, weight }) => ({ id, source, target, weight })),
  };
}

/** Joins the placed boxes and lines with what they stand for; leaves out what the model does not know any more. */
export function buildScene(model: MapModel, layout: Layout): Scene {
  const links = new Map(model.links.map((link) => [link.id, link]));
  const gaps = findGaps(layout.nodes);
  const heaviest = Math.max(...model.links.map(({ weight }) => weight), Number.MIN_VALUE);
  const settled = settlePills(model, layout, gaps);
  return {
    nodes: layout.nodes.flatMap(({ id, x, y, layer }) => {
      const activity = model.activities.get(id);
      return activity || id === START || id === END ? [{ id, x, y, layer, activity }] : [];
    }),
    edges: layout.edges.flatMap(({ id, points, loop, back }) => {
      const link = links.get(id);
      if (!link) return [];
      const strokeWidth = scaleStroke(link.weight / heaviest);
      return [
        {
          link,
          back,
          middle: settled.get(id) ?? (loop ? findMiddle(points) : placeMark(points, gaps)),
          strokeWidth,
          ...(loop ? drawLoop : drawLine)(points, strokeWidth),
        },
      ];
    }),
    width: layout.width,
    height: layout.height,
  };
}

/** Bottlenecks' pills are the widest marks: one that would cover another stands elsewhere on its way, or beside it. */
function settlePills(model: MapModel, layout: Layout, gaps: readonly number[]): Map<string, Point> {
  const ranks = new Map<string, number>([...model.bottlenecks].map(([id, { rank }]) => [id, rank]));
  const pills = layout.edges.filter(({ id }) => ranks.has(id));
  const marks = pills
    .toSorted((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0))
    .map(({ id, points, loop }) => ({ id, places: loop ? [findMiddle(points)] : listPlaces(points, gaps) }));
  const after = new Set<string>(model.bottlenecksAfter.keys());
  const taken = layout.nodes.filter(({ id }) => after.has(id)).map(({ x, y }) => ({ x: x + AFTER.x, y: y + AFTER.y }));
  return settleMarks(marks, { size: PILL, taken });
}

/** In each gap the line crosses, the nearest to its middle first; then beside the line. */
function listPlaces(points: readonly Point[], gaps: readonly number[]): Point[] {
  const best = placeMark(points, gaps);
  const others = crossings(points, gaps).toSorted((a, b) => Math.abs(a.y - best.y) - Math.abs(b.y - best.y));
  const beside = [PILL.width * 0.6, -PILL.width * 0.6].map((dx) => ({ x: best.x + dx, y: best.y }));
  return [best, ...others, ...beside];
}

/** Width by the root of the frequency: rare ways stay visible, busy ones do not cover the map. */
export const scaleStroke = (share01: number): number => 1.25 + 6 * Math.sqrt(Math.min(1, Math.max(0, share01)));

/** The point halfway along a polyline. */
export function findMiddle(points: readonly Point[]): Point {
  const lengths = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    return Math.hypot(point.x - before.x, point.y - before.y);
  });
  let left = lengths.reduce((total, length) => total + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    const from = points[index];
    const to = points[index + 1];
    if (from && to && left <= length && length > 0) {
      const part = left / length;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

/** The middles, from top to bottom, of the stripes that no node reaches into. */
export function findGaps(nodes: readonly { readonly y: number; readonly height: number }[]): number[] {
  const gaps: number[] = [];
  let bottom = Number.POSITIVE_INFINITY;
  for (const { y, height } of nodes.toSorted((a, b) => a.y - b.y)) {
    if (y > bottom) gaps.push((bottom + y) / 2);
    bottom = Math.max(bottom === Number.POSITIVE_INFINITY ? y : bottom, y + height);
  }
  return gaps;
}

/** The point of a line in the gap nearest to its middle; its middle where it crosses no gap. */
export function placeMark(points: readonly Point[], gaps: readonly number[]): Point {
  const middle = findMiddle(points);
  const nearest = crossings(points, gaps).toSorted((a, b) => Math.abs(a.y - middle.y) - Math.abs(b.y - middle.y))[0];
  return nearest ?? middle;
}

/** Where a line crosses the gaps, each once. */
function crossings(points: readonly Point[], gaps: readonly number[]): Point[] {
  const ys = points.map((point) => point.y);
  const [top, end] = [Math.min(...ys), Math.max(...ys)];
  const inside = gaps.filter((gap) => gap > top && gap < end);
  return inside.flatMap((gap) => {
    const index = points.findIndex((point, at) => {
      const next = points[at + 1];
      return next !== undefined && (point.y - gap) * (next.y - gap) <= 0;
    });
    const [from, to] = [points[index], points[index + 1]];
    if (!from || !to || from.y === to.y) return [];
    return [{ x: from.x + ((to.x - from.x) * (gap - from.y)) / (to.y - from.y), y: gap }];
  });
}

const flow = line<Point>(
  (point) => point.x,
  (point) => point.y,
).curve(curveBumpY);

const HEAD_LENGTH = 9;

/** Lines arrive from above or below; the line ends where its head begins, so that thick lines keep a sharp head. */
function drawLine(points: readonly Point[], strokeWidth: number): { path: string; head: string } {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? tip;
  const back = before.y <= tip.y ? -HEAD_LENGTH : HEAD_LENGTH;
  const half = 3.5 + strokeWidth * 0.6;
  const end = { x: tip.x, y: tip.y + back };
  return {
    path: flow([...points.slice(0, -1), end]) ?? '',
    head: `M${tip.x},${tip.y}L${tip.x - half},${end.y}L${tip.x + half},${end.y}Z`,
  };
}

/** Loops leave and arrive at the right border. */
function drawLoop(points: readonly Point[], strokeWidth: number): { path: string; head: string } {
  const [from, out, back, to] = points;
  if (!from || !out || !back || !to) return drawLine(points, strokeWidth);
  const half = 3.5 + strokeWidth * 0.6;
  const end = to.x + HEAD_LENGTH;
  return {
    path: `M${from.x},${from.y}C${out.x},${out.y - 6} ${back.x + 6},${back.y} ${end},${to.y}`,
    head: `M${to.x},${to.y}L${end},${to.y - half}L${end},${to.y + half}Z`,
  };
}
