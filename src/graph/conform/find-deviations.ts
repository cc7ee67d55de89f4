// In: one variant as numbers of an approved graph. Out: how it deviates from it, and where in the variant that is seen.
import type { DeviationKind } from '../../domain/conformance.ts';
import { UNKNOWN } from './align-trace.ts';
import type { ApprovedWays } from './approved-ways.ts';

export interface Spot {
  readonly kind: DeviationKind;
  readonly activity: string;
  /** Of `order` what it follows. */
  readonly after: string | null;
  /** Place in the variant; of `skipped` the first. */
  readonly at: number;
}

/**
 * Every deviation of a variant, in its order: activities that are unknown, pairs of known ones the graph has no
 * transition for, a start or an end that no approved case has, and mandatory activities that are missing. An unknown
 * activity is told once for each time it is done, and the pairs it stands in are not told besides.
 */
export function findDeviations(labels: readonly string[], trace: ArrayLike<number>, ways: ApprovedWays): Spot[] {
  const spots: Spot[] = [];
  const add = (kind: DeviationKind, activity: string, at: number, after: string | null = null): void => {
    spots.push({ kind, activity, after, at });
  };
  const last = labels.length - 1;
  if (!ways.starts.has(trace[0]!)) add('start', labels[0]!, 0);
  for (const [at, label] of labels.entries()) {
    if (trace[at] === UNKNOWN) add('unknown', label, at);
    else if (at > 0 && trace[at - 1] !== UNKNOWN && !ways.allows(trace[at - 1]!, trace[at]!))
      add('order', label, at, labels[at - 1]);
  }
  if (!ways.ends.has(trace[last]!)) add('end', labels[last]!, last);
  const done = new Set(Array.from(trace));
  for (const activity of ways.mandatory) if (!done.has(activity)) add('skipped', ways.labels[activity]!, 0);
  return spots;
}
