// In: the instances of one person. Out: how long they work, and how long they are off, between two points in time.
import type { InstanceColumns } from '../mine-instances.ts';

/** Both from the first point up to each: what lies between two points is the difference. */
export interface IdleTime {
  readonly busyBefore: Float64Array;
  /** Neither working nor at work. */
  readonly offBefore: Float64Array;
}

interface Clock {
  readonly instances: InstanceColumns;
  readonly zoneMsOf: Float64Array;
  /** Time off between two moments on the clock on the wall. */
  readonly timeOff: (fromMs: number, toMs: number) => number;
}

/** `points` hold all starts and ends of `byStart`. What is not worked is told by the clock of the work that follows. */
export function measureIdleness(points: Float64Array, byStart: Int32Array, clock: Clock): IdleTime {
  const { startMs, endMs } = clock.instances;
  const busyBefore = new Float64Array(points.length);
  const offBefore = new Float64Array(points.length);
  let next = 0;
  let busyUntilMs = Number.NEGATIVE_INFINITY;
  for (let at = 0; at + 1 < points.length; at += 1) {
    const fromMs = points[at]!;
    const toMs = points[at + 1]!;
    for (; next < byStart.length && startMs[byStart[next]!]! <= fromMs; next += 1) {
      busyUntilMs = Math.max(busyUntilMs, endMs[byStart[next]!]!);
    }
    const zoneMs = clock.zoneMsOf[byStart[Math.min(next, byStart.length - 1)]!]!;
    const isBusy = busyUntilMs >= toMs;
    busyBefore[at + 1] = busyBefore[at]! + (isBusy ? toMs - fromMs : 0);
    offBefore[at + 1] = offBefore[at]! + (isBusy ? 0 : clock.timeOff(fromMs + zoneMs, toMs + zoneMs));
  }
  return { busyBefore, offBefore };
}
