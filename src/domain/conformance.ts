// Conformance: which cases go another way than an approved graph allows, and how.
import { z } from 'zod';
import { ApprovalSummary } from './comparison.ts';
import { EvidenceRef } from './evidence.ts';
import { LogId } from './ids.ts';

/**
 * `unknown`: an activity the approved graph has not. `order`: one activity directly follows another, both approved, where
 * the graph has no such transition. `start`, `end`: a case begins or ends with another activity than approved ones do.
 * `skipped`: an activity every approved case has is missing.
 */
export const DeviationKind = z.enum(['unknown', 'order', 'start', 'end', 'skipped']);
export type DeviationKind = z.infer<typeof DeviationKind>;

export const Deviation = z.object({
  kind: DeviationKind,
  /** The activity it is about; of `order` the one that follows. */
  activity: z.string(),
  /** Of `order` the one that comes before; null otherwise. */
  after: z.string().nullable(),
  cases: z.int().min(1),
  /** Of all checked cases. */
  share01: z.number(),
  /** Times over all cases: of `unknown` and `order` a case may have several. */
  times: z.int().min(1),
  sentence: z.string(),
  /** Rows in which it is seen; of `skipped` the first row of cases that lack it. One per log. */
  evidence: z.array(EvidenceRef),
});
export type Deviation = z.infer<typeof Deviation>;

/** A move of the shortest alignment: done as approved, done beside the approved way, or approved and not done. */
export const AlignmentMove = z.object({ move: z.enum(['both', 'extra', 'missing']), activity: z.string() });
export type AlignmentMove = z.infer<typeof AlignmentMove>;

export const DeviatingVariant = z.object({
  activities: z.array(z.string()),
  cases: z.int().min(1),
  /** Moves in which it differs from the nearest approved way; null where the approved graph has no way to its end. */
  cost: z.int().min(0).nullable(),
  fitness01: z.number().nullable(),
  alignment: z.array(AlignmentMove).nullable(),
});
export type DeviatingVariant = z.infer<typeof DeviatingVariant>;

export const DeviatingCase = z.object({
  case: z.string(),
  logId: LogId,
  events: z.int(),
  /** Places in `deviations`. */
  deviations: z.array(z.int()),
  /** Place in `variants`; null where that list was cut before it. */
  variant: z.int().nullable(),
  cost: z.int().nullable(),
  fitness01: z.number().nullable(),
  /** Rows of it in which a deviation is seen. */
  evidence: z.array(EvidenceRef),
});
export type DeviatingCase = z.infer<typeof DeviatingCase>;

export const Conformance = z.object({
  schema: z.literal('mirror-conformance/1'),
  process: z.string(),
  approval: ApprovalSummary,
  /** Which cases were checked, in words. */
  scope: z.string(),
  cases: z.int(),
  conforming: z.int(),
  /** One less the cost of all cases by the worst they could have cost; null where no cost can be told. */
  fitness01: z.number().nullable(),
  /** The most frequent first. */
  deviations: z.array(Deviation),
  /** Ways of deviating cases, the most frequent first; `variantCount` counts those left out too. */
  variants: z.array(DeviatingVariant),
  variantCount: z.int(),
  /** The most deviating first; `deviating` counts those left out too. */
  deviatingCases: z.array(DeviatingCase),
  deviating: z.int(),
  definitions: z.record(z.string(), z.string()),
  notes: z.array(z.string()),
});
export type Conformance = z.infer<typeof Conformance>;
