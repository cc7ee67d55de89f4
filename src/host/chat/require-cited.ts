// In: an answer that is about to be kept. Out: nothing, or an error where what it cites is not there any more.
import type { Answer } from '../../domain/answer.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { Store } from '../../needs/store.ts';

/**
 * Removing a recording takes the answers along that cite it; one that was being written meanwhile must not bring its words
 * back.
 * @throws chat/evidence-removed
 */
export function requireCited(store: Store, { sentences }: Answer): void {
  const refs = sentences.flatMap(({ citations }) => citations);
  if (!refs.every((ref) => isThere(store, ref))) throw new MirrorError('chat/evidence-removed');
}

function isThere(store: Store, ref: EvidenceRef): boolean {
  if (ref.kind === 'log') return store.findLog(ref.logId) !== undefined;
  if (ref.kind === 'artifact') return store.findArtifact(ref.artifactId) !== undefined;
  if (ref.kind === 'answer') return store.findCorrection(ref.correctionId) !== undefined;
  return store.findRecording(ref.recordingId) !== undefined;
}
