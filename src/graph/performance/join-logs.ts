// In: the logs of one process, each narrowed to the cases looked at. Out: their instances as those of one log.
import type { LogRef } from '../../domain/evidence.ts';
import type { LogId } from '../../domain/ids.ts';
import type { FilteredLog } from '../filter-log/filter-log.ts';
import { type InstanceColumns, rowAt, toInstances } from '../mine-instances.ts';

export interface JoinedLogs {
  readonly instances: InstanceColumns;
  /** Of all logs, each once. */
  readonly activities: readonly string[];
  readonly resources: readonly string[];
  caseAt(place: number): string;
  /**
   * The rows that speak for instances, log by log; at most five each. `count` is how many instances there are in all,
   * where that is more than those given: it is said where it is known of which log they are.
   */
  cite(places: Iterable<number>, count?: number): LogRef[];
}

export interface LogPart {
  readonly logId: LogId;
  readonly filtered: FilteredLog;
}

/** Two cases of the same name in two logs are two cases; people and activities of the same name are the same. */
export function joinLogs(parts: readonly LogPart[]): JoinedLogs {
  const kept = parts
    .filter(({ filtered }) => filtered.cases > 0)
    .map((part) => ({ ...part, own: toInstances(part.filtered.columns, 'paired') }));
  const activities = listNames(kept, 'activities');
  const resources = listNames(kept, 'resources');
  const firsts = addUp(kept.map(({ own }) => own.length));
  const firstCases = addUp(kept.map(({ filtered }) => filtered.columns.cases.length));
  const pieces = kept.map(({ filtered: { columns }, own }, at) => ({
    ...own,
    caseOf: at === 0 ? own.caseOf : own.caseOf.map((number) => number + firstCases[at]!),
    activityOf: renumber(own.activityOf, columns.activities, activities),
    resourceOf: renumber(own.resourceOf, columns.resources, resources),
  }));
  const partAt = (place: number): number => firsts.findLastIndex((first) => first <= place);
  return {
    instances: pieces.length === 1 ? pieces[0]! : concatenate(pieces),
    activities,
    resources,
    caseAt: (place) => {
      const { filtered, own } = kept[partAt(place)]!;
      return filtered.columns.cases[own.caseOf[place - firsts[partAt(place)]!]!]!;
    },
    cite: (places, count) => {
      const cited = [...Map.groupBy(places, partAt)].map(([part, own]) => {
        const { logId, filtered, own: instances } = kept[part]!;
        const rows = own.slice(0, 5).map((place) => filtered.rowOf[rowAt(instances, place - firsts[part]!)]!);
        return { kind: 'log' as const, logId, rows, count: own.length };
      });
      return cited.map((ref) => (kept.length === 1 && count !== undefined ? { ...ref, count } : ref));
    },
  };
}

type Kept = readonly { readonly filtered: FilteredLog }[];

const listNames = (kept: Kept, of: 'activities' | 'resources'): string[] => [
  ...new Set(kept.flatMap(({ filtered }) => filtered.columns[of])),
];

/** Where each begins when all stand behind one another. */
function addUp(lengths: readonly number[]): number[] {
  let sum = 0;
  return lengths.map((length) => (sum += length) - length);
}

function renumber(numbers: Int32Array, own: readonly string[], all: readonly string[]): Int32Array {
  const placeOf = new Map(all.map((name, at) => [name, at]));
  const places = own.map((name) => placeOf.get(name)!);
  return places.every((place, at) => place === at) ? numbers : numbers.map((one) => (one < 0 ? one : places[one]!));
}

/** Places stay those of the pieces, so nobody asks these for their rows. */
function concatenate(pieces: readonly InstanceColumns[]): InstanceColumns {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const join = <Column extends Int32Array | Float64Array>(into: Column, pick: (piece: InstanceColumns) => Column) => {
    let next = 0;
    for (const piece of pieces) {
      into.set(pick(piece), next);
      next += piece.length;
    }
    return into;
  };
  const isTimed = pieces.some(({ processingMs }) => processingMs !== null);
  return {
    length,
    caseOf: join(new Int32Array(length), ({ caseOf }) => caseOf),
    activityOf: join(new Int32Array(length), ({ activityOf }) => activityOf),
    resourceOf: join(new Int32Array(length), ({ resourceOf }) => resourceOf),
    roleOf: new Int32Array(length).fill(-1),
    startMs: join(new Float64Array(length), ({ startMs }) => startMs),
    endMs: join(new Float64Array(length), ({ endMs }) => endMs),
    processingMs: isTimed
      ? join(new Float64Array(length), (piece) => piece.processingMs ?? new Float64Array(piece.length).fill(Number.NaN))
      : null,
    rowOf: null,
  };
}
