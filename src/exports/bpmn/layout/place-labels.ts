// Where names stand that are written outside of shapes and beside lines: where they cover least.
import { measureText } from './measure-text.ts';
import type { Box, Point, Shape } from './shapes.ts';

export const LABEL_WIDTH = 96;
const GAP = 4;
const ARROW = 14;
/** Beside a line, and the stroke that marks it as the default. */
const ASIDE = 10;
/** Beside a track of two lines nobody knows which one is meant. */
const SHARED_TRACK = 400;

/** How far the name of a shape, written above it, stands out of a row of that height. */
export function labelOverhang({ label, height }: Pick<Shape, 'label' | 'height'>, rowHeight: number): number {
  if (label === '') return 0;
  return Math.max(0, height / 2 + GAP + measureText(label, LABEL_WIDTH).height - rowHeight / 2);
}

export interface Obstacles {
  readonly shapes: readonly Box[];
  readonly lines: readonly (readonly Point[])[];
  readonly labels: readonly Box[];
}

/** Above the shape, or wherever around it is free. */
export function placeShapeLabel(text: string, shape: Box, obstacles: Obstacles): Box {
  const { width, height } = measureText(text, LABEL_WIDTH);
  const centre = { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 };
  const above = shape.y - GAP - height;
  const below = shape.y + shape.height + GAP;
  const lefts = [centre.x - width / 2, centre.x - ASIDE - width, centre.x + ASIDE];
  const beside = [shape.x + shape.width + GAP, shape.x - GAP - width].map((x) => ({ x, y: centre.y - GAP - height }));
  const corners = [...lefts.map((x) => ({ x, y: above })), ...lefts.map((x) => ({ x, y: below })), ...beside];
  return pickFreest(
    corners.map((corner) => ({ box: { ...corner, width, height }, malus: 0 })),
    obstacles,
  );
}

/** Along the line, near its source, where no other line runs on the same track. */
export function placeLineLabel(text: string, line: readonly Point[], obstacles: Obstacles): Box {
  const { width, height } = measureText(text, LABEL_WIDTH);
  const others = obstacles.lines.filter((other) => other !== line);
  const spots = line.slice(1).flatMap((to, at): Spot[] => {
    const from = line[at]!;
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    if (length < 16) return [];
    const corners =
      from.y === to.y
        ? (to.x > from.x ? [from.x + GAP, to.x - ARROW - width] : [from.x - GAP - width, to.x + ARROW]).flatMap((x) =>
            [from.y - GAP / 2 - height, from.y + GAP / 2].map((y) => ({ x, y })),
          )
        : (to.y > from.y ? [from.y + GAP, to.y - ARROW - height] : [from.y - GAP - height, to.y + ARROW]).flatMap((y) =>
            [from.x + GAP, from.x - GAP - width].map((x) => ({ x, y })),
          );
    return corners.map((corner) => {
      const box = { ...corner, width, height };
      return { box, malus: sharesTrack(box, [from, to], others) ? SHARED_TRACK : 0 };
    });
  });
  const [first] = line;
  return pickFreest(spots.length > 0 ? spots : [{ box: { ...first!, width, height }, malus: 0 }], obstacles);
}

interface Spot {
  readonly box: Box;
  readonly malus: number;
}

/** Does another line run along this piece where the box stands beside it? */
function sharesTrack(box: Box, [from, to]: readonly [Point, Point], others: Obstacles['lines']): boolean {
  const isLevel = from.y === to.y;
  const beside = isLevel ? { ...box, y: from.y - 1, height: 2 } : { ...box, x: from.x - 1, width: 2 };
  return others.some((other) =>
    other.slice(1).some((end, at) => (other[at]!.y === end.y) === isLevel && sharedLength(beside, other[at]!, end) > 4),
  );
}

/** The first of those that cover least; later ones must be clearly better. */
function pickFreest(spots: readonly Spot[], obstacles: Obstacles): Box {
  let best = spots[0]!.box;
  let least = Infinity;
  spots.forEach(({ box, malus }, at) => {
    const cost = coverCost(box, obstacles) + malus + at * 12;
    if (cost < least) {
      least = cost;
      best = box;
    }
  });
  return { x: Math.round(best.x), y: Math.round(best.y), width: best.width, height: best.height };
}

function coverCost(spot: Box, { shapes, lines, labels }: Obstacles): number {
  const onBoxes = (boxes: readonly Box[]): number => boxes.reduce((sum, box) => sum + sharedArea(spot, box), 0);
  const onLines = lines.reduce((sum, line) => {
    return sum + line.slice(1).reduce((part, to, at) => part + sharedLength(spot, line[at]!, to), 0);
  }, 0);
  return 4 * onBoxes(shapes) + 4 * onBoxes(labels) + 3 * onLines;
}

export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** How much of a level or upright piece of a line lies in the box. */
function sharedLength(box: Box, from: Point, to: Point): number {
  const left = Math.max(box.x, Math.min(from.x, to.x));
  const right = Math.min(box.x + box.width, Math.max(from.x, to.x));
  const top = Math.max(box.y, Math.min(from.y, to.y));
  const bottom = Math.min(box.y + box.height, Math.max(from.y, to.y));
  return left > right || top > bottom ? 0 : Math.max(right - left + (bottom - top), 4);
}
