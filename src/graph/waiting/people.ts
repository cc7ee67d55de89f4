// In: the instances of a log. Out: those of each person, in the orders that splitting their waits goes through them.
import { orderByTime } from '../../lib/order-by-time.ts';
import { bucketBy } from './buckets.ts';
import type { EnabledLog } from './find-enabling.ts';

/** Views of the instances of one person; each holds all of them. Equal ones stand by end, then start, then name. */
export interface Person {
  readonly byEnd: Int32Array;
  readonly byStart: Int32Array;
  readonly byEnabled: Int32Array;
}

/** One for each resource. Dealt out before they are sorted: what one person does fits into the cache of a processor. */
export function listPeople({ instances, enabling }: EnabledLog, nameOf: Float64Array, resources: number): Person[] {
  const all = new Int32Array(instances.length);
  for (let at = 0; at < all.length; at += 1) all[at] = at;
  const { starts, items } = bucketBy(all, instances.resourceOf, resources);
  return Array.from({ length: resources }, (_, resource) => {
    const own = orderByTime(items.subarray(starts[resource], starts[resource + 1]), nameOf);
    const byEnd = orderByTime(orderByTime(own, instances.startMs), instances.endMs);
    return {
      byEnd,
      byStart: orderByTime(byEnd, instances.startMs),
      byEnabled: orderByTime(byEnd, enabling.enabledMs),
    };
  });
}
