// In: a question, and the process it is about or the key it was kept under. Out: its answer. Runs in the worker.
import { answerQuestion, type QuestionAsked } from '../../answers/answer-question.ts';
import type { AnswerInput } from '../../answers/answer-input.ts';
import { type KnownName, listKnown } from '../../answers/names/require-names.ts';
import type { Answer } from '../../domain/answer.ts';
import { runTool, type ToolAsked } from './run-tool.ts';

/** People ask of one process for a while, and then of another. */
const MOST_KEPT = 4;
const kept = new Map<string, AnswerInput>();

/** From what was kept under the key; asks for it where it is not there. */
export function answerKept(asked: QuestionAsked, key: string): Answer | 'needs columns' | 'needs input' {
  const input = kept.get(key);
  return input === undefined ? 'needs input' : answerQuestion(asked, input);
}

/** Keeps the process under the key, if there is one, and answers from it. */
export function answerFrom(asked: QuestionAsked, key: string | null, input: AnswerInput): Answer | 'needs columns' {
  if (key !== null) keep(key, input);
  return answerQuestion(asked, input);
}

/** As `answerKept`, of one tool. @throws tools/* */
export function toolKept(asked: ToolAsked, key: string): Record<string, unknown> | 'needs input' {
  const input = kept.get(key);
  return input === undefined ? 'needs input' : runTool(asked, input);
}

/** Keeps the process under the key, and asks the tool of it. @throws tools/* */
export function toolFrom(asked: ToolAsked, key: string, input: AnswerInput): Record<string, unknown> {
  keep(key, input);
  return runTool(asked, input);
}

/** Every name that is told of the process kept under the key. */
export function namesKept(key: string): KnownName[] | 'needs input' {
  const input = kept.get(key);
  return input === undefined ? 'needs input' : listKnown(input);
}

/** Keeps the process under the key, and lists its names. */
export function namesFrom(key: string, input: AnswerInput): KnownName[] {
  keep(key, input);
  return listKnown(input);
}

function keep(key: string, input: AnswerInput): void {
  kept.set(key, input);
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
}
