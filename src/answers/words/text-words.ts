// How much of what a question is about stands in a text.
import { rootsAlike } from './alike.ts';
import { wordsOf } from './word-index.ts';
import { rootOf, type RootedWord, sameWord01 } from '../names/same-word.ts';

/** A text as it is compared, each word once. */
export interface TextWords {
  readonly words: readonly RootedWord[];
  readonly stems: ReadonlySet<string>;
}

export function readText(text: string): TextWords {
  const words = [...new Set(wordsOf(text))].map((word) => ({ word, stem: rootOf(word) }));
  return { words, stems: new Set(words.map(({ stem }) => stem)) };
}

/** Whether all words stand in the text, in some form, misspelt, or as another word for the same. */
export const hasAll = (words: readonly string[], text: TextWords): boolean => words.every((word) => has(word, text));

function has(word: string, { words, stems }: TextWords): boolean {
  const typed = { word, stem: rootOf(word) };
  if ([...rootsAlike(typed.stem)].some((stem) => stems.has(stem))) return true;
  return words.some((each) => sameWord01(typed, each) > 0);
}
