// In which row of its lane each shape stands: busy ways run straight.
import type { Grid, Net } from './shapes.ts';

interface Run {
  /** Shapes of one lane, one after the other along a busy way. */
  readonly shapes: readonly number[];
  readonly lane: number;
  /** Columns it takes, with those on the way from what it follows and to what follows it. */
  readonly from: number;
  readonly to: number;
}

/** `laneOf` are indexes from the top. Every lane has at least one row. */
export function placeRows(columnOf: readonly number[], laneOf: readonly number[], nets: readonly Net[]): Grid {
  const lanes = Math.max(0, ...laneOf) + 1;
  const taken = Array.from({ length: lanes }, () => new Map<number, { from: number; to: number; firm: boolean }[]>());
  const rowInLane = new Map<number, number>();
  for (const run of listRuns(columnOf, laneOf, nets)) {
    const rows = taken[run.lane]!;
    const row = findRow(run, rows, wishOf(run, { nets, laneOf, rowInLane }));
    for (const shape of run.shapes) rowInLane.set(shape, row);
    const columns = run.shapes.map((shape) => columnOf[shape]!);
    rows.set(row, [
      ...(rows.get(row) ?? []),
      { from: columns[0]!, to: columns.at(-1)!, firm: true },
      { from: run.from, to: run.to, firm: false },
    ]);
  }
  const firstRows: number[] = [];
  const laneOfRow: number[] = [];
  taken.forEach((rows, lane) => {
    const used = [...rows.keys()];
    const [low, high] = used.length > 0 ? [Math.min(...used), Math.max(...used)] : [0, 0];
    firstRows.push(laneOfRow.length - low);
    for (let row = low; row <= high; row += 1) laneOfRow.push(lane);
  });
  const rowOf = columnOf.map((_, shape) => firstRows[laneOf[shape]!]! + rowInLane.get(shape)!);
  return { columns: Math.max(-1, ...columnOf) + 1, rows: laneOfRow.length, columnOf, rowOf, laneOfRow };
}

/** Chains along which each step is the busiest way on and the busiest way in; cut where the lane changes. */
function listRuns(columnOf: readonly number[], laneOf: readonly number[], nets: readonly Net[]): Run[] {
  const forward = nets.filter(({ source, target }) => columnOf[source]! < columnOf[target]!);
  const busiest = (list: readonly Net[]): Net => list.reduce((best, net) => (net.weight > best.weight ? net : best));
  const next = new Map([...Map.groupBy(forward, ({ source }) => source)].map(([at, list]) => [at, busiest(list)]));
  const before = new Map([...Map.groupBy(forward, ({ target }) => target)].map(([at, list]) => [at, busiest(list)]));
  const follows = (shape: number): number | undefined => {
    const net = next.get(shape);
    return net && before.get(net.target) === net ? net.target : undefined;
  };
  const isFollowed = new Set(columnOf.flatMap((_, shape) => follows(shape) ?? []));
  const weightOf = (shape: number): number => Math.max(next.get(shape)?.weight ?? 0, before.get(shape)?.weight ?? 0);
  const chains = columnOf.flatMap((_, first) => {
    if (isFollowed.has(first)) return [];
    const chain = [first];
    for (let at = follows(first); at !== undefined; at = follows(at)) chain.push(at);
    return [chain];
  });
  const busyness = (chain: readonly number[]): number => chain.reduce((sum, shape) => sum + weightOf(shape), 0);
  chains.sort((a, b) => busyness(b) - busyness(a));
  return chains
    .flatMap((chain) => cutAtLanes(chain, laneOf))
    .map((shapes) => {
      const lane = laneOf[shapes[0]!]!;
      const isNear = (shape: number | undefined): shape is number => shape !== undefined && laneOf[shape] === lane;
      const source = before.get(shapes[0]!)?.source;
      const target = next.get(shapes.at(-1)!)?.target;
      return {
        shapes,
        lane,
        from: isNear(source) ? columnOf[source]! + 1 : columnOf[shapes[0]!]!,
        to: isNear(target) ? columnOf[target]! - 1 : columnOf[shapes.at(-1)!]!,
      };
    });
}

function cutAtLanes(chain: readonly number[], laneOf: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const shape of chain) {
    const run = runs.at(-1);
    if (run && laneOf[run[0]!] === laneOf[shape]) run.push(shape);
    else runs.push([shape]);
  }
  return runs;
}

interface Known {
  readonly nets: readonly Net[];
  readonly laneOf: readonly number[];
  readonly rowInLane: ReadonlyMap<number, number>;
}

/** The row it would like (that of its neighbours in the lane), and whether rather above or below that. */
function wishOf({ shapes, lane }: Run, { nets, laneOf, rowInLane }: Known): { row: number; side: number } {
  const members = new Set(shapes);
  const others = nets
    .filter(({ source, target }) => members.has(source) !== members.has(target))
    .map(({ source, target }) => (members.has(source) ? target : source));
  const rows = others.filter((other) => laneOf[other] === lane).flatMap((other) => rowInLane.get(other) ?? []);
  const side = others.reduce((sum, other) => sum + Math.sign(laneOf[other]! - lane), 0);
  const row = rows.length > 0 ? rows.toSorted((a, b) => a - b)[rows.length >> 1]! : 0;
  return { row, side: side < 0 ? -1 : 1 };
}

/** The nearest free row; one that keeps others' ways straight and that is there already is a little nearer. */
function findRow(
  run: Run,
  rows: ReadonlyMap<number, readonly { from: number; to: number; firm: boolean }[]>,
  { row: wish, side }: { row: number; side: number },
): number {
  const columns = run.shapes.length;
  const reach = rows.size + columns + 1;
  let best = { row: wish, cost: Infinity };
  for (let distance = 0; distance <= reach && distance < best.cost; distance += 1) {
    for (const row of distance === 0 ? [wish] : [wish + side * distance, wish - side * distance]) {
      const own = rows.get(row) ?? [];
      const meets = (span: { from: number; to: number }): boolean => span.from <= run.to && run.from <= span.to;
      if (own.some((span) => span.firm && meets(span))) continue;
      const cost = distance + (own.some(meets) ? 0.5 : 0) + (rows.has(row) ? 0 : 0.25);
      if (cost < best.cost) best = { row, cost };
    }
  }
  return best.row;
}
