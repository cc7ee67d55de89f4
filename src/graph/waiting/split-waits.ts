// In: the instances of one person, and since when each could have begun. Out: each wait, split by cause.
import { openCoveredTime, toPoints } from './covered-time.ts';
import { findBatches } from './find-batches.ts';
import type { EnabledLog } from './find-enabling.ts';
import { measureIdleness } from './idle-time.ts';
import { splitInBatches } from './split-in-batches.ts';
import { openTimeOff, type WorkingWeek } from './working-week.ts';

/** One entry per instance; 0 where nothing waited. What is in none of them is extraneous. */
export interface SplitWaits {
  readonly batchingMs: Float64Array;
  readonly contentionMs: Float64Array;
  readonly prioritisationMs: Float64Array;
  readonly unavailabilityMs: Float64Array;
}

/**
 * Fills `waits` for the instances of one person. Of the time after the batch is complete, what the person works is
 * contention or prioritisation, and of what is left the time off is unavailability. Work counts once, however many
 * things are done at a time, and as contention where some of it came first.
 */
export function splitWaits(
  person: Int32Array,
  log: EnabledLog,
  waits: SplitWaits & { readonly week: WorkingWeek },
): void {
  const { startMs, endMs } = log.instances;
  const { enabledMs, sourceOf } = log.enabling;
  const waiting = person.filter((item) => sourceOf[item]! >= 0 && enabledMs[item]! < startMs[item]!);
  if (waiting.length === 0) return;
  const byStart = person.toSorted((a, b) => startMs[a]! - startMs[b]!);
  const batches = findBatches(byStart, log);
  const batchStartMs = new Map<number, number>();
  for (const batch of batches) {
    for (const item of batch.items) {
      waits.batchingMs[item] = batch.enabledMs - enabledMs[item]!;
      batchStartMs.set(item, batch.startMs);
    }
  }
  const fromMs = (item: number): number => enabledMs[item]! + waits.batchingMs[item]!;
  const points = listPoints();
  splitBeforeBatches();
  splitInBatches(batches, byStart, log, waits.contentionMs);
  const idle = measureIdleness(points, byStart, { ...log, timeOff: openTimeOff(waits.week) });
  for (const item of waiting) {
    const busyMs = idle.busyBetween(fromMs(item), startMs[item]!);
    waits.prioritisationMs[item] = busyMs - waits.contentionMs[item]!;
    waits.unavailabilityMs[item] = idle.offBetween(fromMs(item), startMs[item]!);
  }

  function listPoints(): Float64Array {
    const timesMs = new Float64Array(person.length * 3);
    for (let at = 0; at < person.length; at += 1) {
      timesMs[at * 3] = startMs[person[at]!]!;
      timesMs[at * 3 + 1] = endMs[person[at]!]!;
      timesMs[at * 3 + 2] = fromMs(person[at]!);
    }
    return toPoints(timesMs);
  }

  /** Contention until the batch begins: work that could be begun no later than the instance, or its whole batch. */
  function splitBeforeBatches(): void {
    const covered = openCoveredTime(points);
    const byEnabled = person.toSorted((a, b) => enabledMs[a]! - enabledMs[b]!);
    let next = 0;
    for (const item of waiting.toSorted((a, b) => fromMs(a) - fromMs(b))) {
      for (; next < byEnabled.length && enabledMs[byEnabled[next]!]! <= fromMs(item); next += 1) {
        covered.cover(startMs[byEnabled[next]!]!, endMs[byEnabled[next]!]!);
      }
      waits.contentionMs[item] = covered.between(fromMs(item), batchStartMs.get(item) ?? startMs[item]!);
    }
  }
}
