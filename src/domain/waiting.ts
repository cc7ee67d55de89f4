// Why cases wait: waiting time split by cause, after the definitions of Kronos (Lashkevich et al., CAiSE 2023).
import { z } from 'zod';

/**
 * Milliseconds of waiting by cause, in the order in which they are taken from a wait: time that two causes claim counts
 * for the first, so the five sum to the whole wait.
 */
export const WaitCauses = z.object({
  /** Until the last item came that is then worked off in one go with this one. */
  batchingMs: z.number().min(0),
  /** The person works on what could be begun no later than this. */
  contentionMs: z.number().min(0),
  /** The person works on what could be begun only later than this. */
  prioritisationMs: z.number().min(0),
  /** Outside the hours of the week in which the person works. */
  unavailabilityMs: z.number().min(0),
  /** The rest: the person was free, and it waited all the same. */
  extraneousMs: z.number().min(0),
});
export type WaitCauses = z.infer<typeof WaitCauses>;

const Share = z.number().min(0).max(1).nullable();

export const WaitEfficiency = z.object({
  /** Time worked on all instances. */
  processingMs: z.number().min(0),
  /** Cycle time efficiency: work / (work + waiting); null where there is neither. */
  cte01: Share,
  /** What the efficiency would be without the waiting of one cause; null where nothing would be left. */
  cteWithout01: z.object({
    batchingMs: Share,
    contentionMs: Share,
    prioritisationMs: Share,
    unavailabilityMs: Share,
    extraneousMs: Share,
  }),
});
export type WaitEfficiency = z.infer<typeof WaitEfficiency>;

/** Between which two times the true median lies, with this probability, whatever the times are distributed like. */
export const MedianInterval = z.object({
  lowMs: z.number().min(0),
  highMs: z.number().min(0),
  coverage01: z.number().min(0).max(1),
});
export type MedianInterval = z.infer<typeof MedianInterval>;

/** Waiting of a whole process. */
export const WaitingOverview = z.object({
  /** Sum of the five causes. */
  totalMs: z.number().min(0),
  ...WaitCauses.shape,
  ...WaitEfficiency.shape,
});
export type WaitingOverview = z.infer<typeof WaitingOverview>;

export interface WaitTotals extends WaitCauses {
  /** Times work passed from a source to a target, waiting or not. */
  readonly count: number;
  /** Sum of the five causes. */
  readonly totalMs: number;
}

/** Waits of what one activity enables in another, by who did the two. */
export interface ExplainedTransition extends WaitTotals {
  readonly source: string;
  readonly target: string;
  /** Null where the log names nobody. */
  readonly sourceResource: string | null;
  readonly targetResource: string | null;
  /** Indexes into LogColumns.cases, ascending, each once. */
  readonly cases: readonly number[];
}

export interface ExplainedPair extends WaitTotals {
  readonly source: string;
  readonly target: string;
  /** Number of cases. */
  readonly cases: number;
}

export interface WaitingReport extends WaitEfficiency {
  /** The longest waiting first. */
  readonly transitions: readonly ExplainedTransition[];
  /** The same, whoever did it. */
  readonly byActivityPair: readonly ExplainedPair[];
  readonly totals: WaitTotals;
  /** The part of `totals` in which the work passed to somebody else. */
  readonly handoffs: WaitTotals;
}
