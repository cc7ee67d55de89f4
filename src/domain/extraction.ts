// What one recording tells: steps and everything said about them. Field names follow the exported spec.
import { z } from 'zod';
import { Grounds, OffsetMs } from './evidence.ts';
import { ElementId, RecordingId } from './ids.ts';
import type { Recording } from './process.ts';

/** Shared by all that is extracted from a recording. `by` names the rule or voters that found it. */
const Element = Grounds.extend({
  id: ElementId,
  recordingId: RecordingId,
  startMs: OffsetMs,
  endMs: OffsetMs,
  by: z.string(),
});

/** One observed or told doing of something. */
export const Step = Element.extend({
  /** Canonical: plain verb and object, "enter order". */
  label: z.string().min(1),
  verb: z.string().min(1),
  object: z.string(),
  /** Role (or a system's name, when a system does it); null when unknown. */
  actor: z.string().nullable(),
  system: z.string().nullable(),
  artifact: z.string().nullable(),
  /** Position in the process, not in the talk; equal numbers are alternatives. */
  order: z.int().min(0),
  /** "always", or the id of the decision or exception on whose branch it is done. */
  when: z.union([z.literal('always'), ElementId]),
});
export type Step = z.infer<typeof Step>;

export const StatedHandoff = Element.extend({
  /** `actor`: work passes between roles. `system`: data passes between systems or documents. */
  kind: z.enum(['actor', 'system']),
  from: z.string().nullable(),
  to: z.string().min(1),
  what: z.string().nullable(),
  stepId: ElementId.nullable(),
});
export type StatedHandoff = z.infer<typeof StatedHandoff>;

export const StatedWait = Element.extend({
  label: z.string(),
  /** ISO 8601; the typical value, the longer end of "an hour or two days"; null when not said. */
  duration: z.string().nullable(),
  durationMin: z.string().nullable(),
  durationMax: z.string().nullable(),
  cause: z.string().nullable(),
  after: ElementId.nullable(),
});
export type StatedWait = z.infer<typeof StatedWait>;

export const Decision = Element.extend({
  question: z.string(),
  branches: z.array(z.object({ condition: z.string(), then: z.array(ElementId), note: z.string().nullable() })).min(1),
});
export type Decision = z.infer<typeof Decision>;

export const ExceptionCase = Element.extend({ label: z.string(), handling: z.string().nullable() });
export type ExceptionCase = z.infer<typeof ExceptionCase>;

export const Judgement = Element.extend({ label: z.string() });
export type Judgement = z.infer<typeof Judgement>;

export const StatedRework = Element.extend({
  label: z.string(),
  from: ElementId.nullable(),
  to: ElementId.nullable(),
});
export type StatedRework = z.infer<typeof StatedRework>;

/** Data carried by hand from one system to another, seen in the window events. */
export const Transfer = Element.extend({ from: z.string(), to: z.string(), what: z.string().nullable() });
export type Transfer = z.infer<typeof Transfer>;

export const Extraction = z.object({
  /** In process order. */
  steps: z.array(Step),
  handoffs: z.array(StatedHandoff),
  waits: z.array(StatedWait),
  decisions: z.array(Decision),
  exceptions: z.array(ExceptionCase),
  judgements: z.array(Judgement),
  rework: z.array(StatedRework),
  transfers: z.array(Transfer),
  /** What could not be understood, in plain words ("the transcript is in German; only English is read"). */
  warnings: z.array(z.string()),
});
export type Extraction = z.infer<typeof Extraction>;

/** Of a recording in which nothing was found. */
export const EMPTY_EXTRACTION: Extraction = {
  steps: [],
  handoffs: [],
  waits: [],
  decisions: [],
  exceptions: [],
  judgements: [],
  rework: [],
  transfers: [],
  warnings: [],
};

/** Steps of several recordings that are the same doing; becomes one activity. One step is in exactly one cluster. */
export interface StepCluster {
  readonly label: string;
  readonly stepIds: readonly ElementId[];
  /** A person put these together: they stay so, whoever does them. */
  readonly isConfirmed?: boolean;
}

/** What one recording told, with who told it. */
export interface NarratedRecording {
  readonly recording: Recording;
  readonly extraction: Extraction;
}
