// In: the batches of one person. Out: for each instance, how much of the batch before it came before it as well.
import { findPoint, openCoveredTime, toPoints } from './covered-time.ts';
import type { Batch } from './find-batches.ts';
import type { EnabledLog } from './find-enabling.ts';

/**
 * Adds contention between the start of a batch and the starts of its instances: work of the batch that could be begun no
 * later than the instance, and other work that could be begun no later than the whole batch.
 */
export function splitInBatches(
  batches: readonly Batch[],
  byStart: Int32Array,
  log: EnabledLog,
  contentionMs: Float64Array,
): void {
  const { startMs, endMs } = log.instances;
  const { enabledMs } = log.enabling;
  const findOthers = openBesides(byStart, log);
  for (const batch of batches) {
    const lastMs = startMs[batch.items.at(-1)!]!;
    if (lastMs === batch.startMs) continue;
    const clip = (ms: number): number => Math.min(Math.max(ms, batch.startMs), lastMs);
    const others = findOthers(batch, lastMs);
    const points = [...others, ...batch.items].flatMap((item) => [clip(startMs[item]!), clip(endMs[item]!)]);
    const pointsMs = toPoints(Float64Array.from(points));
    const pointOf = (ms: number): number => findPoint(pointsMs, clip(ms));
    const covered = openCoveredTime(pointsMs);
    const cover = (item: number): void => covered.cover(pointOf(startMs[item]!), pointOf(endMs[item]!));
    for (const other of others) cover(other);
    const byEnabled = batch.items.toSorted((a, b) => enabledMs[a]! - enabledMs[b]!);
    let next = 0;
    for (const item of byEnabled) {
      for (; next < byEnabled.length && enabledMs[byEnabled[next]!]! <= enabledMs[item]!; next += 1) {
        cover(byEnabled[next]!);
      }
      contentionMs[item]! += covered.between(0, pointOf(startMs[item]!));
    }
  }
}

/** What else the person does while a batch is worked off, and could have begun no later than it; ask by batch start. */
function openBesides(byStart: Int32Array, { instances: { startMs, endMs }, enabling: { enabledMs } }: EnabledLog) {
  let running: number[] = [];
  let next = 0;
  return (batch: Batch, lastMs: number): number[] => {
    for (; next < byStart.length && startMs[byStart[next]!]! < batch.startMs; next += 1) running.push(byStart[next]!);
    running = running.filter((item) => endMs[item]! > batch.startMs);
    const own = new Set(batch.items);
    const others = [...running];
    for (let at = next; at < byStart.length && startMs[byStart[at]!]! < lastMs; at += 1) others.push(byStart[at]!);
    return others.filter((item) => !own.has(item) && enabledMs[item]! <= batch.enabledMs);
  };
}
