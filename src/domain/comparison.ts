// Comparing two graphs: what is compared, and what came of it.
import { z } from 'zod';
import { EvidenceRef } from './evidence.ts';
import { Activity, ProcessGraph, Transition } from './graph.ts';
import { ActivityId, ApprovalId, ProcessId, TransitionId } from './ids.ts';

/** A place in a ranked list: 1 is the first. */
const Rank = z.int().min(1);

/**
 * Which cases of the logs count; each condition narrows further, and a case counts as a whole or not at all: half a
 * case would start and end where no case does.
 */
export const LogSlice = z.object({
  /** Cases whose first event is at or after this time, milliseconds since 1970 (UTC). */
  fromMs: z.number().optional(),
  /** And before this one. */
  toMs: z.number().optional(),
  /** Cases in which somebody of this role, or this resource, does something. */
  role: z.string().min(1).optional(),
  resource: z.string().min(1).optional(),
  /** Cases with this activity, by its label. */
  activity: z.string().min(1).optional(),
  /** Cases with at least one of these, by their labels. */
  activities: z.array(z.string().min(1)).min(1).optional(),
  /** Cases in which an activity is done more than once, or those in which none is. */
  reworked: z.boolean().optional(),
  /** Cases of these variants, by rank among all cases of the process; both ends included. */
  variants: z.object({ first: Rank, last: Rank }).optional(),
});
export type LogSlice = z.infer<typeof LogSlice>;

/** What speaks in a graph: everything, the logs alone, or the recordings alone. */
export const GraphPart = z.enum(['all', 'observed', 'told']);
export type GraphPart = z.infer<typeof GraphPart>;

/** One side of a comparison. A slice leaves the recordings out: nobody can say in which of its cases a telling holds. */
export const GraphSide = z.discriminatedUnion('from', [
  z.object({ from: z.literal('process'), processId: ProcessId, part: GraphPart, slice: LogSlice.optional() }),
  z.object({ from: z.literal('approved'), approvalId: ApprovalId }),
]);
export type GraphSide = z.infer<typeof GraphSide>;

/**
 * The median of `n` times in milliseconds. `lowMs` to `highMs` holds the median of the cases still to come with at
 * least 95 % confidence; null below six times, where no two of them do.
 */
export const MedianTime = z.object({
  n: z.int().min(1),
  medianMs: z.number(),
  lowMs: z.number().nullable(),
  highMs: z.number().nullable(),
});
export type MedianTime = z.infer<typeof MedianTime>;

/** A graph whose evidence may have been removed since: an approved graph outlives the recordings it was drawn from. */
export const KeptGraph = ProcessGraph.extend({
  activities: z.array(Activity.extend({ evidence: z.array(EvidenceRef) })),
  transitions: z.array(Transition.extend({ evidence: z.array(EvidenceRef) })),
});

/** A graph with what comparing needs besides: cases by transition, and medians with their intervals. */
export const MeasuredGraph = z.object({
  graph: KeptGraph,
  /** What `cases` of everything here counts; tellings of a process are no cases, and shares of both say different things. */
  unit: z.enum(['cases', 'recordings']),
  cases: z.int().min(0),
  cycle: MedianTime.nullable(),
  /** One for each activity of the graph, in its order; `cases` has it. */
  activities: z.array(z.object({ id: ActivityId, cases: z.int(), processing: MedianTime.nullable() })),
  /** One for each transition of the graph, in its order; `cases` pass it at least once. */
  transitions: z.array(z.object({ id: TransitionId, cases: z.int(), wait: MedianTime.nullable() })),
});
export type MeasuredGraph = z.infer<typeof MeasuredGraph>;

/** A graph that a process owner signed off, as it was then. Kept for good; it can only be withdrawn. */
export const Approval = z.object({
  id: ApprovalId,
  processId: ProcessId,
  name: z.string().trim().min(1).max(120),
  atMs: z.int(),
  /** What it was drawn from, in words: "logs and recordings", "cases that start in March 2026". */
  scope: z.string(),
  /** `drawnFrom` is the scope as it was asked for, to find its cases again; missing in what was approved before it was kept. */
  measured: MeasuredGraph.extend({
    drawnFrom: z.object({ part: GraphPart, slice: LogSlice.optional() }).optional(),
  }),
  withdrawnAtMs: z.int().nullable(),
});
export type Approval = z.infer<typeof Approval>;

