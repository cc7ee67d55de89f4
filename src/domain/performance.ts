// How a process performs by its logs: how many cases it takes, how long they last, what is done again or in batches.
import { z } from 'zod';
import { LogRef } from './evidence.ts';
import { Durations } from './graph.ts';
import { ActivityId, TransitionId } from './ids.ts';

export const Period = z.enum(['hour', 'day', 'week', 'month']);
export type Period = z.infer<typeof Period>;

export const PeriodCounts = z.object({
  /** When the period begins, in UTC; it lasts until the next one. Weeks begin on Monday. */
  fromMs: z.number(),
  started: z.int().min(0),
  ended: z.int().min(0),
  /** Cases that have started and not ended when the period is over. */
  open: z.int().min(0),
});
export type PeriodCounts = z.infer<typeof PeriodCounts>;

/** How many cases take how long: a bar of the distribution. */
export const CycleBar = z.object({
  /** From here on, and shorter than `toMs`; null for the last bar, which holds everything longer. */
  fromMs: z.number().min(0),
  toMs: z.number().min(0).nullable(),
  cases: z.int().min(0),
  /** Last rows of up to five of its cases. */
  evidence: z.array(LogRef),
});
export type CycleBar = z.infer<typeof CycleBar>;

/** A share of time, over cases. */
export const Shares = z.object({
  /** Cases that take any time. */
  n: z.int().min(1),
  /** Of all their time together. */
  overall01: z.number().min(0).max(1),
  /** Half of the cases have no more. */
  median01: z.number().min(0).max(1),
});
export type Shares = z.infer<typeof Shares>;

/** Distributions over cases; all but `cycle` are null where a log has one time per event: nobody is then seen at work. */
export const CaseTimes = z.object({
  /** From the first start to the last end of a case. */
  cycle: Durations.nullable(),
  /** The lengths of all instances of a case together; work side by side counts as often as it is done. */
  processing: Durations.nullable(),
  /** Time between the first start and the last end in which nothing of the case is worked on. */
  waiting: Durations.nullable(),
  /** The part of the cycle time in which something of the case is worked on. */
  efficiency: Shares.nullable(),
});
export type CaseTimes = z.infer<typeof CaseTimes>;

const OnActivity = z.object({ activity: z.string(), activityId: ActivityId.nullable() });
const Told = z.object({ sentence: z.string(), evidence: z.array(LogRef).min(1) });

/** How often one activity is done again in the same case. */
export const ActivityRepeats = z.object({
  ...OnActivity.shape,
  /** Cases in which it is done more than once, of those that have it. */
  cases: z.int().min(1),
  ofCases: z.int().min(1),
  /** Instances that directly follow one of the same activity. */
  atOnce: z.int().min(0),
  /** Times it comes back after other activities. */
  later: z.int().min(0),
  /** Of both together: by the same person, by somebody else, or unknown. */
  bySame: z.int().min(0),
  byOther: z.int().min(0),
  byUnknown: z.int().min(0),
  ...Told.shape,
});
export type ActivityRepeats = z.infer<typeof ActivityRepeats>;

/** Work goes from one activity to another and straight back. */
export const PingPong = z.object({
  first: z.string(),
  second: z.string(),
  /** The way there, on the map. */
  transitionId: TransitionId.nullable(),
  count: z.int().min(1),
  cases: z.int().min(1),
  ...Told.shape,
});
export type PingPong = z.infer<typeof PingPong>;

/**
 * Kinds of batches after Martin et al. (2015), as pm4py tells them apart: all at the very same times; begun together;
 * ended together; one after the other; otherwise concurrent, where some overlap.
 */
export const BatchKind = z.enum(['simultaneous', 'at-start', 'at-end', 'sequential', 'concurrent']);
export type BatchKind = z.infer<typeof BatchKind>;

