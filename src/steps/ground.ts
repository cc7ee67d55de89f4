// What every element carries: id, quotes, times, confidence. Without a quote there is no element.
import type { EventRef, EvidenceRef } from '../domain/evidence.ts';
import type { ElementId, RecordingId } from '../domain/ids.ts';
import type { RecordingEvidence } from '../domain/process.ts';
import confidence from './data/confidence.json' with { type: 'json' };
import { elementId, quoteSpan, type Source, type Span } from './evidence.ts';
import type { StepDraft } from './merge-steps.ts';

/** Which rule found it, how often that rule is right, and whether it is to be folded. */
export interface How {
  readonly by: string;
  readonly confidence01: number;
  readonly unsure: boolean;
}

export interface Grounded extends How {
  readonly id: ElementId;
  readonly recordingId: RecordingId;
  readonly startMs: number;
  readonly endMs: number;
  readonly evidence: EvidenceRef[];
  readonly provenance: 'stated' | 'observed' | 'inferred';
}

/** Grounds for the words of some spans; undefined when they hold no word. Times are those of the first quote. */
export function groundSpans(
  source: Source,
  type: string,
  { spans, how }: { readonly spans: readonly Span[]; readonly how: How },
): Grounded | undefined {
  const evidence = spans.flatMap((span) => quoteSpan(source, span));
  const first = evidence[0];
  if (!first) return undefined;
  const endOfFirst = quoteSpan(source, spans[0] ?? { from: 0, to: 0 }).at(-1)?.endMs ?? first.endMs;
  return {
    id: elementId(source.recordingId, type, evidence),
    recordingId: source.recordingId,
    startMs: first.startMs,
    endMs: Math.max(first.startMs, endOfFirst),
    evidence,
    provenance: 'stated',
    ...how,
  };
}

/** Confidence of a rule ("rule:pass-on") from the measured table of its kind; unsure ones have their own row. */
export function howOf(by: string, table: Readonly<Record<string, number>>, sure: boolean): How {
  const measured = table[by.replace('rule:', '')] ?? 0.5;
  return {
    by,
    confidence01: sure ? measured : Math.min(measured, table.unsure ?? confidence.remarkUnsure),
    unsure: !sure,
  };
}

/** A window that shows the system said, near in time, is a second witness. */
export function howOfStep({ candidate, place }: StepDraft): How {
  const said = howOf(candidate.by, confidence.step, candidate.sure);
  const agreed =
    candidate.vote01 >= confidence.votes.high
      ? confidence.votes.agrees
      : candidate.vote01 < confidence.votes.low
        ? confidence.votes.differs
        : 0;
  const isResolved = candidate.deed.objects.length > 0 && candidate.deed.objects.every((phrase) => phrase.isPronoun);
  const how = { ...said, confidence01: round(said.confidence01 + agreed - (isResolved ? confidence.resolved : 0)) };
  return isSeen(place) ? { ...how, confidence01: round(Math.min(0.95, how.confidence01 + confidence.witness)) } : how;
}

/** Two places: the table says no more. */
function round(share: number): number {
  return Math.round(share * 100) / 100;
}

/** The window event that shows a step being done where it is said to be done. */
export function seenEvent(input: RecordingEvidence, { place }: StepDraft): EventRef | undefined {
  const event = isSeen(place) ? input.events.find((each) => each.index === place.event) : undefined;
  if (!event) return undefined;
  return {
    kind: 'event',
    recordingId: input.recording.id,
    event: event.index,
    startMs: event.atMs,
    endMs: event.atMs,
    title: event.title,
  };
}

function isSeen(place: StepDraft['place']): boolean {
  return place.event !== null && (place.how === 'said' || place.how === 'window');
}
