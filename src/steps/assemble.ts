// Drafts become elements, and the links between steps, decisions and handoffs become ids.
import type { Extraction, Step } from '../domain/extraction.ts';
import type { ElementId } from '../domain/ids.ts';
import type { RecordingEvidence } from '../domain/process.ts';
import confidence from './data/confidence.json' with { type: 'json' };
import type { Source, Span } from './evidence.ts';
import type { DecisionDraft } from './find-decisions.ts';
import type { HandoffDraft } from './handoff-draft.ts';
import type { RemarkDraft } from './find-remarks.ts';
import type { Scene } from './find-steps.ts';
import type { WaitDraft } from './find-waits.ts';
import { type Grounded, groundSpans, howOf, howOfStep, seenEvent } from './ground.ts';
import type { StepDraft } from './merge-steps.ts';
import { orderSteps } from './order-steps.ts';

export interface Drafts {
  readonly scene: Scene;
  readonly steps: readonly StepDraft[];
  readonly handoffs: readonly HandoffDraft[];
  readonly decisions: readonly DecisionDraft[];
  readonly waits: readonly WaitDraft[];
  readonly exceptions: readonly RemarkDraft[];
  readonly judgements: readonly RemarkDraft[];
  readonly rework: readonly RemarkDraft[];
}

/** A step with the place in the talk it comes from. */
export interface PlacedStep {
  readonly step: Step;
  readonly draft: StepDraft;
  /** First quoted words. */
  readonly span: Span;
}

/** Gives every draft its id and evidence; drafts without a quote are dropped. Transfers and warnings are left empty. */
export function assemble(input: RecordingEvidence, drafts: Drafts): Extraction {
  const source: Source = { recordingId: input.recording.id, segments: input.segments, words: drafts.scene.parse.words };
  const decided = groundDecisions(source, drafts.decisions);
  const steps = buildSteps(input, { source, drafts: drafts.steps, decided });
  const ordered = orderSteps(drafts.scene.parse, steps);
  return {
    steps: ordered,
    handoffs: drafts.handoffs.flatMap((draft) => buildHandoff(source, draft, steps)),
    waits: drafts.waits.flatMap((draft) => buildWait(source, draft, steps)),
    decisions: decided.map(({ draft, grounds }) => ({
      ...grounds,
      question: draft.question,
      branches: draft.branches.map((branch) => ({
        condition: branch.condition,
        then: stepsInside(steps, branch.reach),
        note: null,
      })),
    })),
    exceptions: groundRemarks(source, {
      type: 'exception',
      drafts: drafts.exceptions,
      share: confidence.exception,
    }).map(({ draft, grounds }) => ({ ...grounds, label: draft.label, handling: draft.handling })),
    judgements: groundRemarks(source, {
      type: 'judgement',
      drafts: drafts.judgements,
      share: confidence.judgement,
    }).map(({ draft, grounds }) => ({ ...grounds, label: draft.label })),
    rework: groundRemarks(source, { type: 'rework', drafts: drafts.rework, share: confidence.rework }).map(
      ({ draft, grounds }) => ({ ...grounds, label: draft.label, ...loopEnds(steps, draft.span) }),
    ),
    transfers: [],
    warnings: [],
  };
}

interface Decided {
  readonly draft: DecisionDraft;
  readonly grounds: Grounded;
}

function groundDecisions(source: Source, drafts: readonly DecisionDraft[]): Decided[] {
  return drafts.flatMap((draft) => {
    const grounds = groundSpans(source, 'decision', {
      spans: draft.branches.map((branch) => branch.span),
      how: howOf(draft.by, confidence.decision, true),
    });
    return grounds ? [{ draft, grounds }] : [];
  });
}

interface StepInput {
  readonly source: Source;
  readonly drafts: readonly StepDraft[];
  readonly decided: readonly Decided[];
}

