// In: a word of a question. Out: what kind of word it is, slips put right.
import { keepFor } from '../../lib/keep-for.ts';
import type { QuestionWord } from '../names/find-names.ts';
import type { GraphName } from '../names/list-names.ts';
import { rootOf, type RootedWord, sameWord01 } from '../names/same-word.ts';
import { rootsOfMeaning } from '../words/same-meaning.ts';
import { isConcept, SLIP_WORDS } from './concepts.ts';
import { isFiller, LONG_FILLERS } from './fillers.ts';

const SLIPS = [...SLIP_WORDS].map(([word, stem]) => ({ word, stem }));
const FILLER_SLIPS = LONG_FILLERS.map((word) => ({ word, stem: rootOf(word) }));

/** Words as they were read before: the readings of a question have the same ones. */
const wordsTyped = keepFor<readonly GraphName[], Map<string, QuestionWord>>(() => new Map());

/** People ask in few words, but a program may ask in all there are. */
const MOST_KEPT = 5000;

export function typeWord(word: string, names: readonly GraphName[]): QuestionWord {
  const kept = wordsTyped(names);
  const known = kept.get(word) ?? toWord(word, names);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(word, known);
  return known;
}

/** A slip in a word that says what is asked for is put right, unless the word may as well be a name. */
function toWord(word: string, names: readonly GraphName[]): QuestionWord {
  const typed = { word, stem: rootOf(word) };
  const isFillerWord = isFiller(word);
  const isCommon = isFillerWord || isConcept(typed.stem);
  if (isCommon || rootsOfMeaning(typed.stem).size > 0 || isNameWord(typed, names))
    return { ...typed, isFiller: isFillerWord, isCommon };
  const meant = SLIPS.find((each) => each.stem === typed.stem) ?? SLIPS.find((each) => isSlip(typed, each));
  if (meant) return { word, stem: meant.stem, isFiller: false, isCommon: true };
  const filler = FILLER_SLIPS.find((each) => isSlip(typed, each));
  return { word, stem: filler?.stem ?? typed.stem, isFiller: filler !== undefined, isCommon: filler !== undefined };
}

/** "Incomplete" is no slip of "complete". */
const NEGATED = /^(?:in|im|un|ir|dis|non)/;

/** One letter, in long words two: "director" is no slip of "directly". */
const isSlip = (typed: RootedWord, known: RootedWord): boolean =>
  !NEGATED.test(typed.word) && sameWord01(typed, known) > (typed.word.length >= 10 ? 0 : 0.7);

/** Whether it is a word of a name, in some form or misspelt. */
function isNameWord(typed: RootedWord, names: readonly GraphName[]): boolean {
  const known = wordsOfNames(names);
  return known.some((each) => sameWord01(typed, each) > 0);
}

const wordsOfNames = keepFor((names: readonly GraphName[]): readonly RootedWord[] => [
  ...new Map(names.flatMap((name) => name.words.map((each) => [each.word, each] as const))).values(),
]);
