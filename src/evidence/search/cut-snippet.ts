// In: a text that was found and the words that found it. Out: what is worth reading of it, and where the words stand.
import type { TextSpan } from '../../domain/search.ts';
import { foldWords } from '../../lib/fold-words.ts';

export interface Snippet {
  /** A piece of the text as it stands in it. */
  readonly text: string;
  /** Where the piece begins in the text. */
  readonly start: number;
  /** Places of the words in the piece. */
  readonly marks: TextSpan[];
}

/** Two or three lines of a list. */
const MOST_CHARACTERS = 220;

/**
 * The piece that holds most different words, near where it begins; a short text is left whole.
 * @param words folded, as `foldWords` gives them
 */
export function cutSnippet(text: string, words: ReadonlySet<string>, most = MOST_CHARACTERS): Snippet {
  const found = foldWords(text).filter(({ word }) => words.has(word));
  if (text.length <= most) return { text, start: 0, marks: found.map(toSpan) };
  const best = findDensest(found, most);
  // A little of what stands before the first word, so that the piece reads as a sentence.
  const from = startOfWord(text, Math.max(0, Math.min((best?.start ?? 0) - Math.floor(most / 5), text.length - most)));
  const to = endOfWord(text, Math.min(text.length, from + most));
  const marks = found.filter(({ start, end }) => start >= from && end <= to);
  return {
    text: text.slice(from, to),
    start: from,
    marks: marks.map(({ start, end }) => ({ start: start - from, end: end - from })),
  };
}

interface Found {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const toSpan = ({ start, end }: Found): TextSpan => ({ start, end });

/** The first word of the shortest stretch in which most different ones stand. */
function findDensest(found: readonly Found[], most: number): Found | undefined {
  let best: { readonly first: Found; readonly words: number; readonly length: number } | undefined;
  for (const first of found) {
    const within = found.filter(({ start, end }) => start >= first.start && end <= first.start + most);
    const firsts = new Map(within.toReversed().map((each) => [each.word, each.end]));
    const length = Math.max(...firsts.values()) - first.start;
    const isBetter =
      best === undefined || firsts.size > best.words || (firsts.size === best.words && length < best.length);
    if (isBetter) best = { first, words: firsts.size, length };
  }
  return best?.first;
}

/** Forward to where a word begins, unless that is far. */
function startOfWord(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.slice(at - 1, at + 30).search(/\s\S/);
  return blank < 0 ? at : at + blank;
}

function endOfWord(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = text.slice(0, at + 1).search(/\s\S*$/);
  return blank > at - 30 ? blank : at;
}
