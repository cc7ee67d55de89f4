// In: cases as sequences by end. Out: what each instance had to wait for, and since when it could have begun.
import type { InstanceColumns } from '../mine-instances.ts';
import { type Buckets, forEachBucket } from './buckets.ts';
import type { IsConcurrent } from './find-concurrent.ts';

export interface Enabling {
  /** The instance whose end made this one possible, or -1 where the case began with it. */
  readonly sourceOf: Int32Array;
  /** The end of that instance, or the first start of the case. */
  readonly enabledMs: Float64Array;
}

/** A log of which it is known since when each instance could have begun. */
export interface EnabledLog {
  readonly instances: InstanceColumns;
  readonly enabling: Enabling;
  /** What the clock on the wall is ahead of UTC, for each instance. */
  readonly zoneMsOf: Float64Array;
}

/** The latest instance of the case that had ended when this one started, and whose activity does not run beside it. */
export function findEnabling(cases: Buckets, instances: InstanceColumns, isConcurrent: IsConcurrent): Enabling {
  const { activityOf, startMs, endMs, length } = instances;
  const sourceOf = new Int32Array(length).fill(-1);
  const enabledMs = new Float64Array(length);
  forEachBucket(cases, (items) => {
    const findBefore = openSearch(items, activityOf, isConcurrent);
    let firstMs = Number.POSITIVE_INFINITY;
    for (const item of items) firstMs = Math.min(firstMs, startMs[item]!);
    for (let at = 0; at < items.length; at += 1) {
      const item = items[at]!;
      const found = findBefore(activityOf[item]!, lastEnded(items, endMs, { before: at, byMs: startMs[item]! }));
      if (found >= 0) sourceOf[item] = items[found]!;
      enabledMs[item] = found >= 0 ? endMs[items[found]!]! : firstMs;
    }
  });
  return { sourceOf, enabledMs };
}

/** The last place before `before` that had ended by `byMs`, or -1. */
function lastEnded(items: Int32Array, endMs: Float64Array, { before, byMs }: { before: number; byMs: number }): number {
  let low = 0;
  let high = before;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endMs[items[middle]!]! <= byMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Walks back to the last place whose activity does not run beside a given one. Remembers for each activity what it
 * walked over: long cases of activities that all run side by side would take quadratic time.
 */
function openSearch(items: Int32Array, activityOf: Int32Array, isConcurrent: IsConcurrent) {
  const known = new Map<number, { from: number; found: number }>();
  return (activity: number, from: number): number => {
    const last = known.get(activity);
    let at = from;
    while (at >= 0 && isConcurrent(activity, activityOf[items[at]!]!)) {
      at -= 1;
      if (last && at <= last.from && at >= last.found) at = last.found;
    }
    if (!last || from >= last.from) known.set(activity, { from, found: at });
    return at;
  };
}