export const Batches = z.object({
  ...OnActivity.shape,
  resource: z.string(),
  kind: BatchKind,
  batches: z.int().min(1),
  /** Instances in them, and of the largest one. */
  instances: z.int().min(2),
  largest: z.int().min(2),
  /** Instances of the activity by this person, in batches or not. */
  ofInstances: z.int().min(2),
  ...Told.shape,
});
export type Batches = z.infer<typeof Batches>;

/** What follows what where an activity that overlaps another is not taken for its predecessor. */
export const EnabledWay = z.object({
  source: z.string(),
  target: z.string(),
  /** Null where the two never follow each other directly, so that the map has no such way. */
  transitionId: TransitionId.nullable(),
  count: z.int().min(1),
  /** How often the target directly follows the source, work side by side included. */
  direct: z.int().min(0),
  wait: Durations,
  evidence: z.array(LogRef).min(1),
});
export type EnabledWay = z.infer<typeof EnabledWay>;

const Listed = { total: z.int().min(0) };

export const Performance = z.object({
  schema: z.literal('mirror-performance/1'),
  process: z.string(),
  /** The cases looked at, in words. */
  scope: z.string(),
  cases: z.int().min(1),
  /** Activity instances: rows, or start and complete rows joined. */
  instances: z.int().min(1),
  /** First start and last end, UTC. */
  fromMs: z.number(),
  toMs: z.number(),
  throughput: z.object({ period: Period, periods: z.array(PeriodCounts).min(1) }),
  caseTimes: CaseTimes,
  /** The shortest first; all of one width but the last. */
  cycleBars: z.array(CycleBar).min(1),
  /** Each list: the most frequent first, `total` before it was cut. */
  repeats: z.object({ ...Listed, list: z.array(ActivityRepeats) }),
  pingPongs: z.object({ ...Listed, list: z.array(PingPong) }),
  batches: z.object({ ...Listed, list: z.array(Batches) }),
  /** Null where nothing runs side by side, so that they are the transitions of the graph. */
  enabled: z.object({ ...Listed, first: z.int().min(0), list: z.array(EnabledWay) }).nullable(),
  /** What each number counts. */
  definitions: z.record(z.string(), z.string()),
  notes: z.array(z.string()),
});
export type Performance = z.infer<typeof Performance>;

/** One case going one way once. */
export const Passing = z.object({
  fromMs: z.number(),
  toMs: z.number(),
  /** 0 is the quickest quarter of all passings of the way, 3 the slowest. */
  quarter: z.int().min(0).max(3),
  case: z.string(),
  /** The row the way ends at, with the wait before it. */
  evidence: LogRef,
});
export type Passing = z.infer<typeof Passing>;

const Quarters = z.tuple([z.int(), z.int(), z.int(), z.int()]);

export const SpectrumBin = z.object({
  /** From here up to the next bin; the last one holds its end. */
  fromMs: z.number(),
  /** Passings that begin in it, by quarter of all durations: the quickest quarter first. */
  started: Quarters,
  /** Passings that are under way at its start, by the same quarters. */
  pending: Quarters,
});
export type SpectrumBin = z.infer<typeof SpectrumBin>;

/** The performance spectrum of one way (Denisov, Fahland, van der Aalst 2018): every passing by time, not averaged. */
export const Spectrum = z.object({
  schema: z.literal('mirror-spectrum/1'),
  process: z.string(),
  scope: z.string(),
  source: z.string(),
  target: z.string(),
  wait: Durations,
  /** A passing that takes longer than the first of these is in the second quarter, and so on. */
  quartilesMs: z.tuple([z.number(), z.number(), z.number()]),
  fromMs: z.number(),
  toMs: z.number(),
  bins: z.array(SpectrumBin).min(1),
  /** In order of start: all, or as many as were asked for, spread evenly over that order; `wait.n` counts all. */
  passings: z.array(Passing).min(1),
});
export type Spectrum = z.infer<typeof Spectrum>;
