// An extraction in the shape that is scored: seconds, spans of text, and the field names of the exported spec.
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import type { Extraction } from '../../src/domain/extraction.ts';
import type { Narration } from './narration.ts';

type Shown = (element: { readonly unsure: boolean }) => boolean;

/** The elements that are shown, with the exact words and times they come from. */
export function toPrediction(narration: Narration, extraction: Extraction, isShown: Shown): Record<string, unknown> {
  return {
    schema: 'mirror-prediction/1',
    id: narration.id,
    activities: extraction.steps.filter(isShown).map((step) => ({
      id: step.id,
      label: step.label,
      verb: step.verb,
      object: step.object,
      actor: step.actor,
      system: step.system,
      artifact: step.artifact,
      order: step.order,
      when: step.when,
      confidence: step.confidence01,
      by: step.by,
      ...where(step.evidence),
    })),
    handoffs: extraction.handoffs.filter(isShown).map((handoff) => ({
      from: handoff.from,
      to: handoff.to,
      what: handoff.what,
      kind: handoff.kind,
      by: handoff.by,
      ...where(handoff.evidence),
    })),
    waits: extraction.waits.filter(isShown).map((wait) => ({
      label: wait.label,
      duration: wait.duration,
      durationMin: wait.durationMin,
      durationMax: wait.durationMax,
      cause: wait.cause,
      after: wait.after,
      ...where(wait.evidence),
    })),
    decisions: extraction.decisions.filter(isShown).map((decision) => ({
      id: decision.id,
      question: decision.question,
      branches: decision.branches,
      ...where(decision.evidence),
    })),
    exceptions: extraction.exceptions
      .filter(isShown)
      .map((exception) => ({ label: exception.label, handling: exception.handling, ...where(exception.evidence) })),
    judgements: extraction.judgements
      .filter(isShown)
      .map((judgement) => ({ label: judgement.label, ...where(judgement.evidence) })),
    rework: extraction.rework
      .filter(isShown)
      .map((rework) => ({ label: rework.label, from: rework.from, to: rework.to, ...where(rework.evidence) })),
    warnings: extraction.warnings,
  };
}

function where(evidence: readonly EvidenceRef[]): Record<string, unknown> {
  const speech = evidence.filter((ref) => ref.kind === 'speech');
  const spans = speech.map((ref) => ({ start: ref.startMs / 1000, end: ref.endMs / 1000, text: ref.quote }));
  return { start: spans[0]?.start, end: spans[0]?.end, evidence: speech.map((ref) => ref.segment), spans };
}
