// Which moment of a recording a piece of evidence is.
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import type { Moment } from '../view-store.ts';

/** Undefined for evidence that is no moment: rows of a log, pages of an artifact, answers. */
export function findMoment(ref: EvidenceRef): Omit<Moment, 'nonce'> | undefined {
  switch (ref.kind) {
    case 'speech':
      return { recordingId: ref.recordingId, startMs: ref.startMs, endMs: ref.endMs, quote: ref.quote };
    case 'event':
      return { recordingId: ref.recordingId, startMs: ref.startMs, endMs: ref.endMs, quote: undefined };
    case 'frame':
      return { recordingId: ref.recordingId, startMs: ref.atMs, endMs: ref.atMs, quote: undefined };
    case 'log':
    case 'artifact':
    case 'answer':
      return undefined;
  }
}
