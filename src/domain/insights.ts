// Findings: what the graph says about where work passes on, waits, repeats, branches and needs judgement.
import { z } from 'zod';
import { Grounds } from './evidence.ts';
import { Durations, Sources } from './graph.ts';
import { ActivityId, ElementId, FindingId, TransitionId } from './ids.ts';
import { MedianInterval, WaitCauses, WaitEfficiency, WaitingOverview } from './waiting.ts';

export const FindingStatus = z.enum(['open', 'confirmed', 'dismissed']);
export type FindingStatus = z.infer<typeof FindingStatus>;

const Finding = Grounds.extend({
  id: FindingId,
  label: z.string(),
  status: FindingStatus,
  sources: Sources,
  /** Activities it concerns, in process order; may be empty. */
  activityIds: z.array(ActivityId),
});

interface Judged {
  readonly unsure: boolean;
  readonly status: FindingStatus;
}

/** Too unsure to count, and nobody has said that it is so. */
export const isDoubtful = ({ unsure, status }: Judged): boolean => unsure && status !== 'confirmed';

/** What the numbers shown first count: what is sure or was confirmed, unless somebody dismissed it. */
export const isCounted = (finding: Judged): boolean => !isDoubtful(finding) && finding.status !== 'dismissed';

/** Work (or data) passes on at one place of the process. */
export const Handoff = Finding.extend({
  kind: z.enum(['actor', 'system']),
  from: z.string().nullable(),
  to: z.string(),
  what: z.string().nullable(),
  transitionId: TransitionId.nullable(),
  count: z.int().min(1),
  wait: Durations.nullable(),
});
export type Handoff = z.infer<typeof Handoff>;

/** A place that takes a large share of the waiting time. */
export const Bottleneck = Finding.extend({
  transitionId: TransitionId.nullable(),
  n: z.int().min(1),
  /** Of all waiting time in the process; null when only told. */
  share01: z.number().min(0).max(1).nullable(),
  wait: Durations.nullable(),
  /** What people say about it, ISO 8601. */
  statedDuration: z.string().nullable(),
  cause: z.string().nullable(),
  /** Waiting here by cause; null where no log shows who works when. Absent in what an older Mirror stored. */
  causes: WaitCauses.nullish(),
  /** Cycle time efficiency of the process without one cause of waiting here; null as `causes` is. */
  cteWithout01: WaitEfficiency.shape.cteWithout01.nullish(),
  /** Of the median wait; null below five observations, and where several logs show the place. */
  medianInterval: MedianInterval.nullish(),
  /** One plain sentence with its numbers and n. */
  sentence: z.string(),
});
export type Bottleneck = z.infer<typeof Bottleneck>;

export const ExceptionFinding = Finding.extend({
  handling: z.string().nullable(),
  cases: z.int().min(0),
  /** Of all cases; null when only told. */
  share01: z.number().nullable(),
});
export type ExceptionFinding = z.infer<typeof ExceptionFinding>;

export const JudgementFinding = Finding.extend({ by: z.string().nullable() });
export type JudgementFinding = z.infer<typeof JudgementFinding>;

export const ReworkFinding = Finding.extend({
  /** `self-loop`: again at once. `repetition`: again after other activities. `told`: somebody says so. */
  kind: z.enum(['self-loop', 'repetition', 'told']),
  cases: z.int().min(0),
  count: z.int().min(0),
});
export type ReworkFinding = z.infer<typeof ReworkFinding>;

export const TransferFinding = Finding.extend({ from: z.string(), to: z.string(), count: z.int().min(1) });
export type TransferFinding = z.infer<typeof TransferFinding>;

/** "Sent to finance", and nobody has recorded receiving it. */
export const OpenEnd = Finding.extend({ to: z.string(), what: z.string().nullable() });
export type OpenEnd = z.infer<typeof OpenEnd>;

export const DecisionFinding = Finding.extend({
  question: z.string(),
  branches: z.array(z.object({ condition: z.string(), then: z.array(ActivityId), note: z.string().nullable() })),
});
export type DecisionFinding = z.infer<typeof DecisionFinding>;

export const WaitFinding = Finding.extend({
  duration: z.string().nullable(),
  durationMin: z.string().nullable(),
  durationMax: z.string().nullable(),
  cause: z.string().nullable(),
  after: ActivityId.nullable(),
});
export type WaitFinding = z.infer<typeof WaitFinding>;

/**
 * Two recordings of one process disagree: in order, in who does it, in a threshold, or only one of several people with
 * one role tells a step. `elementIds` are the steps or decisions of all sides.
 */
export const Difference = Finding.extend({
  kind: z.enum(['order', 'who', 'threshold', 'only']),
  elementIds: z.array(ElementId),
});
export type Difference = z.infer<typeof Difference>;

export const Insights = z.object({
  handoffs: z.array(Handoff),
  bottlenecks: z.array(Bottleneck),
  exceptions: z.array(ExceptionFinding),
  judgements: z.array(JudgementFinding),
  rework: z.array(ReworkFinding),
  transfers: z.array(TransferFinding),
  openEnds: z.array(OpenEnd),
  decisions: z.array(DecisionFinding),
  waits: z.array(WaitFinding),
  differences: z.array(Difference),
  /** All waiting of the logs by cause; null where no log shows who works when. Absent in what an older Mirror stored. */
  waiting: WaitingOverview.nullish(),
  /** What each number counts, in one sentence each; shown beside the numbers. */
  definitions: z.record(z.string(), z.string()),
  /** What was left out of the numbers, and why. */
  exclusions: z.array(z.string()),
});
export type Insights = z.infer<typeof Insights>;

/** The headline: "46 handoffs, 18 bottlenecks". Unsure and dismissed findings are not counted. */
export const Headline = z.object({
  process: z.string(),
  recordings: z.int(),
  cases: z.int(),
  activities: z.int(),
  transitions: z.int(),
  handoffs: z.int(),
  bottlenecks: z.int(),
  exceptions: z.int(),
  judgements: z.int(),
});
export type Headline = z.infer<typeof Headline>;
