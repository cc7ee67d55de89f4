// What mining says about one event log, before it is folded with what people tell.
import type { Durations, Tally } from './graph.ts';
import type { MedianInterval } from './waiting.ts';

/** Index into `MinedLog.activities`. */
export type ActivityIndex = number;

export interface MinedActivity {
  readonly label: string;
  /** Events (`atomic`) or activity instances (`paired`). */
  readonly count: number;
  readonly cases: number;
  /** Cases in which it occurs more than once. */
  readonly reworkCases: number;
  /** Times it directly follows itself. */
  readonly selfLoops: number;
  /** Most frequent first; empty where the log names no roles. */
  readonly roles: readonly Tally[];
  readonly resources: readonly Tally[];
  /** From start to end of its instances; null where the log has one time per event. */
  readonly processing: Durations | null;
  /** At most five example rows of LogColumns. */
  readonly rows: readonly number[];
}

/** Work passing from one role (or, without roles, one resource) to another on one transition. */
export interface MinedPassing {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly wait: Durations;
  readonly rows: readonly number[];
}

export interface MinedTransition {
  readonly source: ActivityIndex;
  readonly target: ActivityIndex;
  readonly count: number;
  /** End of the source to start of the target (the event's one time where it has no start); never below 0. */
  readonly wait: Durations;
  /** Of the median wait; null below five pairs. */
  readonly medianInterval: MedianInterval | null;
  /** Pairs whose resources are both known and differ. */
  readonly resourceChanges: number;
  /** Between different roles; empty where the log names no roles. Most frequent first. */
  readonly passings: readonly MinedPassing[];
  /** Example rows (of the target event). */
  readonly rows: readonly number[];
}

export interface MinedLog {
  readonly cases: number;
  readonly events: number;
  /** First to last time of each case. */
  readonly cycle: Durations | null;
  /** In order of first appearance. */
  readonly activities: readonly MinedActivity[];
  readonly transitions: readonly MinedTransition[];
  readonly start: readonly { activity: ActivityIndex; count: number; rows: readonly number[] }[];
  readonly end: readonly { activity: ActivityIndex; count: number; rows: readonly number[] }[];
  readonly variants: {
    readonly count: number;
    readonly top: readonly { activities: readonly ActivityIndex[]; count: number }[];
  };
  /** Between different resources, on directly-follows pairs. Most frequent first. */
  readonly resourceHandoffs: readonly { from: string; to: string; count: number }[];
  readonly selfHandovers: number;
}
