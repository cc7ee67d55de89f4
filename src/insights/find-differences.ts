// Differences: where two recordings of one process disagree. They are shown as they are, never averaged away.
import type { StepCluster } from '../domain/extraction.ts';
import type { Difference } from '../domain/insights.ts';
import type { Context } from './context.ts';
import { differInOrder } from './differ-in-order.ts';
import { differInThreshold } from './differ-in-threshold.ts';
import { differInWho } from './differ-in-who.ts';
import { findToldByOne } from './find-told-by-one.ts';

/** Each with words of both sides: who does it, in which order, from which number on, and what only one of them tells. */
export function findDifferences(context: Context, clusters: readonly StepCluster[]): Difference[] {
  return [
    ...differInWho(context, clusters),
    ...differInOrder(context),
    ...differInThreshold(context),
    ...findToldByOne(context),
  ];
}
