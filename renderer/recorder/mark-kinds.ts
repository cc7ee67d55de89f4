// The five things a person can say with one key while recording.
import type { MarkKind } from '../../src/domain/capture.ts';
import type { UserMark } from '../capture/recorder-model.ts';

export interface MarkWay {
  readonly kind: UserMark;
  readonly label: string;
  /** A letter of the label, pressed without Ctrl, Alt or Meta. */
  readonly key: string;
  /** When to use it. */
  readonly means: string;
}

export const MARK_WAYS: readonly MarkWay[] = [
  { kind: 'decision', label: 'Decision', key: 'D', means: 'I choose between ways to go on' },
  { kind: 'exception', label: 'Exception', key: 'E', means: 'This does not go the usual way' },
  { kind: 'waiting', label: 'Waiting', key: 'W', means: 'I cannot go on until somebody or something answers' },
  { kind: 'handing-over', label: 'Handing over', key: 'H', means: 'Somebody else goes on from here' },
  { kind: 'question', label: 'Question', key: 'Q', means: 'I am not sure why it is done like this' },
];

const LABELS: Record<MarkKind, string> = {
  decision: 'Decision',
  exception: 'Exception',
  waiting: 'Waiting',
  'handing-over': 'Handing over',
  question: 'Question',
  excluded: 'Not recorded from here',
  included: 'Recorded again from here',
};

export const labelMark = (kind: MarkKind): string => LABELS[kind];
