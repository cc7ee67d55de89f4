// In: the instances of all people, and since when each could have begun. Out: each wait, split by cause.
import { orderByTime } from '../../lib/order-by-time.ts';
import { openCoveredTime } from './covered-time.ts';
import { type Batch, openBatches } from './find-batches.ts';
import type { EnabledLog } from './find-enabling.ts';
import { measureIdleness } from './idle-time.ts';
import type { Person } from './people.ts';
import { openPoints, type Points } from './points.ts';
import { splitInBatches } from './split-in-batches.ts';
import { openTimeOff, type WorkingWeek } from './working-week.ts';

/** One entry per instance; 0 where nothing waited. What is in none of them is extraneous. */
export interface SplitWaits {
  readonly batchingMs: Float64Array;
  readonly contentionMs: Float64Array;
  readonly prioritisationMs: Float64Array;
  readonly unavailabilityMs: Float64Array;
}

export interface SplitOptions {
  readonly activities: number;
  /** Asked once for everybody who ever waits. */
  readonly weekOf: (resource: number) => WorkingWeek;
}

/**
 * Splits the waits of everybody. Of the time after the batch is complete, what the person works is contention or
 * prioritisation, and of what is left the time off is unavailability. Work counts once, however many things are done at
 * a time, and as contention where some of it came first.
 */
export function splitWaits(
  people: readonly Person[],
  log: EnabledLog,
  { activities, weekOf }: SplitOptions,
): SplitWaits {
  const { length } = log.instances;
  const waits: SplitWaits = {
    batchingMs: new Float64Array(length),
    contentionMs: new Float64Array(length),
    prioritisationMs: new Float64Array(length),
    unavailabilityMs: new Float64Array(length),
  };
  const { batchesOf, headOf } = takeBatching(people, log, { waits, activities });
  const fromMs = new Float64Array(length);
  for (let item = 0; item < length; item += 1) fromMs[item] = log.enabling.enabledMs[item]! + waits.batchingMs[item]!;
  const points = openPoints(log.instances, fromMs);
  people.forEach((person, resource) => {
    const waiting = orderByTime(
      person.byEnd.filter((item) => isWaiting(item, log)),
      fromMs,
    );
    if (waiting.length === 0) return;
    const pointsMs = points.place(person, waiting);
    splitBeforeBatches({ person, waiting, headOf, pointsMs }, { ...log, points, fromMs }, waits.contentionMs);
    splitInBatches(batchesOf[resource]!, person.byStart, log, waits.contentionMs);
    const idle = measureIdleness(pointsMs, person.byStart, { ...log, timeOff: openTimeOff(weekOf(resource)) });
    for (const item of waiting) {
      const [from, to] = [points.fromOf[item]!, points.startOf[item]!];
      const busyMs = idle.busyBefore[to]! - idle.busyBefore[from]!;
      waits.prioritisationMs[item] = busyMs - waits.contentionMs[item]!;
      waits.unavailabilityMs[item] = idle.offBefore[to]! - idle.offBefore[from]!;
    }
  });
  return waits;
}

const isWaiting = (item: number, { instances, enabling }: EnabledLog): boolean =>
  enabling.sourceOf[item]! >= 0 && enabling.enabledMs[item]! < instances.startMs[item]!;

/** Finds everybody's batches and lays the time until each is complete to batching; `headOf` is the first of a batch. */
function takeBatching(
  people: readonly Person[],
  log: EnabledLog,
  { waits, activities }: { waits: SplitWaits; activities: number },
): { batchesOf: readonly (readonly Batch[])[]; headOf: Int32Array } {
  const headOf = new Int32Array(log.instances.length).fill(-1);
  const findBatches = openBatches(log, activities);
  const batchesOf = people.map(({ byEnd, byStart }) => {
    // Whoever never waits has no batches to wait for.
    if (!byEnd.some((item) => isWaiting(item, log))) return [];
    const batches = findBatches(byStart);
    for (const batch of batches) {
      for (const item of batch.items) {
        waits.batchingMs[item] = batch.enabledMs - log.enabling.enabledMs[item]!;
        headOf[item] = batch.items[0]!;
      }
    }
    return batches;
  });
  return { batchesOf, headOf };
}

interface Waiter {
  readonly person: Person;
  /** By since when they wait for the person. */
  readonly waiting: Int32Array;
  readonly headOf: Int32Array;
  readonly pointsMs: Float64Array;
}

/** Contention until the batch begins: work that could be begun no later than the instance, or its whole batch. */
function splitBeforeBatches(
  { person: { byEnabled }, waiting, headOf, pointsMs }: Waiter,
  { enabling: { enabledMs }, points, fromMs }: EnabledLog & { points: Points; fromMs: Float64Array },
  contentionMs: Float64Array,
): void {
  const covered = openCoveredTime(pointsMs);
  let next = 0;
  for (const item of waiting) {
    for (; next < byEnabled.length && enabledMs[byEnabled[next]!]! <= fromMs[item]!; next += 1) {
      covered.cover(points.startOf[byEnabled[next]!]!, points.endOf[byEnabled[next]!]!);
    }
    const until = headOf[item]! < 0 ? item : headOf[item]!;
    contentionMs[item] = covered.between(points.fromOf[item]!, points.startOf[until]!);
  }
}
