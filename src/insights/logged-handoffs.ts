// Where a log shows work passing from one role to another.
import type { Grounds } from '../domain/evidence.ts';
import type { Activity, Durations, Transition } from '../domain/graph.ts';
import type { LogId } from '../domain/ids.ts';
import type { MinedPassing } from '../domain/mined-log.ts';
import { joinGrounds, loggedGrounds } from '../graph/grounds.ts';
import { mergeDurations } from '../graph/merge-durations.ts';
import type { Context, LoggedTransition } from './context.ts';
import { logRef } from './finding.ts';

export interface LoggedPlace {
  readonly transition: Transition;
  readonly source: Activity;
  readonly target: Activity;
  /** Null where the log names no roles. */
  readonly from: string | null;
  readonly to: string;
  readonly count: number;
  readonly wait: Durations | null;
  readonly grounds: Grounds;
}

export interface LoggedPlaces {
  /** The busiest first. */
  readonly places: readonly LoggedPlace[];
  /** Passed too rarely to count unless somebody speaks of them. */
  readonly rare: readonly LoggedPlace[];
  /** Passings between activities that run side by side. */
  readonly sideBySide: number;
}

/** A place must be passed in at least this share of the cases. */
const LEAST_SHARE = 0.02;
const LEAST_COUNT = 2;

interface Passing extends Omit<MinedPassing, 'from'> {
  readonly logId: LogId;
  readonly from: string | null;
  readonly on: LoggedTransition;
}

/** One place per transition and pair of roles; without roles, per transition whose activities two people do. */
export function listLoggedPlaces(context: Context): LoggedPlaces {
  const least = Math.max(LEAST_COUNT, context.graph.cases * LEAST_SHARE);
  const passings = context.logged.flatMap(listPassings);
  const groups = Map.groupBy(
    passings.filter(({ on }) => !on.isSideBySide),
    ({ on, from, to }) => JSON.stringify([on.transition.id, from, to]),
  );
  const all = [...groups.values()].map(toPlace).sort((a, b) => b.count - a.count);
  return {
    places: all.filter(({ count }) => count >= least),
    rare: all.filter(({ count }) => count < least),
    sideBySide: sumCounts(passings.filter(({ on }) => on.isSideBySide)),
  };
}

export const sumCounts = (items: readonly { count: number }[]): number =>
  items.reduce((sum, { count }) => sum + count, 0);

function listPassings(on: LoggedTransition): Passing[] {
  const { logId, mined, source, target } = on;
  if (source.roles.length > 0 || target.roles.length > 0)
    return mined.passings.map((passing) => ({ ...passing, logId, on }));
  if (mined.resourceChanges === 0) return [];
  return [
    { logId, on, from: null, to: 'another person', count: mined.resourceChanges, wait: mined.wait, rows: mined.rows },
  ];
}

function toPlace(passings: readonly Passing[]): LoggedPlace {
  const [{ on, from, to }] = passings as readonly [Passing, ...Passing[]]; // groupBy makes no empty groups
  return {
    transition: on.transition,
    source: on.source,
    target: on.target,
    from,
    to,
    count: sumCounts(passings),
    wait: mergeDurations(passings.map(({ wait }) => wait)),
    grounds: joinGrounds(passings.map(({ logId, rows, count }) => loggedGrounds([logRef(logId, rows, count)]))),
  };
}
