// What is looked for in what people say, and what is looked at: words with what may be said for them, and a sentence.
import { rootOf } from '../../names/same-word.ts';
import { findPhrases } from '../../words/phrasal-verbs.ts';
import { wordsOf } from '../../words/word-index.ts';
import type { WantedWord } from './wanted.ts';

export interface Sought extends WantedWord {
  /** Roots of words that are said and mean it. */
  readonly roots: ReadonlySet<string>;
  readonly places: number;
}

export interface Candidate {
  readonly text: string;
  /** What is said next in the recording; empty where nothing is. */
  readonly next: string;
}

/** Which of the words stand in a part of a sentence. */
export function standIn(part: string, sought: readonly Sought[]): Sought[] {
  const words = wordsOf(part);
  const roots = new Set([...words.map(rootOf), ...findPhrases(words).map(({ root }) => root)]);
  return sought.filter((word) => [...word.roots, rootOf(word.word)].some((root) => roots.has(root)));
}
