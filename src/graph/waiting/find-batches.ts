// In: the instances of one person by start. Out: which of them were gathered first and then worked off in one go.
import type { EnabledLog } from './find-enabling.ts';

export interface Batch {
  /** By start. */
  readonly items: readonly number[];
  /** Since when all of it could be worked on. */
  readonly enabledMs: number;
  readonly startMs: number;
}

/**
 * Batches of two or more instances of the same activity, by start: each could be begun before the first of them was,
 * and each began no later than the last of those before it ended.
 */
export function findBatches(byStart: Int32Array, { instances, enabling }: EnabledLog): Batch[] {
  const { activityOf, startMs, endMs } = instances;
  const { enabledMs } = enabling;
  const open = new Map<number, { items: number[]; startMs: number; endMs: number; enabledMs: number }>();
  const all: Batch[] = [];
  for (const item of byStart) {
    const batch = open.get(activityOf[item]!);
    if (batch && enabledMs[item]! <= batch.startMs && startMs[item]! <= batch.endMs) {
      batch.items.push(item);
      batch.endMs = Math.max(batch.endMs, endMs[item]!);
      batch.enabledMs = Math.max(batch.enabledMs, enabledMs[item]!);
      continue;
    }
    const begun = { items: [item], startMs: startMs[item]!, endMs: endMs[item]!, enabledMs: enabledMs[item]! };
    open.set(activityOf[item]!, begun);
    all.push(begun);
  }
  return all.filter(({ items }) => items.length > 1);
}
