// In: the cases of some logs and the ways an approved graph allows. Out: which cases deviate, how, and how far.
import type { DeviatingCase, DeviatingVariant, Deviation } from '../../domain/conformance.ts';
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { LogId } from '../../domain/ids.ts';
import type { Instances } from '../../domain/log.ts';
import type { FilteredLog } from '../filter-log/filter-log.ts';
import { groupVariants } from '../filter-log/group-variants.ts';
import { alignmentCost, alignTrace, UNKNOWN } from './align-trace.ts';
import type { ApprovedWays } from './approved-ways.ts';
import { collectCases } from './collect-cases.ts';
import { findDeviations, type Spot } from './find-deviations.ts';

export interface CheckedLog {
  readonly logId: LogId;
  readonly filtered: FilteredLog;
}

export interface CheckOptions {
  readonly instances: Instances;
  /** The number in the approved graph of what the log calls so; undefined where it has no such activity. */
  readonly numberOf: (label: string) => number | undefined;
  /** How many deviating cases and variants are listed at most. */
  readonly limit: number;
}

/** A deviation before it is told: counted, with rows that show it. */
export interface FoundDeviation extends Omit<Deviation, 'sentence' | 'share01' | 'evidence'> {
  readonly evidence: EvidenceRef[];
}

export interface Checked {
  readonly cases: number;
  readonly conforming: number;
  readonly fitness01: number | null;
  readonly deviations: readonly FoundDeviation[];
  readonly variants: readonly DeviatingVariant[];
  readonly variantCount: number;
  readonly deviatingCases: readonly DeviatingCase[];
}

/** One variant that deviates, as all its cases do. */
export interface CheckedVariant {
  readonly labels: readonly string[];
  readonly cases: number;
  readonly cost: number | null;
  readonly fitness01: number | null;
  /** Place of each spot's deviation in `deviations`. */
  readonly spots: readonly { readonly deviation: number; readonly at: number }[];
}

/**
 * Checks every case, one variant at a time: cases of the same activities in the same order deviate alike. A case
 * conforms when it has no deviation. Its fitness is one less its alignment cost by the worst there could be, which is
 * doing all of it beside the shortest approved way and none of that way (Adriansyah 2014); that of all cases is one less
 * the sum of costs by the sum of the worst.
 */
export function checkConformance(logs: readonly CheckedLog[], ways: ApprovedWays, options: CheckOptions): Checked {
  const grouped = groupVariants(
    logs.map(({ filtered }) => filtered.columns),
    options.instances,
  );
  const registry = createRegistry();
  let [cases, conforming, cost, worst] = [0, 0, 0, 0];
  const checked = grouped.variants.map((variant): CheckedVariant | undefined => {
    const trace = Int32Array.from(variant.labels, (label) => options.numberOf(label) ?? UNKNOWN);
    const spots = findDeviations(variant.labels, trace, ways);
    cases += variant.cases;
    const most = trace.length + (ways.shortest ?? 0);
    worst += most * variant.cases;
    if (spots.length === 0) {
      conforming += variant.cases;
      return undefined;
    }
    const own = alignmentCost(trace, ways) ?? null;
    cost += (own ?? 0) * variant.cases;
    const fitness01 = own === null ? null : 1 - own / most;
    return { ...variant, cost: own, fitness01, spots: registry.add(spots, variant.cases) };
  });
  const ranks = registry.rank();
  const ranked = checked.map((variant) => {
    return (
      variant && { ...variant, spots: variant.spots.map((spot) => ({ ...spot, deviation: ranks[spot.deviation]! })) }
    );
  });
  const deviating = ranked.filter((variant) => variant !== undefined);
  const listed = deviating.slice(0, options.limit);
  const deviations = registry.list();
  return {
    cases,
    conforming,
    fitness01: ways.shortest === undefined || worst === 0 ? null : 1 - cost / worst,
    deviations,
    variants: listed.map((variant) => describeVariant(variant, ways, options)),
    variantCount: deviating.length,
    deviatingCases: collectCases({ logs, variantOf: grouped.variantOf, variants: ranked, listed, deviations }, options),
  };
}

function describeVariant(variant: CheckedVariant, ways: ApprovedWays, { numberOf }: CheckOptions): DeviatingVariant {
  const { labels, cases, cost, fitness01 } = variant;
  const trace = labels.map((label) => numberOf(label) ?? UNKNOWN);
  const alignment = alignTrace(trace, ways)?.moves.map(({ move, at }) => {
    return { move, activity: move === 'missing' ? ways.labels[at]! : labels[at]! };
  });
  return { activities: [...labels], cases, cost, fitness01, alignment: alignment ?? null };
}

type Counted = { -readonly [Key in keyof FoundDeviation]: FoundDeviation[Key] };

/** Numbers deviations as they are met, and counts the cases and times of each. */
function createRegistry() {
  const numbers = new Map<string, number>();
  const found: Counted[] = [];
  const numberOf = ({ kind, activity, after }: Spot): number => {
    const key = JSON.stringify([kind, activity, after]);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, found.length);
    return found.push({ kind, activity, after, cases: 0, times: 0, evidence: [] }) - 1;
  };
  const order = (): number[] =>
    found
      .map((_, at) => at)
      .sort((a, b) => found[b]!.cases - found[a]!.cases || found[b]!.times - found[a]!.times || a - b);
  return {
    add: (spots: readonly Spot[], cases: number): CheckedVariant['spots'] => {
      const own = spots.map((spot) => ({ deviation: numberOf(spot), at: spot.at }));
      for (const { deviation } of own) found[deviation]!.times += cases;
      for (const deviation of new Set(own.map((spot) => spot.deviation))) found[deviation]!.cases += cases;
      return own;
    },
    /** For each number its place among the most frequent. */
    rank: (): number[] => {
      const places = new Array<number>(found.length);
      order().forEach((number, place) => {
        places[number] = place;
      });
      return places;
    },
    list: (): FoundDeviation[] => order().map((number) => found[number]!),
  };
}
