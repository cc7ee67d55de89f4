// One line's way along the streets: the shortest with few bends and crossings (A*).
import { type Crossing, isMiddle, middleOf, type Streets } from './streets.ts';
import type { Traffic } from './traffic.ts';

export const DIRECTIONS = [
  { dx: 1, dy: 0 },
  { dx: 0, dy: 1 },
  { dx: -1, dy: 0 },
  { dx: 0, dy: -1 },
] as const;

const RIGHT = 0;
const LEFT = 2;

/** What is given for a way, in about pixels. */
const STEP_X = 55;
const STEP_Y = 45;
const BEND = 40;
const CROSSING = 50;
/** Two ways out of one corner of a gateway are hard to tell apart. */
const SHARED_EXIT = 150;

/** Lines of one column or row would stand on each other's labels; between them there is room. */
const MIDDLE_OF_COLUMN = 15;

/** Paper for many searches on one grid: what an earlier search wrote counts as blank. */
export interface Scratch {
  readonly costs: Float64Array;
  readonly cameFrom: Int32Array;
  readonly writtenBy: Int32Array;
}

export function makeScratch({ width, height }: Streets): Scratch {
  const states = width * height * 4;
  return {
    costs: new Float64Array(states),
    cameFrom: new Int32Array(states),
    writtenBy: new Int32Array(states).fill(-1),
  };
}

export interface PathInput {
  readonly streets: Streets;
  readonly traffic: Traffic;
  readonly scratch: Scratch;
  /** Index of the line. */
  readonly line: number;
  readonly source: number;
  readonly target: number;
}

/** Crossings from the source to the target; every two neighbours differ in x or in y by one. */
export function findPath(input: PathInput): Crossing[] {
  const { streets, source, target, line } = input;
  const { width } = streets;
  const { costs, cameFrom, writtenBy } = input.scratch;
  const from = crossingOf(streets, source);
  const to = crossingOf(streets, target);
  const queue = createQueue();
  const guess = (x: number, y: number): number => Math.abs(x - to.x) * STEP_X + Math.abs(y - to.y) * STEP_Y;
  const push = (place: Crossing, direction: number, { cost, previous }: { cost: number; previous: number }): void => {
    const state = (place.y * width + place.x) * 4 + direction;
    if (writtenBy[state] === line && cost >= costs[state]!) return;
    writtenBy[state] = line;
    costs[state] = cost;
    cameFrom[state] = previous;
    queue.push(state, cost + guess(place.x, place.y));
  };
  for (const direction of leaveBy(streets, source)) {
    const next = { x: from.x + DIRECTIONS[direction]!.dx, y: from.y + DIRECTIONS[direction]!.dy };
    if (!input.traffic.mayPass(from, next, input.line)) continue;
    const shared = input.traffic.countBeside(from, next) * SHARED_EXIT;
    push(next, direction, { cost: shared + stepCost(next, direction), previous: -1 });
  }
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const direction = state % 4;
    const at = { x: (state >> 2) % width, y: Math.floor((state >> 2) / width) };
    if (at.x === to.x && at.y === to.y) return [from, ...readPath(cameFrom, state, width)];
    for (let turn = 0; turn < 4; turn += 1) {
      if (turn === (direction + 2) % 4) continue;
      const next = { x: at.x + DIRECTIONS[turn]!.dx, y: at.y + DIRECTIONS[turn]!.dy };
      if (!isOpen(input, { at, next, direction, turn, to })) continue;
      const bend = turn === direction ? input.traffic.countCrossed(at, direction, input.line) * CROSSING : BEND;
      push(next, turn, { cost: costs[state]! + bend + stepCost(next, turn), previous: state });
    }
  }
  throw new Error(`layout: no way from "${streets.shapes[source]!.id}" to "${streets.shapes[target]!.id}"`);
}

const crossingOf = ({ grid }: Streets, shape: number): Crossing => ({
  x: middleOf(grid.columnOf[shape]!),
  y: middleOf(grid.rowOf[shape]!),
});

const stepCost = (to: Crossing, direction: number): number => {
  if (direction % 2 === 0) return STEP_X;
  return STEP_Y + (isMiddle(to.x) ? MIDDLE_OF_COLUMN : 0);
};

/** Gateways are left on all sides but the left; lines arrive on all sides but the right. */
const leaveBy = ({ shapes }: Streets, shape: number): number[] =>
  shapes[shape]!.docking === 'corners' ? [RIGHT, 1, 3] : [RIGHT];

interface Move {
  readonly at: Crossing;
  readonly next: Crossing;
  readonly direction: number;
  readonly turn: number;
  readonly to: Crossing;
}

function isOpen({ streets, traffic, line, target }: PathInput, { at, next, direction, turn, to }: Move): boolean {
  if (next.x < 0 || next.y < 0 || next.x >= streets.width || next.y >= streets.height) return false;
  const standing = streets.shapeAt(next.x, next.y);
  if (standing >= 0) {
    if (next.x !== to.x || next.y !== to.y) return false;
    const isPort = streets.shapes[target]!.docking === 'port';
    if (turn === LEFT || (isPort && turn !== RIGHT)) return false;
  }
  return traffic.mayPass(at, next, line) && traffic.mayTurn(at, { direction, turn }, line);
}

function readPath(cameFrom: Int32Array, last: number, width: number): Crossing[] {
  const path: Crossing[] = [];
  for (let state = last; state >= 0; state = cameFrom[state]!) {
    path.push({ x: (state >> 2) % width, y: Math.floor((state >> 2) / width) });
  }
  return path.reverse();
}

/** A binary heap; of equal costs the first one in comes out first, so that the picture is always the same. */
function createQueue() {
  const heap: { state: number; cost: number; turn: number }[] = [];
  let pushed = 0;
  const isBefore = (a: number, b: number): boolean =>
    heap[a]!.cost < heap[b]!.cost || (heap[a]!.cost === heap[b]!.cost && heap[a]!.turn < heap[b]!.turn);
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  return {
    push(state: number, cost: number): void {
      heap.push({ state, cost, turn: (pushed += 1) });
      for (let at = heap.length - 1; at > 0 && isBefore(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
    },
    pop(): number | undefined {
      const top = heap[0];
      const last = heap.pop();
      if (!top || !last) return undefined;
      if (heap.length === 0) return top.state;
      heap[0] = last;
      for (let at = 0; ; ) {
        const smaller = [2 * at + 1, 2 * at + 2].filter((child) => child < heap.length && isBefore(child, at));
        if (smaller.length === 0) return top.state;
        const child = smaller.length === 2 && isBefore(smaller[1]!, smaller[0]!) ? smaller[1]! : smaller[0]!;
        swap(at, child);
        at = child;
      }
    },
  };
}
