// In: the names of a process. Out: which of their words a word of a question may mean, found without reading all names.
import { keepFor } from '../../lib/keep-for.ts';
import type { QuestionWord } from './find-names.ts';
import type { GraphName } from './list-names.ts';
import { sameWord01 } from './same-word.ts';
import { rootsOfMeaning } from '../words/same-meaning.ts';

/** "Registration" of "register": as good as another form. */
const NOUN = 0.9;
const isNounOf = (one: string, other: string): boolean => one.slice(0, 4) === other.slice(0, 4);

/** Below any form of the word itself, above a slip of two letters. */
export const SAME_MEANING = 0.7;

interface NameWords {
  readonly words: readonly { readonly word: string; readonly stem: string }[];
  readonly namesOf: ReadonlyMap<string, readonly GraphName[]>;
  /** By word of a question, as long as its reading is kept. */
  readonly rated: WeakMap<QuestionWord, ReadonlyMap<string, number>>;
}

const indexNames = keepFor((names: readonly GraphName[]): NameWords => {
  const words = new Map(names.flatMap((name) => name.words.map((each) => [each.word, each] as const)));
  const namesOf = new Map<string, GraphName[]>();
  for (const name of names) {
    for (const word of new Set(name.words.map((each) => each.word))) {
      const known = namesOf.get(word);
      if (known === undefined) namesOf.set(word, [name]);
      else known.push(name);
    }
  }
  return { words: [...words.values()], namesOf, rated: new WeakMap() };
});

/** How much each word of the names is meant by the word, 0 to 1; those that are not meant at all are left out. */
export function rateWord(word: QuestionWord, names: readonly GraphName[]): ReadonlyMap<string, number> {
  const { words, rated } = indexNames(names);
  const known = rated.get(word);
  if (known !== undefined) return known;
  const rates = new Map<string, number>();
  for (const each of words) {
    const rate = sameWord01(word, each);
    // A common word is another form of a name's word, never a slip of it.
    if (rate > (word.isCommon ? 0.95 : 0)) rates.set(each.word, rate);
  }
  // Only where the process has no such word itself: "check" is "check label" where there is also "review label".
  if (rates.size === 0 && !word.isCommon) {
    const same = rootsOfMeaning(word.stem);
    for (const each of words)
      if (same.has(each.stem)) rates.set(each.word, isNounOf(word.stem, each.stem) ? NOUN : SAME_MEANING);
  }
  rated.set(word, rates);
  return rates;
}

/** Names that have a word which the word may mean. */
export function namesMeant(word: QuestionWord, names: readonly GraphName[]): readonly GraphName[] {
  const { namesOf } = indexNames(names);
  const all = [...rateWord(word, names).keys()].flatMap((each) => namesOf.get(each) ?? []);
  return [...new Set(all)];
}
