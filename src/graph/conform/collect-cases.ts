// In: which variants deviate and where. Out: the cases that follow them, and rows that show each deviation.
import type { DeviatingCase } from '../../domain/conformance.ts';
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { LogId } from '../../domain/ids.ts';
import { type InstanceColumns, toInstances } from '../mine-instances.ts';
import type { CheckedLog, CheckedVariant, CheckOptions, FoundDeviation } from './check-conformance.ts';

export interface CaseInput {
  readonly logs: readonly CheckedLog[];
  /** Per log, by case, its place in `variants`. */
  readonly variantOf: readonly Int32Array[];
  /** Undefined for one that conforms. */
  readonly variants: readonly (CheckedVariant | undefined)[];
  /** Those that are told one by one. */
  readonly listed: readonly CheckedVariant[];
  /** Their evidence is filled in here. */
  readonly deviations: readonly FoundDeviation[];
}

const MOST_ROWS = 5;

interface Place {
  readonly log: number;
  readonly case: number;
  /** Of its instances. */
  readonly from: number;
  readonly length: number;
  readonly variant: CheckedVariant;
}

/** The most deviating first, at most `limit`: by cost, then by how many deviations, then as they stand in the logs. */
export function collectCases(input: CaseInput, { instances: mode, limit }: CheckOptions): DeviatingCase[] {
  const instancesOf = input.logs.map(({ filtered }) => toInstances(filtered.columns, mode));
  const places = instancesOf.flatMap((instances, log) => listPlaces(instances, log, input));
  instancesOf.forEach((instances, log) => showDeviations(instances, input, { log, places }));
  const variantPlace = new Map(input.listed.map((variant, at) => [variant, at]));
  return places
    .sort((a, b) => (b.variant.cost ?? 0) - (a.variant.cost ?? 0) || b.variant.spots.length - a.variant.spots.length)
    .slice(0, limit)
    .map((place) => describeCase(place, instancesOf[place.log]!, { input, variantPlace }));
}

function listPlaces({ length, caseOf }: InstanceColumns, log: number, { variantOf, variants }: CaseInput): Place[] {
  const places: Place[] = [];
  for (let from = 0; from < length; ) {
    let to = from + 1;
    while (to < length && caseOf[to] === caseOf[from]) to += 1;
    const variant = variants[variantOf[log]![caseOf[from]!]!];
    if (variant) places.push({ log, case: caseOf[from]!, from, length: to - from, variant });
    from = to;
  }
  return places;
}

/** The first rows of this log that show a deviation, and how many there are. */
function showDeviations(
  instances: InstanceColumns,
  { logs, deviations }: CaseInput,
  { log, places }: { readonly log: number; readonly places: readonly Place[] },
): void {
  const counts = new Int32Array(deviations.length);
  const rows: number[][] = deviations.map(() => []);
  for (const { log: of, from, variant } of places) {
    if (of !== log) continue;
    for (const { deviation, at } of variant.spots) {
      counts[deviation]! += 1;
      if (rows[deviation]!.length < MOST_ROWS) rows[deviation]!.push(rowAt(instances, from + at, logs[log]!));
    }
  }
  for (const [at, { evidence }] of deviations.entries())
    evidence.push(...logRef(logs[log]!.logId, rows[at]!, counts[at]!));
}

// Where each row counts by itself, instances name no rows.
const rowAt = (instances: InstanceColumns, at: number, { filtered }: CheckedLog): number =>
  filtered.rowOf[instances.rowOf?.[at] ?? at]!;

const logRef = (logId: LogId, rows: readonly number[], count: number): EvidenceRef[] =>
  rows.length === 0 ? [] : [{ kind: 'log', logId, rows: rows.slice(0, MOST_ROWS), count }];

interface Known {
  readonly input: CaseInput;
  readonly variantPlace: ReadonlyMap<CheckedVariant, number>;
}

function describeCase(place: Place, instances: InstanceColumns, { input, variantPlace }: Known): DeviatingCase {
  const { variant, from, length } = place;
  const log = input.logs[place.log]!;
  const rows = [...new Set(variant.spots.map(({ at }) => rowAt(instances, from + at, log)))];
  return {
    case: log.filtered.columns.cases[place.case]!,
    logId: log.logId,
    events: length,
    deviations: [...new Set(variant.spots.map(({ deviation }) => deviation))].sort((a, b) => a - b),
    variant: variantPlace.get(variant) ?? null,
    cost: variant.cost,
    fitness01: variant.fitness01,
    evidence: logRef(log.logId, rows, rows.length),
  };
}
