// In: a question that was not understood. Out: what of it is not known, and the nearest questions that can be answered.
import type { Answer } from '../domain/answer.ts';
import { foldWord, foldWords } from '../lib/fold-words.ts';
import type { GraphName } from './names/list-names.ts';
import { rootOf, sameWord01 } from './names/same-word.ts';
import { fillExample } from './questions/fill-example.ts';
import type { QuestionKind } from './questions/kind.ts';
import { KINDS } from './questions/kinds/all-kinds.ts';
import { NOT_UNDERSTOOD } from './questions/not-understood.ts';
import type { Reading } from './questions/read-question.ts';

export const REFUSED: Answer = {
  answer: '',
  isAnswered: false,
  understood: null,
  values: {},
  sentences: [],
  definition: null,
  n: null,
  provenance: null,
  followUps: [],
};

export function refuseUnread(
  { unknown, text }: Reading,
  examples: readonly string[],
  names: readonly GraphName[],
): Answer {
  const followUps = examples
    .filter((example) => isOfAny(example))
    .map((example) => fillExample(example, names))
    .filter((each) => each !== undefined);
  // A word of several names ("order") is known, and does not say which of them is meant.
  const isKnown = (word: string): boolean =>
    names.some((name) => name.words.some((each) => sameWord01({ word, stem: rootOf(word) }, each) > 0));
  const strange = unknown.filter((each) => !isKnown(foldWord(each.text)));
  const list = (strange.length > 0 ? strange : unknown).map((each) => `“${each.text}”`).join(', ');
  const why =
    foldWords(text).length === 0
      ? 'There is no word in this question.'
      : unknown.length === 0
        ? NOT_UNDERSTOOD
        : strange.length === 0
          ? `It is not clear which ${list} is meant: several names of this process have the word.`
          : `Nothing in this process is known by ${list}.`;
  return { ...REFUSED, answer: why, followUps: followUps.slice(0, 3) };
}

/** Words of examples that are things of some process: "the tax id". */
const OWN =
  /\b(?:tax id|discount|deposit|customer|vendor|bank|lab|director|supervisor|courier|loans?|parcels?|keys|branch|shelves)\b/;

/** Whether it names nothing of its own, as “the tax id”: this process may have none. */
const isOfAny = (example: string): boolean => !OWN.test(example);

/** What else is asked of the same things. */
export function suggest(kind: QuestionKind, names: readonly GraphName[]): string[] {
  const at = KINDS.indexOf(kind);
  const near = [...KINDS.slice(at + 1, at + 4), ...KINDS.slice(Math.max(0, at - 2), at)];
  return near
    .flatMap(({ examples }) =>
      examples[0] === undefined || !isOfAny(examples[0]) ? [] : (fillExample(examples[0], names) ?? []),
    )
    .slice(0, 3);
}
