// Who says it.
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { AnswerInput } from '../answer-input.ts';

export interface Teller {
  readonly name: string | null;
  readonly role: string | null;
}

/** The recorders whose words or windows the pointers show, each once. */
export function tellersOf(evidence: readonly EvidenceRef[], { recordings }: AnswerInput): Teller[] {
  const ids = new Set(evidence.flatMap((ref) => ('recordingId' in ref ? [ref.recordingId] : [])));
  return recordings
    .filter(({ recording }) => ids.has(recording.id))
    .map(({ recording }) => ({ name: recording.actor, role: recording.role }));
}
