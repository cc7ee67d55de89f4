// What is asked of every picture: nothing overlaps, lines are level or upright, dock at borders and cut through nothing.
import type { ModdleElement } from 'bpmn-moddle';
import { sharedArea } from './layout/place-labels.ts';
import type { Box, Point } from './layout/shapes.ts';
import type { ReadModel } from './judge-bpmn.case.ts';

interface Drawn {
  readonly id: string;
  readonly type: string;
  readonly box: Box;
  readonly label: Box | null;
}

interface DrawnLine {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly points: readonly Point[];
  readonly label: Box | null;
}

const list = (value: unknown): ModdleElement[] => (Array.isArray(value) ? value : []);

/** Faults in words; none in a good picture. */
export function findPictureFaults(model: ReadModel): string[] {
  const plane = list(model.definitions.diagrams)[0]!.plane as ModdleElement; // Mirror writes one diagram with one plane
  const elements = list(plane.planeElement);
  const drawn = elements.filter(({ $type }) => $type === 'bpmndi:BPMNShape').map(toDrawn);
  const lines = elements.filter(({ $type }) => $type === 'bpmndi:BPMNEdge').map(toLine);
  const pools = drawn.filter(({ type }) => type === 'bpmn:Participant');
  const lanes = drawn.filter(({ type }) => type === 'bpmn:Lane');
  const shapes = drawn.filter(({ type }) => type !== 'bpmn:Participant' && type !== 'bpmn:Lane');
  const boxOf = new Map(shapes.map(({ id, box }) => [id, box]));
  const undrawn = [...model.nodes, ...model.flows].filter(
    ({ id }) => !boxOf.has(id) && !lines.some((line) => line.id === id),
  );
  return [
    ...undrawn.map(({ id }) => `${id} is not drawn`),
    ...listPairs(shapes).flatMap(([a, b]) => (sharedArea(a.box, b.box) > 0 ? [`${a.id} covers ${b.id}`] : [])),
    ...listPairs(lanes).flatMap(([a, b]) => (sharedArea(a.box, b.box) > 0 ? [`lane ${a.id} covers ${b.id}`] : [])),
    ...findStrays(model, { shapes, lanes, pools }),
    ...lines.flatMap((line) => findLineFaults(line, boxOf)),
    ...listPairs(lines).flatMap(([a, b]) => findOverlap(a, b)),
  ];
}

/** How much of all written names lies on shapes or on other names, as a share of their area. */
export function measureCovered01(model: ReadModel): number {
  const plane = list(model.definitions.diagrams)[0]!.plane as ModdleElement;
  const elements = list(plane.planeElement);
  const drawn = elements.filter(({ $type }) => $type === 'bpmndi:BPMNShape').map(toDrawn);
  const lines = elements.filter(({ $type }) => $type === 'bpmndi:BPMNEdge').map(toLine);
  const labels = [...drawn, ...lines].flatMap(({ label }) => label ?? []);
  const boxes = drawn.filter(({ type }) => type !== 'bpmn:Participant' && type !== 'bpmn:Lane').map(({ box }) => box);
  const area = labels.reduce((sum, { width, height }) => sum + width * height, 0);
  const covered = labels.reduce((sum, label, at) => {
    const others = [...boxes, ...labels.slice(at + 1)];
    return sum + others.reduce((part, other) => part + sharedArea(label, other), 0);
  }, 0);
  return area === 0 ? 0 : covered / area;
}

function toBox(value: unknown): Box {
  const { x, y, width, height } = value as Box; // dc:Bounds
  return { x, y, width, height };
}

const toLabel = (element: ModdleElement): Box | null => {
  const label = element.label as ModdleElement | undefined; // bpmndi:BPMNLabel
  return label?.bounds ? toBox(label.bounds) : null;
};

function toDrawn(shape: ModdleElement): Drawn {
  const element = shape.bpmnElement as ModdleElement; // resolved by reading
  return { id: String(element.id), type: element.$type, box: toBox(shape.bounds), label: toLabel(shape) };
}

