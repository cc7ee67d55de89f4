// In which order questions stand: by recording, and those settled during this visit where they stood when open.
import type { QuestionId, RecordingId } from '../../src/domain/ids.ts';
import type { AskedQuestion } from '../../src/domain/question.ts';

export interface Arranged {
  readonly groups: readonly { readonly recordingId: RecordingId; readonly questions: readonly AskedQuestion[] }[];
  /** Settled before this visit. */
  readonly settled: readonly AskedQuestion[];
}

/** `seen`: what was open at some time during this visit, in the order in which it came up. */
export function arrange(questions: readonly AskedQuestion[], seen: readonly QuestionId[]): Arranged {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const shown = seen.flatMap((id) => byId.get(id) ?? []);
  const byRecording = Map.groupBy(shown, ({ recordingId }) => recordingId);
  return {
    groups: [...byRecording].map(([recordingId, own]) => ({ recordingId, questions: own })),
    settled: questions.filter(({ id }) => !seen.includes(id)),
  };
}

/** `seen` with what is open now; the same array when nothing has come up. */
export function addOpen(seen: readonly QuestionId[], questions: readonly AskedQuestion[]): readonly QuestionId[] {
  const fresh = questions.filter(({ id, state }) => state === 'open' && !seen.includes(id));
  return fresh.length > 0 ? [...seen, ...fresh.map(({ id }) => id)] : seen;
}

export const countState = (questions: readonly AskedQuestion[], state: AskedQuestion['state']): number =>
  questions.filter((question) => question.state === state).length;

/** "3 of 5 answered". */
export function sayProgress(questions: readonly AskedQuestion[]): string {
  const skipped = countState(questions, 'skipped');
  const answered = `${countState(questions, 'answered')} of ${questions.length} answered`;
  return skipped > 0 ? `${answered}, ${skipped} skipped` : answered;
}
