// Questions that ask two things at once: both are answered, or it is said which of them can be.
import type { Answer } from '../../domain/answer.ts';
import { foldWords } from '../../lib/fold-words.ts';
import { findNames } from '../names/find-names.ts';
import type { GraphName } from '../names/list-names.ts';
import { spellOut } from './spell-out.ts';
import { typeWord } from './type-word.ts';

const AND = /[,;]?\s+and\s+(?=(?:who|how (?:long|many|often|much)|what|which|when|where|why)\b)/i;

/** Undefined where it asks one thing, or its second part says nothing without the first ("... and why?"). */
export function splitCompound(question: string, names: readonly GraphName[]): readonly [string, string] | undefined {
  const [one, other, more] = question.split(AND);
  if (one === undefined || other === undefined || more !== undefined) return undefined;
  if (!/^\W*(?:who|how|what|which|when|where|why)\b/i.test(one) || !saysMore(one, names) || !saysMore(other, names))
    return undefined;
  return [`${one.replace(/[?.\s]+$/, '')}?`, other];
}

/** Whether it names an activity itself. */
function saysMore(part: string, names: readonly GraphName[]): boolean {
  const words = foldWords(spellOut(part)).map(({ word }) => typeWord(word, names));
  return findNames(words, names).some(({ names: of }) => of.activity !== undefined);
}

/** A part that cannot be answered is never left out silently. */
export function joinAnswers(first: Answer, second: Answer, parts: readonly [string, string]): Answer {
  if (first.isAnswered !== second.isAnswered) {
    const [asked, refused] = first.isAnswered ? [parts[0], second] : [parts[1], first];
    return {
      ...refused,
      answer: `${refused.answer} The other part can be answered by itself.`,
      followUps: [asked.charAt(0).toUpperCase() + asked.slice(1)],
    };
  }
  if (!first.isAnswered) return first;
  return {
    ...first,
    answer: `${first.answer} ${second.answer}`,
    values: { ...second.values, ...first.values, ...Object.fromEntries(clashing(first, second)) },
    sentences: [...first.sentences, ...second.sentences],
  };
}

/** Values of the second part that the first one has by the same name. */
const clashing = ({ values }: Answer, second: Answer): [string, Answer['values'][string]][] =>
  Object.entries(second.values)
    .flatMap(([key, value]) => (key in values ? [[`${key}2`, value] as const] : []))
    .map(([key, value]) => [key, value]);
