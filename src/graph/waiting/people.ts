// In: the instances of a log. Out: those of each person, in the orders that splitting their waits goes through them.
import { orderByTime } from '../../lib/order-by-time.ts';
import { bucketBy } from './buckets.ts';
import type { EnabledLog } from './find-enabling.ts';

/** Views of the instances of one person; each holds all of them. */
export interface Person {
  readonly byEnd: Int32Array;
  readonly byStart: Int32Array;
  readonly byEnabled: Int32Array;
}

export interface People {
  readonly count: number;
  of(resource: number): Person;
  /** The instances of each person in another order of time, equal ones by end. */
  inOrderOf(timeMs: Float64Array): (resource: number) => Int32Array;
}

/** Everything is sorted once and then dealt out: a sort for each person would compare by a function. */
export function bucketPeople(byEnd: Int32Array, { instances, enabling }: EnabledLog, count: number): People {
  const deal = (items: Int32Array): ((resource: number) => Int32Array) => {
    const buckets = bucketBy(items, instances.resourceOf, count);
    return (resource) => buckets.items.subarray(buckets.starts[resource], buckets.starts[resource + 1]);
  };
  const ends = deal(byEnd);
  const starts = deal(orderByTime(byEnd, instances.startMs));
  const enabled = deal(orderByTime(byEnd, enabling.enabledMs));
  return {
    count,
    of: (resource) => ({ byEnd: ends(resource), byStart: starts(resource), byEnabled: enabled(resource) }),
    inOrderOf: (timeMs) => deal(orderByTime(byEnd, timeMs)),
  };
}
