// Answers to questions about a process: what was asked, what is answered, and the moments that show it.
import { z } from 'zod';
import { LogSlice } from './comparison.ts';
import { EvidenceRef, Provenance } from './evidence.ts';
import { ProcessId } from './ids.ts';

/** What a name of the graph stands for. */
export const NameKind = z.enum(['activity', 'role', 'person', 'system', 'artifact']);
export type NameKind = z.infer<typeof NameKind>;

/** A name of the graph that a question means; `lead` is the word before it that says how: "from", "to", "after" ... */
export const Mention = z.object({ kind: NameKind, name: z.string(), lead: z.string().nullable() });
export type Mention = z.infer<typeof Mention>;

/** A question as it was understood; with it "and in March?" can be asked next. */
export const UnderstoodQuestion = z.object({
  kind: z.string(),
  mentions: z.array(Mention),
  /** Stems of what it is about where that is no name of the graph: "tax id", "missing". */
  topic: z.array(z.string()),
  slice: LogSlice.nullable(),
});
export type UnderstoodQuestion = z.infer<typeof UnderstoodQuestion>;

/** Counts, milliseconds (names end in Ms), shares (in 01), names and lists of names. */
export const AnswerValue = z.union([z.number(), z.string(), z.null(), z.array(z.string())]);
export type AnswerValue = z.infer<typeof AnswerValue>;

export const AnswerSentence = z.object({ text: z.string(), citations: z.array(EvidenceRef).min(1) });
export type AnswerSentence = z.infer<typeof AnswerSentence>;

export const Answer = z.object({
  /** The sentences in one text; where Mirror cannot answer, why not. */
  answer: z.string(),
  isAnswered: z.boolean(),
  /** Null where nothing was understood or what was asked about is not there. */
  understood: UnderstoodQuestion.nullable(),
  values: z.record(z.string(), AnswerValue),
  sentences: z.array(AnswerSentence),
  /** What the number counts. */
  definition: z.string().nullable(),
  /** Observations the answer rests on. */
  n: z.int().min(0).nullable(),
  provenance: Provenance.nullable(),
  /** Questions that can be answered: the nearest ones where this was not understood, otherwise what may be asked next. */
  followUps: z.array(z.string()),
});
export type Answer = z.infer<typeof Answer>;

export const AnswerWish = z.object({
  processId: ProcessId,
  question: z.string().trim().min(1).max(1000),
  /** What was asked before, for questions that go on from it. */
  previous: UnderstoodQuestion.optional(),
});
export type AnswerWish = z.infer<typeof AnswerWish>;

/** A tool of the graph that an answer rests on, and what it was asked. */
export const ToolUse = z.object({
  tool: z.string(),
  input: z.unknown(),
  /** Things that it found and that did not fit into what the model reads at once. */
  leftOut: z.int().min(0).optional(),
});
export type ToolUse = z.infer<typeof ToolUse>;

/** An answer with who wrote it: null is Mirror itself, by rules, which sends nothing anywhere. */
export const WrittenAnswer = Answer.extend({
  model: z.string().nullable(),
  /** Bytes that left this machine for it; 0 for models on this machine. */
  egressBytes: z.int().min(0),
  /** Sentences of the model that nothing supports, and that are not in the answer. */
  removed: z.int().min(0),
  /** How it was computed. */
  tools: z.array(ToolUse),
  /** Null where no model wrote it, or its server does not say. */
  tokens: z.object({ input: z.int().min(0), output: z.int().min(0) }).nullable(),
  /** Null where nobody has named a price. */
  costUsd: z.number().min(0).nullable(),
});
export type WrittenAnswer = z.infer<typeof WrittenAnswer>;
