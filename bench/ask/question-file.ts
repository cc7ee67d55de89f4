// In: the text of a file of bench/ask. Out: its questions with what counts as right, and the process they are about.
import { z } from 'zod';
import type { Answer } from '../../src/domain/answer.ts';
import { MadeProcess } from './make-process.ts';

export const Question = z.object({
  question: z.string(),
  /** Null where nothing in the process answers it. */
  gold: z
    .object({
      /** Each must be among the values of the answer. */
      numbers: z.array(z.number()).default([]),
      /** The same, of times, within 1 %. */
      hours: z.array(z.number()).default([]),
      /** Each must stand in the answer or its values. */
      says: z.array(z.string()).default([]),
    })
    .nullable(),
  from: z.string(),
});
export type Question = z.infer<typeof Question>;

export interface QuestionFile {
  readonly questions: readonly Question[];
  /** Null where they are about the bundled sample. */
  readonly about: MadeProcess | null;
}

const Made = MadeProcess.extend({ questions: z.array(Question) });

/** A list of questions is about the bundled sample; any other file holds the process itself. */
export function readQuestionFile(text: string): QuestionFile {
  const given: unknown = JSON.parse(text);
  if (Array.isArray(given)) return { about: null, questions: Question.array().parse(given) };
  const { questions, ...about } = Made.parse(given);
  return { about, questions };
}

export function isRight({ gold }: Question, answer: Answer): boolean {
  if (gold === null) return !answer.isAnswered;
  const numbers = Object.values(answer.values).filter((value) => typeof value === 'number');
  const said = `${answer.answer} ${JSON.stringify(answer.values)}`.toLowerCase();
  const isNear = (ms: number, hours: number): boolean => Math.abs(ms / 3_600_000 - hours) <= hours / 100;
  return (
    answer.isAnswered &&
    gold.numbers.every((wanted) => numbers.includes(wanted)) &&
    gold.hours.every((hours) => numbers.some((ms) => isNear(ms, hours))) &&
    gold.says.every((words) => said.includes(words.toLowerCase()))
  );
}
