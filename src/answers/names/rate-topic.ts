// How much of what a question is about stands in a text.
import { rootsAlike } from '../words/alike.ts';
import { wordsOf } from '../words/word-index.ts';
import { rootOf, sameWord01 } from './same-word.ts';

/** 0 to 1: the share of the words that stand in the text, in some form, or as another word for the same. */
export function rateTopic(words: readonly string[], text: string): number {
  const there = wordsOf(text).map((word) => ({ word, stem: rootOf(word) }));
  const stems = new Set(there.map(({ stem }) => stem));
  const found = words.filter((word) => {
    const typed = { word, stem: rootOf(word) };
    return (
      stems.has(typed.stem) ||
      there.some((each) => sameWord01(typed, each) > 0) ||
      [...rootsAlike(typed.stem)].some((stem) => stems.has(stem))
    );
  });
  return words.length === 0 ? 0 : found.length / words.length;
}
