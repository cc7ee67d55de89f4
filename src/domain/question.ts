// What Mirror asks the person who made a recording: what it is unsure of, and what the spec lacks.
import { z } from 'zod';
import { EvidenceRef } from './evidence.ts';
import { CorrectionId, ElementId, QuestionId, RecordingId } from './ids.ts';

export const QuestionKind = z.enum([
  /** Work is given away, and nobody says to whom. */
  'receiver',
  /** Only one branch of a decision is told. */
  'branch',
  /** Nobody says who does it. */
  'who',
  /** Work goes to somebody of whom there is no recording. */
  'next',
  /** Two people may mean the same doing; they are too unlike to be joined and too alike to be kept apart. */
  'same',
  /** A step may be what an event log knows under another name. */
  'logged',
  /** An exception without its handling. */
  'handling',
  /** A wait without a duration. */
  'duration',
  /** A step too unsure to count. */
  'sure',
  /** A step at the screen without its system. */
  'system',
]);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** What is expected: `choices` are the only answers to `yes-no` and `choice`, and suggestions for the others. */
export const AnswerKind = z.enum(['text', 'role', 'system', 'duration', 'yes-no', 'choice']);
export type AnswerKind = z.infer<typeof AnswerKind>;

export const Question = z.object({
  /** Made of the kind and what it is about, so that it is the same in every run. */
  id: QuestionId,
  /** Whose narrator is asked. */
  recordingId: RecordingId,
  kind: QuestionKind,
  /** One plain sentence. */
  text: z.string(),
  /** Steps, decisions, waits ... of recordings; with `same`, the asked person's own step first. */
  about: z.array(ElementId).min(1),
  evidence: z.array(EvidenceRef).min(1),
  answerKind: AnswerKind,
  choices: z.array(z.string()),
  /** How much of the spec waits for it: 10 for what blocks an automation, 1 for each element that hangs on it. */
  unblocks: z.int().min(0),
});
export type Question = z.infer<typeof Question>;

/** A question as it stands now. What was answered or skipped is kept, whether or not it would still be asked. */
export const AskedQuestion = Question.extend({
  state: z.enum(['open', 'answered', 'skipped']),
  /** In the person's words; null unless answered. */
  answer: z.string().nullable(),
  /** The entry of the log; undoing it opens the question again. */
  correctionId: CorrectionId.nullable(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;
