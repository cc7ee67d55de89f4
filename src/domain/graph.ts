// The process graph: activities and transitions, folded from the steps of many recordings and from event logs.
import { z } from 'zod';
import { Grounds } from './evidence.ts';
import { ActivityId, ElementId, ProcessId, TransitionId } from './ids.ts';

/** Distribution of a time in milliseconds over `n` observations; the median is exact (mean of the middle two). */
export const Durations = z.object({
  n: z.int().min(1),
  sumMs: z.number(),
  meanMs: z.number(),
  medianMs: z.number(),
  minMs: z.number(),
  maxMs: z.number(),
  p90Ms: z.number(),
});
export type Durations = z.infer<typeof Durations>;

/** How often each source speaks for an element: rows or pairs in event logs, and recordings that tell it. */
export const Sources = z.object({ log: z.int().min(0), recordings: z.int().min(0) });
export type Sources = z.infer<typeof Sources>;

export const Tally = z.object({ name: z.string(), count: z.int().min(1) });
export type Tally = z.infer<typeof Tally>;

export const Activity = Grounds.extend({
  id: ActivityId,
  /** Unique in the process. */
  label: z.string(),
  /** Occurrences: log rows where a log has it, otherwise recordings' steps. */
  count: z.int().min(1),
  cases: z.int().min(1),
  sources: Sources,
  /** Most frequent first. */
  roles: z.array(Tally),
  systems: z.array(Tally),
  artifacts: z.array(Tally),
  resources: z.int().min(0),
  processing: Durations.nullable(),
  /** Cases in which it occurs more than once. */
  reworkCases: z.int().min(0),
  stepIds: z.array(ElementId),
});
export type Activity = z.infer<typeof Activity>;

export const Transition = Grounds.extend({
  id: TransitionId,
  source: ActivityId,
  target: ActivityId,
  /** Directly-follows pairs: from logs where a log has it, otherwise recordings that tell it in this order. */
  count: z.int().min(1),
  sources: Sources,
  /** From the end of the source to the start of the target; null when only told. */
  wait: Durations.nullable(),
  /** Pairs in which the role (where roles are known) or the resource changes. */
  handoffs: z.int().min(0),
});
export type Transition = z.infer<typeof Transition>;

export const Variant = z.object({ activities: z.array(ActivityId), count: z.int().min(1) });
export type Variant = z.infer<typeof Variant>;

export const ResourceHandoff = z.object({ from: z.string(), to: z.string(), count: z.int().min(1) });
export type ResourceHandoff = z.infer<typeof ResourceHandoff>;

/** A told activity that may be one of the event logs, or none: somebody must say. The likeliest candidate first. */
export const Doubt = z.object({ activity: ActivityId, candidates: z.array(ActivityId).min(1) });
export type Doubt = z.infer<typeof Doubt>;

export const ProcessGraph = z.object({
  processId: ProcessId,
  process: z.string(),
  /** Cases of the event logs; without a log, recordings. */
  cases: z.int().min(0),
  events: z.int().min(0),
  recordings: z.int().min(0),
  /** From the first to the last event of each case; null without a log. */
  cycle: Durations.nullable(),
  activities: z.array(Activity),
  transitions: z.array(Transition),
  start: z.array(z.object({ activity: ActivityId, count: z.int() })),
  end: z.array(z.object({ activity: ActivityId, count: z.int() })),
  variants: z.object({ count: z.int(), top: z.array(Variant) }),
  /** Between different resources only, most frequent first; of a stored graph the first 200. */
  resourceHandoffs: z.array(ResourceHandoff),
  selfHandovers: z.int(),
  doubts: z.array(Doubt).default([]),
});
export type ProcessGraph = z.infer<typeof ProcessGraph>;
