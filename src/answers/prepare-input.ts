// In: a process that questions will be asked of. Out: what all of them look things up in, made before it is needed.
import type { AnswerInput } from './answer-input.ts';
import { listNames } from './names/list-names.ts';
import { indexWords } from './words/word-index.ts';

/** About a second for 100,000 segments; nothing where it was made before. */
export function prepareInput(input: AnswerInput): void {
  listNames(input);
  if (input.said !== undefined) indexWords(input.said);
}