/** An approval without its graph, for lists. */
export const ApprovalSummary = Approval.omit({ measured: true }).extend({
  activities: z.int(),
  transitions: z.int(),
  cases: z.int(),
  unit: MeasuredGraph.shape.unit,
});
export type ApprovalSummary = z.infer<typeof ApprovalSummary>;

/** `cases` of `of`; of a handoff, passes of passes. */
export const ShareFigure = z.object({
  cases: z.int().min(0),
  of: z.int().min(0),
  share01: z.number(),
});
export type ShareFigure = z.infer<typeof ShareFigure>;

export const ChangeKind = z.enum(['added', 'removed', 'frequency', 'time']);
export type ChangeKind = z.infer<typeof ChangeKind>;

export const ChangeSubject = z.enum(['activity', 'transition', 'handoff', 'bottleneck', 'cycle']);
export type ChangeSubject = z.infer<typeof ChangeSubject>;

/**
 * `clear`: chance alone would hardly do it. `unclear`: it may be chance. `few`: too few cases to tell, whatever they
 * showed. `untested`: nothing was sampled that a test could speak about, or both sides hold the same cases.
 */
export const Certainty = z.enum(['clear', 'unclear', 'few', 'untested']);
export type Certainty = z.infer<typeof Certainty>;

export const Change = z.object({
  id: z.string(),
  kind: ChangeKind,
  subject: ChangeSubject,
  label: z.string(),
  /** Where it is on the joined graph; both null for the cycle time. */
  activityId: ActivityId.nullable(),
  transitionId: TransitionId.nullable(),
  before: z.object({ share: ShareFigure.nullable(), time: MedianTime.nullable() }),
  after: z.object({ share: ShareFigure.nullable(), time: MedianTime.nullable() }),
  /** After minus before: of shares, or of medians in milliseconds. Null where one side has none. */
  difference: z.number().nullable(),
  /** 95 % interval of the difference of two shares. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Of Fisher's exact test, adjusted for the number of tests; null where none was made. */
  p: z.number().nullable(),
  certainty: Certainty,
  /** The share of cases that go another way, or of all time that moved; the order of the list within a certainty. */
  importance01: z.number(),
  /** One plain sentence with its numbers and n. */
  sentence: z.string(),
  evidence: z.object({ before: z.array(EvidenceRef), after: z.array(EvidenceRef) }),
});
export type Change = z.infer<typeof Change>;

export const ComparedSide = z.object({
  title: z.string(),
  /** Of what only this side has, in a word or two: "only told"; between two periods "gone" or "new". */
  alone: z.string(),
  unit: MeasuredGraph.shape.unit,
  cases: z.int(),
  activities: z.int(),
  transitions: z.int(),
  cycle: MedianTime.nullable(),
});
export type ComparedSide = z.infer<typeof ComparedSide>;

/** How an element of the joined graph stands: on one side only, on both, or on both with a clear change. */
export const ElementMark = z.enum(['added', 'removed', 'more', 'less', 'slower', 'faster', 'same']);
export type ElementMark = z.infer<typeof ElementMark>;

export const Comparison = z.object({
  schema: z.literal('mirror-comparison/1'),
  /** Both sides are periods, one after the other: only then is there a before and an after. */
  isInTime: z.boolean(),
  before: ComparedSide,
  after: ComparedSide,
  /** Clear ones first, then the most important; empty when both sides are alike. */
  changes: z.array(Change),
  /** Activities and transitions of both sides without a clear change. */
  steady: z.int(),
  /** Both sides joined: with the numbers of after, and of before where only it has the element. */
  graph: KeptGraph,
  /** By id of an activity or transition of `graph`. */
  marks: z.record(z.string(), ElementMark),
  /** What each number counts and how it is tested, in one sentence each. */
  definitions: z.record(z.string(), z.string()),
  /** What the reader must know before trusting a number. */
  notes: z.array(z.string()),
});
export type Comparison = z.infer<typeof Comparison>;

/** What sides can be made of, for whoever chooses. */
export const SideChoices = z.object({
  processes: z.array(z.object({ id: ProcessId, name: z.string() })),
  /** Those in force first, newest first. */
  approvals: z.array(ApprovalSummary),
  hasLog: z.boolean(),
  hasRecordings: z.boolean(),
  /** From the first case's start to the last's; null without a log. */
  period: z.object({ fromMs: z.number(), toMs: z.number() }).nullable(),
  roles: z.array(z.string()),
  resources: z.array(z.string()),
  activities: z.array(z.string()),
  variants: z.int(),
});
export type SideChoices = z.infer<typeof SideChoices>;
