// mirror-process-spec/1: the description of a process that leaves Mirror, for people and machines that automate it.
import { z } from 'zod';
import { EvidenceRef, Provenance } from './evidence.ts';
import { Durations, Sources } from './graph.ts';
import { ActivityId, FindingId, LogId, RecordingId, TransitionId } from './ids.ts';
import { FindingStatus } from './insights.ts';
import { MedianInterval, WaitEfficiency } from './waiting.ts';

/** Exact words, with their place in seconds on the recording's clock. */
export const SpecSpan = z.object({ recording: RecordingId, start: z.number(), end: z.number(), text: z.string() });
export type SpecSpan = z.infer<typeof SpecSpan>;

/** What every element carries. `start` and `end` are those of the first span; null when nobody's words say it. */
const Known = z.object({
  provenance: Provenance,
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** True when too unsure to rely on. */
  unsure: z.boolean(),
  sources: Sources,
  start: z.number().nullable(),
  end: z.number().nullable(),
  spans: z.array(SpecSpan),
  evidence: z.array(EvidenceRef).min(1),
});

const Found = Known.extend({
  id: FindingId,
  label: z.string(),
  status: FindingStatus,
  activities: z.array(ActivityId),
});

export const SpecActivity = Known.extend({
  id: ActivityId,
  label: z.string(),
  verb: z.string(),
  object: z.string(),
  /** Other words people use for it. */
  alt: z.array(z.string()),
  actor: z.string().nullable(),
  system: z.string().nullable(),
  artifact: z.string().nullable(),
  /** Position in the process; equal numbers are alternatives. */
  order: z.int().min(0),
  /** "always", the decision or exception on whose branch it is done, or null: not always, and nobody has said when. */
  when: z.union([z.literal('always'), FindingId]).nullable(),
  count: z.int().min(1),
  cases: z.int().min(1),
  processing: Durations.nullable(),
});
export type SpecActivity = z.infer<typeof SpecActivity>;

export const SpecTransition = Known.extend({
  id: TransitionId,
  source: ActivityId,
  target: ActivityId,
  count: z.int().min(1),
  wait: Durations.nullable(),
});
export type SpecTransition = z.infer<typeof SpecTransition>;

/** Who or what takes part, and in which activities. */
const Participant = z.object({ name: z.string(), activities: z.array(ActivityId) });
export type Participant = z.infer<typeof Participant>;

export const SpecQuestion = z.object({
  question: z.string(),
  /** Ids of the elements it is about. */
  about: z.array(z.union([ActivityId, FindingId])),
  /** True when nobody should automate the process before it is answered. */
  blocking: z.boolean(),
});
export type SpecQuestion = z.infer<typeof SpecQuestion>;

export const SpecReadiness = z.object({
  /** Mean of the shares in `checks`. */
  score01: z.number().min(0).max(1),
  /** The blocking questions. Ready means that none is left. */
  blocking: z.array(z.string()),
  checks: z.array(z.object({ check: z.string(), met: z.int().min(0), of: z.int().min(1) })),
});
export type SpecReadiness = z.infer<typeof SpecReadiness>;

export const ProcessSpec = z.object({
  schema: z.literal('mirror-process-spec/1'),
  process: z.object({
    name: z.string(),
    owner: z.string().nullable(),
    description: z.string().nullable(),
    cases: z.int().min(0),
    events: z.int().min(0),
    cycle: Durations.nullable(),
  }),
  /** What the evidence points at. */
  recordings: z.array(
    z.object({ id: RecordingId, title: z.string(), role: z.string().nullable(), durationMs: z.int().min(0) }),
  ),
  logs: z.array(z.object({ id: LogId, name: z.string(), sha256: z.string(), cases: z.int(), events: z.int() })),
  /** In process order. */
  activities: z.array(SpecActivity),
  transitions: z.array(SpecTransition),
  start: z.array(ActivityId),
  end: z.array(ActivityId),
  roles: z.array(Participant),
  systems: z.array(Participant),
  artifacts: z.array(Participant),
  handoffs: z.array(
    Found.extend({
      from: z.string().nullable(),
      to: z.string(),
      what: z.string().nullable(),
      kind: z.enum(['actor', 'system']),
      count: z.int().min(1),
      wait: Durations.nullable(),
    }),
  ),
  waits: z.array(
    Found.extend({
      duration: z.string().nullable(),
      durationMin: z.string().nullable(),
      durationMax: z.string().nullable(),
      cause: z.string().nullable(),
      after: ActivityId.nullable(),
    }),
  ),
  decisions: z.array(
    Found.extend({
      question: z.string(),
      branches: z.array(z.object({ condition: z.string(), then: z.array(ActivityId), note: z.string().nullable() })),
    }),
  ),
  exceptions: z.array(Found.extend({ handling: z.string().nullable(), cases: z.int().min(0) })),
  judgements: z.array(Found.extend({ by: z.string().nullable() })),
  rework: z.array(
    Found.extend({
      from: ActivityId.nullable(),
      to: ActivityId.nullable(),
      kind: z.enum(['self-loop', 'repetition', 'told']),
      cases: z.int().min(0),
      count: z.int().min(0),
    }),
  ),
  bottlenecks: z.array(
    Found.extend({
      sentence: z.string(),
      n: z.int().min(1),
      share: z.number().min(0).max(1).nullable(),
      wait: Durations.nullable(),
      duration: z.string().nullable(),
      cause: z.string().nullable(),
      /** Of the median wait; null below five observations, and where several logs show the place. */
      medianInterval: MedianInterval.nullable(),
      /** Cycle time efficiency of the process without one cause of waiting here; null where nobody is seen at work. */
      cteWithout01: WaitEfficiency.shape.cteWithout01.nullable(),
    }),
  ),
  transfers: z.array(Found.extend({ from: z.string(), to: z.string(), count: z.int().min(1) })),
  openEnds: z.array(Found.extend({ to: z.string(), what: z.string().nullable() })),
  /** Where the recordings disagree; somebody must decide before it is automated. */
  differences: z.array(Found.extend({ kind: z.enum(['order', 'who', 'threshold', 'only']) })),
  openQuestions: z.array(SpecQuestion),
  readiness: SpecReadiness,
  /** What each number counts. */
  definitions: z.record(z.string(), z.string()),
  /** What was left out of the numbers, and why. */
  exclusions: z.array(z.string()),
});
export type ProcessSpec = z.infer<typeof ProcessSpec>;
