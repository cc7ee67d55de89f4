// In: the instances of one person by start. Out: which of them were gathered first and then worked off in one go.
import type { EnabledLog } from './find-enabling.ts';

export interface Batch {
  /** By start. */
  readonly items: readonly number[];
  /** Since when all of it could be worked on. */
  readonly enabledMs: number;
  readonly startMs: number;
}

interface OpenBatch {
  readonly items: number[];
  readonly startMs: number;
  endMs: number;
  enabledMs: number;
}

/**
 * Finds batches of two or more instances of the same activity, by start: each could be begun before the first of them
 * was, and each began no later than the last of those before it ended. Give it one person at a time.
 */
export function openBatches({ instances, enabling }: EnabledLog, activities: number) {
  const { activityOf, startMs, endMs } = instances;
  const { enabledMs } = enabling;
  // By activity the first instance of what may become a batch, and its end; an object is made only when it does.
  const headOf = new Int32Array(activities);
  const endOf = new Float64Array(activities);
  const batchOf: (OpenBatch | undefined)[] = Array.from({ length: activities });
  return (byStart: Int32Array): Batch[] => {
    const found: OpenBatch[] = [];
    for (const item of byStart) headOf[activityOf[item]!] = -1;
    for (const item of byStart) {
      const activity = activityOf[item]!;
      const head = headOf[activity]!;
      if (head < 0 || enabledMs[item]! > startMs[head]! || startMs[item]! > endOf[activity]!) {
        headOf[activity] = item;
        endOf[activity] = endMs[item]!;
        batchOf[activity] = undefined;
        continue;
      }
      const batch = (batchOf[activity] ??= open(head, found));
      batch.items.push(item);
      batch.endMs = Math.max(batch.endMs, endMs[item]!);
      batch.enabledMs = Math.max(batch.enabledMs, enabledMs[item]!);
      endOf[activity] = batch.endMs;
    }
    return found.sort((a, b) => a.startMs - b.startMs);
  };

  function open(head: number, found: OpenBatch[]): OpenBatch {
    const batch = { items: [head], startMs: startMs[head]!, endMs: endMs[head]!, enabledMs: enabledMs[head]! };
    found.push(batch);
    return batch;
  }
}