function buildSteps(input: RecordingEvidence, { source, drafts, decided }: StepInput): PlacedStep[] {
  const reaches = decided
    .flatMap(({ draft, grounds }) => draft.branches.map((branch) => ({ reach: branch.reach, id: grounds.id })))
    .sort((a, b) => a.reach.from - b.reach.from);
  return drafts.flatMap((draft) => {
    const grounds = groundSpans(source, 'step', { spans: draft.spans, how: howOfStep(draft) });
    const span = draft.spans[0];
    if (!grounds || !span) return [];
    const { label, actor } = draft.candidate;
    const seen = seenEvent(input, draft);
    const step: Step = {
      ...grounds,
      evidence: seen ? [...grounds.evidence, seen] : grounds.evidence,
      provenance: seen ? 'observed' : 'stated',
      label: label.text,
      verb: label.verb,
      object: label.object,
      actor,
      system: draft.place.system,
      artifact: label.artifact,
      order: 0,
      when: branchOf(reaches, span.from) ?? 'always',
    };
    return [{ step, draft, span }];
  });
}

/** The decision on whose branch these words are said: the innermost reach that holds them. */
function branchOf(
  reaches: readonly { readonly reach: Span; readonly id: ElementId }[],
  at: number,
): ElementId | undefined {
  let low = 0;
  let high = reaches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reaches[middle]?.reach.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const near = reaches.slice(Math.max(0, low - 3), low).findLast(({ reach }) => at < reach.to);
  return near?.id;
}

function buildHandoff(source: Source, draft: HandoffDraft, steps: readonly PlacedStep[]): Extraction['handoffs'] {
  const grounds = groundSpans(source, draft.kind === 'system' ? 'handoff-system' : 'handoff', {
    spans: [draft.span],
    how: howOf(draft.by, confidence.handoff, draft.sure),
  });
  if (!grounds) return [];
  const said = stepBefore(steps, draft.span.from);
  const stepId = said?.draft.deeds.includes(draft.deed) ? said.step.id : null;
  return [{ ...grounds, kind: draft.kind, from: draft.from, to: draft.to, what: draft.what, stepId }];
}

function buildWait(source: Source, draft: WaitDraft, steps: readonly PlacedStep[]): Extraction['waits'] {
  const grounds = groundSpans(source, 'wait', {
    spans: [draft.span],
    how: howOf(draft.by, confidence.wait, draft.sure),
  });
  if (!grounds) return [];
  const { label, duration, durationMin, durationMax, cause } = draft;
  return [
    {
      ...grounds,
      label,
      duration,
      durationMin,
      durationMax,
      cause,
      after: stepBefore(steps, draft.span.from)?.step.id ?? null,
    },
  ];
}

interface Remarks {
  readonly type: string;
  readonly drafts: readonly RemarkDraft[];
  readonly share: number;
}

function groundRemarks(
  source: Source,
  { type, drafts, share }: Remarks,
): { readonly draft: RemarkDraft; readonly grounds: Grounded }[] {
  return drafts.flatMap((draft) => {
    const confidence01 = draft.sure ? share : confidence.remarkUnsure;
    const grounds = groundSpans(source, type, {
      spans: [draft.span],
      how: { by: draft.by, confidence01, unsure: !draft.sure },
    });
    return grounds ? [{ draft, grounds }] : [];
  });
}

/** The last step said at or before a word. Steps are in order of talk. */
function stepBefore(steps: readonly PlacedStep[], at: number): PlacedStep | undefined {
  return steps[firstAfter(steps, at) - 1];
}

function stepsInside(steps: readonly PlacedStep[], span: Span): ElementId[] {
  return steps.slice(firstAfter(steps, span.from - 1), firstAfter(steps, span.to - 1)).map(({ step }) => step.id);
}

function firstAfter(steps: readonly PlacedStep[], at: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.span.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rework goes from the step before the remark to the last step said in it. */
function loopEnds(
  steps: readonly PlacedStep[],
  span: Span,
): { readonly from: ElementId | null; readonly to: ElementId | null } {
  const inside = stepsInside(steps, span);
  return { from: stepBefore(steps, span.from)?.step.id ?? null, to: inside.at(-1) ?? null };
}
