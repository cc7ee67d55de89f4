// In: a question, and the process it is about or the key it was kept under. Out: its answer. Runs in the worker.
import { answerQuestion, type QuestionAsked } from '../../answers/answer-question.ts';
import type { AnswerInput } from '../../answers/answer-input.ts';
import { prepareInput } from '../../answers/prepare-input.ts';
import { type KnownName, listKnown } from '../../answers/names/require-names.ts';
import { standInNames } from '../../answers/stand-ins/names.ts';
import type { StandInNames } from '../../answers/stand-ins/stand-ins.ts';
import type { Answer } from '../../domain/answer.ts';
import { lookUp, type LookUpWish } from '../../answers/written/look-up.ts';
import type { LookUp } from '../../answers/written/item.ts';
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

/** Keeps the columns of the logs with the process kept under the key, and answers from both. */
export function answerWithLogs(
  asked: QuestionAsked,
  key: string,
  logs: AnswerInput['logs'],
): Answer | 'needs columns' | 'needs input' {
  const input = kept.get(key);
  if (input === undefined) return 'needs input';
  const whole = { ...input, logs };
  keep(key, whole);
  return answerQuestion(asked, whole);
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

export interface ToldNames {
  /** Every name that is told of a process. */
  readonly known: readonly KnownName[];
  /** The same by what is done with them when words leave. */
  readonly standIns: StandInNames;
  /** Of activities, by their ids. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Of the process kept under the key. */
export function namesKept(key: string): ToldNames | 'needs input' {
  const input = kept.get(key);
  return input === undefined ? 'needs input' : toldNames(input);
}

/** Keeps the process under the key, and lists its names. */
export function namesFrom(key: string, input: AnswerInput): ToldNames {
  keep(key, input);
  return toldNames(input);
}

const toldNames = (input: AnswerInput): ToldNames => ({
  known: listKnown(input),
  standIns: standInNames(input),
  labels: Object.fromEntries(input.graph.activities.map(({ id, label }) => [id, label])),
});

/** As `answerKept`, of one tool as models are given it. */
export function lookUpKept(wish: LookUpWish, key: string): LookUp | 'needs input' {
  const input = kept.get(key);
  return input === undefined ? 'needs input' : lookUp(wish, input);
}

/** Keeps the process under the key, and asks the tool of it. */
export function lookUpFrom(wish: LookUpWish, key: string, input: AnswerInput): LookUp {
  keep(key, input);
  return lookUp(wish, input);
}

function keep(key: string, input: AnswerInput): void {
  kept.set(key, input);
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
  // A second's work for 100,000 segments: begun as soon as the answer is out, not when the first question needs it.
  setImmediate(() => prepareInput(input));
}
