// In: the instances of one person. Out: how long they work, and how long they are off, between two points in time.
import type { InstanceColumns } from '../mine-instances.ts';
import { findPoint } from './covered-time.ts';

export interface IdleTime {
  /** Both between two of the points. */
  busyBetween(fromMs: number, toMs: number): number;
  /** Neither working nor at work. */
  offBetween(fromMs: number, toMs: number): number;
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
  const between =
    (sums: Float64Array) =>
    (fromMs: number, toMs: number): number =>
      sums[findPoint(points, toMs)]! - sums[findPoint(points, fromMs)]!;
  return { busyBetween: between(busyBefore), offBetween: between(offBefore) };
}
