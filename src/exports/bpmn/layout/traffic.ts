// Which lines already run where. Between columns and rows there is room for any number of lines side by side; through
// the middle of a column or row there is room for one, except that lines of one source or one target may share it.
import { type Crossing, isMiddle, type Streets } from './streets.ts';
import type { Net } from './shapes.ts';

export interface Traffic {
  /** May `line` take the piece of street between two neighbouring crossings? */
  mayPass(from: Crossing, to: Crossing, line: number): boolean;
  /** May `line`, which came to `at` in one direction, go on in another? */
  mayTurn(at: Crossing, way: { readonly direction: number; readonly turn: number }, line: number): boolean;
  /** Lines that already run through the middle of this piece of a row or column. */
  countBeside(from: Crossing, to: Crossing): number;
  /** Lines it would cross when it runs straight over `at`. */
  countCrossed(at: Crossing, direction: number, line: number): number;
  add(path: readonly Crossing[], line: number): void;
}

export function createTraffic(streets: Streets, nets: readonly Net[]): Traffic {
  const { width } = streets;
  const pieces = new Map<number, number[]>();
  /** Lines that use the middle of a column or row on either side of a crossing. */
  const stubs = new Map<number, number[]>();
  const levels = new Map<number, number[]>();
  const uprights = new Map<number, number[]>();
  const keyOf = ({ x, y }: Crossing): number => y * width + x;
  const pieceOf = (from: Crossing, to: Crossing): number =>
    2 * Math.min(keyOf(from), keyOf(to)) + (from.x === to.x ? 1 : 0);
  const isAlone = (list: readonly number[] | undefined, line: number): boolean =>
    (list ?? []).every((other) => areKin(nets, other, line));
  const isStub = (from: Crossing, to: Crossing): boolean => (from.x === to.x ? isMiddle(from.x) : isMiddle(from.y));
  const note = (map: Map<number, number[]>, key: number, line: number): void => {
    const list = map.get(key);
    if (!list) map.set(key, [line]);
    else if (list.at(-1) !== line) list.push(line);
  };
  return {
    mayPass: (from, to, line) => !isStub(from, to) || isAlone(pieces.get(pieceOf(from, to)), line),
    mayTurn(at, { direction, turn }, line) {
      const usesStub = [direction, turn].some((one) => (one % 2 === 0 ? isMiddle(at.y) : isMiddle(at.x)));
      if (!usesStub) return true;
      const free = isAlone(stubs.get(keyOf(at)), line);
      if (direction === turn) return free || (isMiddle(at.x) && isMiddle(at.y));
      if (isMiddle(at.x) && isMiddle(at.y))
        return isAlone(levels.get(keyOf(at)), line) && isAlone(uprights.get(keyOf(at)), line);
      const door = doorsAt(streets, at);
      return door.length > 0 ? isOwn(door, nets[line]!) : free;
    },
    countBeside: (from, to) => pieces.get(pieceOf(from, to))?.length ?? 0,
    countCrossed: (at, direction, line) =>
      ((direction % 2 === 0 ? uprights : levels).get(keyOf(at)) ?? []).filter((other) => !areKin(nets, other, line))
        .length,
    add(path, line) {
      path.slice(1).forEach((to, index) => {
        const from = path[index]!;
        const street = from.x === to.x ? uprights : levels;
        for (const end of [from, to]) note(street, keyOf(end), line);
        if (!isStub(from, to)) return;
        note(pieces, pieceOf(from, to), line);
        for (const end of [from, to]) note(stubs, keyOf(end), line);
      });
    },
  };
}

const areKin = (nets: readonly Net[], one: number, other: number): boolean =>
  nets[one]!.source === nets[other]!.source || nets[one]!.target === nets[other]!.target;

/** Shapes left and right of a crossing: the crossing at a shape's door is kept free for the lines of that shape. */
function doorsAt(streets: Streets, { x, y }: Crossing): { source: number; target: number }[] {
  if (isMiddle(x) || !isMiddle(y)) return [];
  const source = x > 0 ? streets.shapeAt(x - 1, y) : -1;
  const target = x + 1 < streets.width ? streets.shapeAt(x + 1, y) : -1;
  return source >= 0 || target >= 0 ? [{ source, target }] : [];
}

const isOwn = (doors: readonly { source: number; target: number }[], { source, target }: Net): boolean =>
  doors.some((door) => door.source === source || door.target === target);
