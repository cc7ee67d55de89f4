// Paths as straight runs, and the doglegs that untangle two lines which would change places at two doors at once.
import { type Crossing, isMiddle } from './streets.ts';

export interface Run {
  /** Along a row (`level`) or a column (`upright`). */
  readonly way: 'level' | 'upright';
  readonly street: number;
  /** Streets it starts and ends at, in the direction of the line. */
  readonly from: number;
  readonly to: number;
}

export function toRuns(path: readonly Crossing[]): Run[] {
  const runs: Run[] = [];
  path.slice(1).forEach((to, at) => {
    const from = path[at]!;
    const way = from.y === to.y ? 'level' : 'upright';
    const last = runs.at(-1);
    const end = way === 'level' ? to.x : to.y;
    if (last?.way === way) runs[runs.length - 1] = { ...last, to: end };
    else if (way === 'level') runs.push({ way, street: from.y, from: from.x, to: to.x });
    else runs.push({ way, street: from.x, from: from.y, to: to.y });
  });
  return runs;
}

/** Splits a run in two where it first passes between two rows (columns); the line steps aside there. */
export function stepAside(runs: readonly Run[], at: number): Run[] {
  const run = runs[at]!;
  const step = run.to > run.from ? 1 : -1;
  const middle = isMiddle(run.from) ? run.from + step : run.from + 2 * step;
  if ((run.to - middle) * step <= 0) throw new Error('layout: a run of one block cannot step aside');
  const across = run.way === 'level' ? 'upright' : 'level';
  return [
    ...runs.slice(0, at),
    { ...run, to: middle },
    { way: across, street: middle, from: run.street, to: run.street },
    { ...run, from: middle },
    ...runs.slice(at + 1),
  ];
}
