// In: two sides of a comparison as they are stored. Out: what differs. Runs in the worker.
import type { Approval, Comparison } from '../../domain/comparison.ts';
import { compareGraphs } from '../../insights/compare/compare-graphs.ts';
import { isInTime, nameAlone } from '../../insights/compare/name-side.ts';
import { filterStored, type MeasuredSide, measureSide, type MinedSide, namesOf } from './measure-side.ts';

export type StoredSide = MinedSide | { readonly title: string; readonly approval: Approval };

interface Sides<Side> {
  readonly before: Side;
  readonly after: Side;
}

/** @throws compare/empty */
export function compareSides(sides: Sides<StoredSide>): Comparison {
  const [before, after] = [readSide(sides.before, sides.after), readSide(sides.after, sides.before)];
  const alone = nameAlone(sides);
  const sharedCases = countShared(sides, { before, after });
  return compareGraphs(
    { before: { ...before, alone: alone.before }, after: { ...after, alone: alone.after } },
    { sharedCases, isInTime: isInTime(sides) },
  );
}

const readSide = (side: StoredSide, other: StoredSide): MeasuredSide =>
  'approval' in side
    ? { title: side.title, measured: side.approval.measured, casesOf: findApproved(side.approval, other) }
    : measureSide(side);

/**
 * The cases an approved graph was drawn from, as far as they are in the logs of the side it is compared with.
 * Undefined where that cannot be known: of two approved graphs, and of one kept before its slice was.
 */
function findApproved(
  { processId, atMs, measured: { drawnFrom } }: Approval,
  other: StoredSide,
): MeasuredSide['casesOf'] {
  if (processOf(other) !== processId) return new Map();
  if ('approval' in other || drawnFrom === undefined) return undefined;
  if (drawnFrom.part === 'told') return new Map();
  const logs = other.stored.logs.filter(({ log }) => log.createdAtMs <= atMs);
  const found = filterStored({ ...other.stored, logs }, drawnFrom.slice);
  return new Map(found.map(({ log, filtered }) => [log.id, namesOf(filtered)]));
}

const processOf = (side: StoredSide): string => ('approval' in side ? side.approval.processId : side.stored.process.id);

/** Cases on both sides, or recordings where both sides count those; undefined where nobody can know. */
function countShared(sides: Sides<StoredSide>, { before, after }: Sides<MeasuredSide>): number | undefined {
  if (processOf(sides.before) !== processOf(sides.after)) return 0;
  if (before.measured.unit === 'recordings' && after.measured.unit === 'recordings') {
    // All recordings of a process speak on either side; those that an approved graph heard are not known by name.
    return 'approval' in sides.before || 'approval' in sides.after ? undefined : before.measured.cases;
  }
  return countCommon(before.casesOf, after.casesOf);
}

function countCommon(before: MeasuredSide['casesOf'], after: MeasuredSide['casesOf']): number | undefined {
  if (!before || !after) return undefined;
  let shared = 0;
  for (const [log, cases] of before) {
    const others = after.get(log);
    if (others) for (const name of cases) if (others.has(name)) shared += 1;
  }
  return shared;
}
