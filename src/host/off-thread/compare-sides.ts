// In: two sides of a comparison as they are stored. Out: what differs. Runs in the worker.
import type { Approval, Comparison } from '../../domain/comparison.ts';
import { compareGraphs } from '../../insights/compare/compare-graphs.ts';
import { type MeasuredSide, measureSide, type MinedSide } from './measure-side.ts';

export type StoredSide = MinedSide | { readonly title: string; readonly approval: Approval };

/** @throws compare/empty */
export function compareSides(sides: { readonly before: StoredSide; readonly after: StoredSide }): Comparison {
  const [before, after] = [readSide(sides.before), readSide(sides.after)];
  return compareGraphs({ before, after }, { sharedCases: countShared(before, after) });
}

const readSide = (side: StoredSide): MeasuredSide =>
  'approval' in side ? { title: side.title, measured: side.approval.measured, casesOf: undefined } : measureSide(side);

function countShared({ casesOf: before }: MeasuredSide, { casesOf: after }: MeasuredSide): number | undefined {
  if (!before || !after) return undefined;
  let shared = 0;
  for (const [log, cases] of before) {
    const others = after.get(log);
    if (others) for (const name of cases) if (others.has(name)) shared += 1;
  }
  return shared;
}
