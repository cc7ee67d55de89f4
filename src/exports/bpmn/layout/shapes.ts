// What the layout is given, and what it gives back. Lengths are pixels, as in BPMN DI.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** `port`: lines enter on the left and leave on the right. `corners`: a gateway's, lines also use top and bottom. */
export interface Shape {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly docking: 'port' | 'corners';
  /** Index of its lane. */
  readonly lane: number;
  /** Written outside of the shape; empty when there is nothing to write. */
  readonly label: string;
}

export interface Line {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** How busy it is. */
  readonly weight: number;
  readonly label: string;
}

export interface PlacedShape extends Box {
  readonly id: string;
  readonly label: Box | null;
}

export interface PlacedLine {
  readonly id: string;
  /** From the border of the source to the border of the target; each piece is level or upright. */
  readonly points: readonly Point[];
  readonly label: Box | null;
}

export interface PlacedLane extends Box {
  readonly lane: number;
}

export interface Picture {
  readonly pool: Box;
  readonly lanes: readonly PlacedLane[];
  readonly shapes: readonly PlacedShape[];
  readonly lines: readonly PlacedLine[];
}

/** The same with numbers for names. */
export interface Net {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

/** Where each shape stands: its column, and its row counted from the top over all lanes. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly columnOf: readonly number[];
  readonly rowOf: readonly number[];
  readonly laneOfRow: readonly number[];
}
