// Conversations about a process: threads of questions with their answers, and what happens while one is being answered.
import { z } from 'zod';
import { AnswerSentence, WrittenAnswer } from './answer.ts';
import { ProcessId } from './ids.ts';
import { Payload } from './policy.ts';
import { WriterChoice } from './writer.ts';

export const ThreadId = z.string().min(1).max(80).brand('ThreadId');
export type ThreadId = z.infer<typeof ThreadId>;

export const ChatTurn = z.object({
  id: z.string(),
  askedMs: z.int(),
  question: z.string(),
  answer: WrittenAnswer,
});
export type ChatTurn = z.infer<typeof ChatTurn>;

export const ThreadSummary = z.object({
  id: ThreadId,
  processId: ProcessId,
  /** The first question. */
  title: z.string(),
  turns: z.int().min(1),
  changedMs: z.int(),
});
export type ThreadSummary = z.infer<typeof ThreadSummary>;

export const Thread = ThreadSummary.extend({ all: z.array(ChatTurn) });
export type Thread = z.infer<typeof Thread>;

export const ChatWish = z.object({
  processId: ProcessId,
  /** Null begins a new one. */
  threadId: ThreadId.nullable(),
  question: z.string().trim().min(1).max(1000),
  writer: WriterChoice,
  /** Answers this turn again: with another writer, as a rule. */
  replaces: z.string().optional(),
});
export type ChatWish = z.infer<typeof ChatWish>;

/** In the order in which things happen; the last one is always `done`. */
export const ChatEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asking'), writer: z.string().nullable() }),
  /** A tool of the graph is asked. */
  z.object({ kind: z.literal('looking'), tool: z.string(), input: z.unknown() }),
  /** Nothing is sent until `chat.decide` was called with its id. */
  z.object({ kind: z.literal('payload'), payload: Payload }),
  /** Checked, and cited. */
  z.object({ kind: z.literal('sentence'), sentence: AnswerSentence }),
  z.object({ kind: z.literal('done'), threadId: ThreadId, turn: ChatTurn }),
]);
export type ChatEvent = z.infer<typeof ChatEvent>;

export const Decision = z.object({
  approvalId: z.string(),
  isAgreed: z.boolean(),
  /** Who agreed, where the policy asks for the owner. */
  by: z.string().trim().max(120).optional(),
});
export type Decision = z.infer<typeof Decision>;
