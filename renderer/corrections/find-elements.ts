// Which elements of recordings a finding was made of: those of its kind that rest on the same words or events.
import type { ElementKind, FindingKind } from '../../src/domain/correction.ts';
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import type { Extraction } from '../../src/domain/extraction.ts';
import type { ElementId, RecordingId } from '../../src/domain/ids.ts';

const KIND_OF: Readonly<Partial<Record<FindingKind, ElementKind>>> = {
  handoffs: 'handoffs',
  bottlenecks: 'waits',
  waits: 'waits',
  exceptions: 'exceptions',
  transfers: 'transfers',
};

interface Grounded {
  readonly kind: FindingKind;
  readonly evidence: readonly EvidenceRef[];
}

/** Ids of the told elements behind a finding; none for what only a log or a computation says. */
export function findElements(finding: Grounded, extractions: readonly Extraction[]): ElementId[] {
  const kind = KIND_OF[finding.kind];
  if (!kind) return [];
  const own = new Set(finding.evidence.map(placeOf));
  return extractions.flatMap((extraction) =>
    extraction[kind]
      .filter(({ evidence }) => evidence.some((ref) => ref.kind !== 'log' && own.has(placeOf(ref))))
      .map(({ id }) => id),
  );
}

/** The recordings that evidence points into, each once. */
export const listRecordingIds = (evidence: readonly EvidenceRef[]): RecordingId[] => [
  ...new Set(evidence.flatMap((ref) => ('recordingId' in ref ? [ref.recordingId] : []))),
];

function placeOf(ref: EvidenceRef): string {
  switch (ref.kind) {
    case 'speech':
      return `speech ${ref.recordingId} ${ref.segment} ${ref.charStart}`;
    case 'event':
      return `event ${ref.recordingId} ${ref.event}`;
    default:
      return JSON.stringify(ref);
  }
}
