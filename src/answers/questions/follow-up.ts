// In: a question that goes on from another one, and how that was understood. Out: the same as a question by itself.
import type { Mention, UnderstoodQuestion } from '../../domain/answer.ts';
import { foldWords } from '../../lib/fold-words.ts';
import { findNames } from '../names/find-names.ts';
import type { GraphName } from '../names/list-names.ts';
import { COMPOSED } from './compose/compose.ts';
import type { QuestionKind } from './kind.ts';
import { spellOut } from './spell-out.ts';
import { typeWord } from './type-word.ts';

/** The name that an answer told: what "it" means in the next question, and no part of what was asked. */
export const TOLD_NAME = 'answer';

const GOES_ON = /^\s*(?:(?:and|but|ok|so|then|now)\b[\s,]*)*(?:(?:what|how) about|same for|the same for|only)?\s*/i;
const ASKS = /^(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|can)\b/i;
const IT = /\b(?:it|that one|that step|this step|that activity|that|this|they|them)\b/i;

/** "And who does it?" with the activity that was asked or told of last; undefined where nothing is meant by "it". */
export function resolveIt(
  question: string,
  previous: UnderstoodQuestion,
  names: readonly GraphName[],
): string | undefined {
  const words = foldWords(spellOut(question)).map(({ word }) => typeWord(word, names));
  if (findNames(words, names).some(({ names: of }) => of.activity !== undefined) || words.length > MOST_WORDS)
    return undefined;
  const activity = previous.mentions.findLast(({ kind }) => kind === 'activity');
  if (activity === undefined || !IT.test(question)) return undefined;
  return question.replace(GOES_ON, '').replace(IT, activity.name);
}

/** Longer ones say themselves what they mean. */
const MOST_WORDS = 9;

/** "And for Yara?": the question before with what this one names, in place of a name of the same kind or besides. */
export function goOnInWords(
  question: string,
  previous: UnderstoodQuestion,
  { names, kinds }: { readonly names: readonly GraphName[]; readonly kinds: readonly QuestionKind[] },
): string | undefined {
  const more = question.replace(GOES_ON, '').replace(/[?!.\s]+$/, '');
  if (more === '' || ASKS.test(more) || more.split(' ').length > MOST_WORDS) return undefined;
  const before = inWords(previous, kinds);
  if (before === undefined) return undefined;
  const words = foldWords(spellOut(more)).map(({ word }) => typeWord(word, names));
  const named = findNames(words, names).flatMap(({ names: of }) => Object.entries(of) as [Mention['kind'], string][]);
  const [only] = named;
  const old =
    named.length === 1 && only
      ? previous.mentions.find(({ kind, lead }) => kind === only[0] && lead !== TOLD_NAME)
      : undefined;
  if (old !== undefined && only !== undefined && before.includes(old.name)) return before.replaceAll(old.name, only[1]);
  const lead = /^(?:for|in|by|with|without|of|from|during|at|before|after|when|where)\b/i.test(more) ? '' : 'for ';
  return `${before} ${lead}${more}?`;
}

/** The question before in words: its own, or an example of its kind with its names. */
function inWords({ kind, mentions, topic }: UnderstoodQuestion, kinds: readonly QuestionKind[]): string | undefined {
  if (kind === COMPOSED) return topic[0]?.replace(/[?!.\s]+$/, '');
  const asked = mentions.filter(({ lead }) => lead !== TOLD_NAME);
  const example = kinds
    .find(({ id }) => id === kind)
    ?.examples.find((each) => (each.match(/\{/g)?.length ?? 0) === asked.length);
  if (example === undefined) return undefined;
  let at = 0;
  return example.replaceAll(/\{\w+\}/g, () => asked[at++]?.name ?? '').replace(/[?!.\s]+$/, '');
}