function toLine(edge: ModdleElement): DrawnLine {
  const flow = edge.bpmnElement as ModdleElement;
  return {
    id: String(flow.id),
    source: String((flow.sourceRef as ModdleElement).id),
    target: String((flow.targetRef as ModdleElement).id),
    points: list(edge.waypoint).map((point) => ({ x: Number(point.x), y: Number(point.y) })),
    label: toLabel(edge),
  };
}

const listPairs = <T>(all: readonly T[]): (readonly [T, T])[] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));

const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

function findStrays(
  { nodes, process }: ReadModel,
  { shapes, lanes, pools }: { shapes: readonly Drawn[]; lanes: readonly Drawn[]; pools: readonly Drawn[] },
): string[] {
  const pool = pools[0]!;
  const bandOf = new Map(lanes.map(({ id, box }) => [id, box]));
  const idOfLane = new Map(
    list(process.laneSets).flatMap((set) => list(set.lanes).map(({ id, name }) => [String(name), String(id)])),
  );
  const boxOf = new Map(shapes.map(({ id, box }) => [id, box]));
  const astray = nodes.filter(({ id, lane }) => {
    const band = lane === null ? pool.box : bandOf.get(idOfLane.get(lane)!);
    return !band || !holds(band, boxOf.get(id)!);
  });
  return [
    ...(pools.length === 1 ? [] : [`${pools.length} pools`]),
    ...lanes.filter(({ box }) => !holds(pool.box, box)).map(({ id }) => `lane ${id} leaves the pool`),
    ...astray.map(({ id, lane }) => `${id} leaves its lane ${lane}`),
  ];
}

function findLineFaults({ id, source, target, points }: DrawnLine, boxOf: ReadonlyMap<string, Box>): string[] {
  const pieces = points.slice(1).map((to, at) => [points[at]!, to] as const);
  const cut = [...boxOf].filter(([, box]) => pieces.some((piece) => runsThrough(box, piece))).map(([shape]) => shape);
  return [
    ...(points.length > 1 ? [] : [`${id} has no line`]),
    ...(pieces.every(([a, b]) => a.x === b.x || a.y === b.y) ? [] : [`${id} is slanted`]),
    ...(isOnBorder(boxOf.get(source)!, points[0]!) ? [] : [`${id} does not start at ${source}`]),
    ...(isOnBorder(boxOf.get(target)!, points.at(-1)!) ? [] : [`${id} does not end at ${target}`]),
    ...cut.map((shape) => `${id} runs through ${shape}`),
  ];
}

/** Strictly inside; touching a border is docking. */
function runsThrough({ x, y, width, height }: Box, [a, b]: readonly [Point, Point]): boolean {
  return (
    Math.max(a.x, b.x) > x &&
    Math.min(a.x, b.x) < x + width &&
    Math.max(a.y, b.y) > y &&
    Math.min(a.y, b.y) < y + height
  );
}

/** In the middle of a side: a corner of the box is no border of a circle or a diamond. */
function isOnBorder({ x, y, width, height }: Box, point: Point): boolean {
  const onSide = (point.x === x || point.x === x + width) && point.y === y + height / 2;
  const onEnd = (point.y === y || point.y === y + height) && point.x === x + width / 2;
  return onSide || onEnd;
}

/** Lines of one source or one target may run together; any others that do cannot be told apart. */
function findOverlap(one: DrawnLine, other: DrawnLine): string[] {
  if (one.source === other.source || one.target === other.target) return [];
  const lies = one.points.slice(1).some((to, at) =>
    other.points.slice(1).some((end, index) => {
      const [a, b, c, d] = [one.points[at]!, to, other.points[index]!, end];
      if (a.x === b.x && c.x === d.x && a.x === c.x) return shared([a.y, b.y], [c.y, d.y]) > 0;
      if (a.y === b.y && c.y === d.y && a.y === c.y) return shared([a.x, b.x], [c.x, d.x]) > 0;
      return false;
    }),
  );
  return lies ? [`${one.id} lies on ${other.id}`] : [];
}

const shared = (one: readonly [number, number], other: readonly [number, number]): number =>
  Math.min(Math.max(...one), Math.max(...other)) - Math.max(Math.min(...one), Math.min(...other));
