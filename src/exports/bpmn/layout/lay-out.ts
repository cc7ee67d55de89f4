// A picture with lanes: shapes in columns and rows, lines along the streets between them.
import { findPath, makeScratch } from './find-path.ts';
import { placeColumns } from './place-columns.ts';
import { placeLineLabel, placeShapeLabel } from './place-labels.ts';
import { placeRows } from './place-rows.ts';
import { type Places, placeStreets } from './place-streets.ts';
import { placeTracks, runKey, type Tracks } from './place-tracks.ts';
import { type Run, stepAside, toRuns } from './runs.ts';
import type { Box, Line, Net, Picture, PlacedShape, Point, Shape } from './shapes.ts';
import { isMiddle, layStreets, middleOf, type Streets } from './streets.ts';
import { createTraffic } from './traffic.ts';

/** Width of the band that bears the name of the pool, and of each lane. */
const BAND = 30;

/**
 * Places shapes and lines: no two shapes overlap, no line runs through a shape, no line lies on another except where
 * both leave one source or reach one target, and each lane holds its shapes. Lanes stand in the order of their
 * numbers; with `hasLanes` false there is only the pool. Shapes are given in the order of the flow: lines to an earlier
 * one run back. The same input gives the same picture.
 */
export function layOut(shapes: readonly Shape[], lines: readonly Line[], hasLanes: boolean): Picture {
  const indexOf = new Map(shapes.map(({ id }, at) => [id, at]));
  const nets = lines.map(({ source, target, weight }): Net => {
    return { source: indexOf.get(source)!, target: indexOf.get(target)!, weight };
  });
  const columnOf = placeColumns(shapes.length, nets);
  const grid = placeRows(
    columnOf,
    shapes.map(({ lane }) => lane),
    nets,
  );
  const streets = layStreets(grid, shapes);
  const { runs, tracks } = untangle(routeAll(streets, nets), nets);
  const places = placeStreets({ streets, lines, nets, countOf: tracks.countOf });
  return draw({ shapes, lines, nets, streets, runs, tracks, places, hasLanes });
}

/** Short lines first: they have the least choice. */
function routeAll(streets: Streets, nets: readonly Net[]): Run[][] {
  const { columnOf, rowOf } = streets.grid;
  const traffic = createTraffic(streets, nets);
  const lengthOf = ({ source, target }: Net): number => {
    const across = columnOf[target]! - columnOf[source]!;
    return (across > 0 ? across : 4 - across) + 1.5 * Math.abs(rowOf[target]! - rowOf[source]!);
  };
  const order = nets
    .keys()
    .toArray()
    .sort((a, b) => lengthOf(nets[a]!) - lengthOf(nets[b]!) || nets[b]!.weight - nets[a]!.weight || a - b);
  const runs = new Array<Run[]>(nets.length);
  const scratch = makeScratch(streets);
  for (const line of order) {
    const path = findPath({ streets, traffic, scratch, line, source: nets[line]!.source, target: nets[line]!.target });
    traffic.add(path, line);
    runs[line] = toRuns(path);
  }
  return runs;
}

function untangle(
  routed: readonly (readonly Run[])[],
  nets: readonly Net[],
): { runs: (readonly Run[])[]; tracks: Tracks } {
  const runs = [...routed];
  let tracks = placeTracks(runs, nets);
  for (let tries = 0; tracks.tangled && tries < nets.length; tries += 1) {
    const { line, run } = tracks.tangled;
    runs[line] = stepAside(runs[line]!, run);
    tracks = placeTracks(runs, nets);
  }
  return { runs, tracks };
}

interface Drawing {
  readonly shapes: readonly Shape[];
  readonly lines: readonly Line[];
  readonly nets: readonly Net[];
  readonly streets: Streets;
  readonly runs: readonly (readonly Run[])[];
  readonly tracks: Tracks;
  readonly places: Places;
  readonly hasLanes: boolean;
}

function draw(drawing: Drawing): Picture {
  const { shapes, lines, streets, places, hasLanes } = drawing;
  const left = hasLanes ? 2 * BAND : BAND;
  const boxes = shapes.map(({ width, height }, at): Box => {
    const x = left + places.xOf(middleOf(streets.grid.columnOf[at]!), 0) - width / 2;
    const y = places.yOf(middleOf(streets.grid.rowOf[at]!), 0) - height / 2;
    return { x, y, width, height };
  });
  const paths = drawing.runs.map((_, line) => drawLine(line, { ...drawing, boxes, left }));
  const pool = { x: 0, y: 0, width: left + places.width, height: places.height };
  return {
    pool,
    lanes: hasLanes
      ? places.laneEdges.map(({ lane, top, bottom }) => ({
          lane,
          x: BAND,
          y: top,
          width: pool.width - BAND,
          height: bottom - top,
        }))
      : [],
    ...label({ shapes, lines, boxes, paths }),
  };
}

interface Labelled {
  readonly shapes: readonly Shape[];
  readonly lines: readonly Line[];
  readonly boxes: readonly Box[];
  readonly paths: readonly (readonly Point[])[];
}

function label({ shapes, lines, boxes, paths }: Labelled): Pick<Picture, 'shapes' | 'lines'> {
  const labels: Box[] = [];
  const keep = (box: Box): Box => {
    labels.push(box);
    return box;
  };
  const obstacles = { shapes: boxes, lines: paths, labels };
  const placedShapes = shapes.map((shape, at): PlacedShape => {
    const name = shape.label === '' ? null : keep(placeShapeLabel(shape.label, boxes[at]!, obstacles));
    return { id: shape.id, ...boxes[at]!, label: name };
  });
  return {
    shapes: placedShapes,
    lines: lines.map((line, at) => {
      const points = paths[at]!;
      return {
        id: line.id,
        points,
        label: line.label === '' ? null : keep(placeLineLabel(line.label, points, obstacles)),
      };
    }),
  };
}

interface Placed extends Drawing {
  readonly boxes: readonly Box[];
  readonly left: number;
}

/** From border to border. */
function drawLine(line: number, { nets, runs, tracks, places, boxes, left }: Placed): Point[] {
  const own = runs[line]!;
  const { source, target } = nets[line]!;
  const from = boxes[source]!;
  const to = boxes[target]!;
  const placeOf = (at: number): number => {
    const { way, street } = own[at]!;
    if (isMiddle(street)) return way === 'level' ? places.yOf(street, 0) : left + places.xOf(street, 0);
    const track = tracks.trackOf.get(runKey(line, at))!;
    return way === 'level' ? places.yOf(street, track) : left + places.xOf(street, track);
  };
  const bends = own.slice(1).map((run, at): Point => {
    const [before, after] = [placeOf(at), placeOf(at + 1)];
    return run.way === 'level' ? { x: before, y: after } : { x: after, y: before };
  });
  const first = own[0]!;
  const last = own.at(-1)!;
  const start = dock(from, first.way, Math.sign(first.to - first.from));
  const end = dock(to, last.way, Math.sign(last.from - last.to));
  return [start, ...bends, end];
}

function dock({ x, y, width, height }: Box, way: Run['way'], side: number): Point {
  if (way === 'level') return { x: side > 0 ? x + width : x, y: y + height / 2 };
  return { x: x + width / 2, y: side > 0 ? y + height : y };
}
