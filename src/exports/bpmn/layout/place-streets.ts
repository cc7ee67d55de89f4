// Where each street and each track lies, in pixels.
import { measureText } from './measure-text.ts';
import { LABEL_WIDTH, labelOverhang } from './place-labels.ts';
import type { Line, Net } from './shapes.ts';
import { isMiddle, type Streets } from './streets.ts';

const TRACK = 14;
const LEAST_GAP_X = 36;
const LEAST_GAP_Y = 24;
/** Between a row and the border of its lane, and from there to the first track. */
const BORDER = 14;
/** Free space inside the border of the pool. */
const EDGE_X = 32;
const EDGE_Y = 24;
/** Between the first track and what is beside the street. */
const MARGIN_X = 20;
const MARGIN_Y = 14;

export interface Places {
  /** The left (upper) edge of each lane of traffic: `xOf(street, track)`. */
  xOf(street: number, track: number): number;
  yOf(street: number, track: number): number;
  readonly width: number;
  readonly height: number;
  /** Borders between rows of different lanes, from the top border to the bottom border. */
  readonly laneEdges: readonly { readonly lane: number; readonly top: number; readonly bottom: number }[];
}

interface PlacesInput {
  readonly streets: Streets;
  readonly lines: readonly Line[];
  readonly nets: readonly Net[];
  readonly countOf: ReadonlyMap<string, number>;
}

export function placeStreets(input: PlacesInput): Places {
  const { streets, countOf } = input;
  const across = stack(streets.width, (street) => widthOf(street, input));
  const down = stack(streets.height, (street) => heightOf(street, input));
  const tracksOf = (way: string, street: number): number => countOf.get(`${way} ${street}`) ?? 0;
  return {
    // The words of a way stand right after its gateway: tracks keep to the part behind them.
    xOf: (street, track) =>
      trackAt(across, { street, track, tracks: tracksOf('upright', street), before: wordsOf(street, input), after: 0 }),
    // Names stand above the shapes of the row below, and the border of a lane below the row above.
    yOf(street, track) {
      const [before, after] = isMiddle(street) ? [0, 0] : [borderOf(street, streets), overhangOf(street, streets)];
      return trackAt(down, { street, track, tracks: tracksOf('level', street), before, after });
    },
    width: across.total,
    height: down.total,
    laneEdges: listLaneEdges(streets, down),
  };
}

interface Stack {
  readonly starts: readonly number[];
  readonly sizes: readonly number[];
  readonly total: number;
}

function stack(count: number, sizeOf: (street: number) => number): Stack {
  // Even, so that middles are whole pixels and what docks there runs level.
  const sizes = Array.from({ length: count }, (_, street) => toEven(sizeOf(street)));
  let total = 0;
  const starts = sizes.map((size) => {
    total += size;
    return total - size;
  });
  return { starts, sizes, total };
}

const toEven = (pixels: number): number => 2 * Math.ceil(pixels / 2);

interface TrackPlace {
  readonly street: number;
  readonly track: number;
  readonly tracks: number;
  /** Pixels at either side of the street that tracks keep free of. */
  readonly before: number;
  readonly after: number;
}

/** Tracks stand in the middle of what is free of the street. */
function trackAt({ starts, sizes }: Stack, { street, track, tracks, before, after }: TrackPlace): number {
  const middle = starts[street]! + (before + sizes[street]! - after) / 2;
  return isMiddle(street) ? starts[street]! + sizes[street]! / 2 : middle + (track - (tracks - 1) / 2) * TRACK;
}

function widthOf(street: number, input: PlacesInput): number {
  const { grid, shapes, width } = input.streets;
  if (isMiddle(street)) return largest(grid.columnOf, (street - 1) / 2, (at) => shapes[at]!.width);
  const tracks = input.countOf.get(`upright ${street}`) ?? 0;
  const traffic = tracks === 0 ? MARGIN_X : (tracks - 1) * TRACK + 2 * MARGIN_X;
  const isEdge = street === 0 || street === width - 1;
  return Math.max(LEAST_GAP_X, wordsOf(street, input) + traffic) + (isEdge ? EDGE_X : 0);
}

/** Room for the words of the ways that leave the column before a street to the right. */
function wordsOf(street: number, { streets: { grid }, lines, nets }: PlacesInput): number {
  if (isMiddle(street)) return 0;
  const labels = nets.flatMap(({ source }, at) => {
    const isBefore = 2 * grid.columnOf[source]! + 2 === street;
    return isBefore && lines[at]!.label !== '' ? measureText(lines[at]!.label, LABEL_WIDTH).width : [];
  });
  return toEven(Math.max(0, ...labels));
}

function heightOf(street: number, { streets, countOf }: PlacesInput): number {
  const { grid, shapes } = streets;
  if (isMiddle(street))
    return Math.max(
      50,
      largest(grid.rowOf, (street - 1) / 2, (at) => shapes[at]!.height),
    );
  const tracks = countOf.get(`level ${street}`) ?? 0;
  const traffic = tracks === 0 ? 0 : (tracks - 1) * TRACK + 2 * MARGIN_Y;
  const isEdge = street === 0 || street === streets.height - 1;
  return (
    Math.max(LEAST_GAP_Y, traffic) + (isEdge ? EDGE_Y : 0) + borderOf(street, streets) + overhangOf(street, streets)
  );
}

/** Room for the border between two lanes. */
const borderOf = (street: number, { grid }: Streets): number => {
  const [above, below] = [grid.laneOfRow[street / 2 - 1], grid.laneOfRow[street / 2]];
  return above === undefined || below === undefined || above === below ? 0 : 2 * BORDER;
};

/** Room for names above the shapes of the row below a street. */
function overhangOf(street: number, { grid, shapes }: Streets): number {
  const row = street / 2;
  const rowHeight = Math.max(
    50,
    largest(grid.rowOf, row, (at) => shapes[at]!.height),
  );
  return toEven(largest(grid.rowOf, row, (at) => labelOverhang(shapes[at]!, rowHeight)));
}

function largest(placeOf: readonly number[], place: number, sizeOf: (shape: number) => number): number {
  return placeOf.reduce((most, own, shape) => (own === place ? Math.max(most, sizeOf(shape)) : most), 0);
}

/** Lanes meet at the upper side of the street between them: its tracks belong to the lower lane. */
function listLaneEdges({ grid }: Streets, { starts, total }: Stack): Places['laneEdges'] {
  const lanes = [...new Set(grid.laneOfRow)];
  const edges = lanes.slice(1).map((lane) => starts[2 * grid.laneOfRow.indexOf(lane)]! + BORDER);
  return lanes.map((lane, at) => ({ lane, top: edges[at - 1] ?? 0, bottom: edges[at] ?? total }));
}
