// In: all that is said in a process. Out: where the words of a question are said, without reading it all again.
import { foldWords } from '../../lib/fold-words.ts';
import { keepFor } from '../../lib/keep-for.ts';
import type { SaidRecording } from '../answer-input.ts';
import { rootOf, sameWord01 } from '../names/same-word.ts';
import { rootsAlike } from './alike.ts';
import { joinNumbers } from './say-number.ts';

export interface WordIndex {
  /** Numbers of segments over all recordings, in order. */
  readonly placesOf: ReadonlyMap<string, readonly number[]>;
  /** A word of each root, to find slips. */
  readonly wordOf: ReadonlyMap<string, string>;
  readonly segments: readonly { readonly said: SaidRecording; readonly at: number }[];
}

/** Made once for what is said: about a second for 100,000 segments. */
export const indexWords = keepFor((all: readonly SaidRecording[]): WordIndex => {
  const placesOf = new Map<string, number[]>();
  const wordOf = new Map<string, string>();
  const roots = new Map<string, string>();
  const segments = all.flatMap((said) => said.segments.map((_, at) => ({ said, at })));
  for (const [place, { said, at }] of segments.entries()) {
    // What somebody else says in a recording, an interviewer as a rule, is not told by its narrator.
    if (said.segments[at]!.speaker !== undefined) continue;
    for (const word of wordsOf(said.segments[at]!.text)) {
      let root = roots.get(word);
      if (root === undefined) {
        root = rootOf(word);
        roots.set(word, root);
        wordOf.set(root, wordOf.get(root) ?? word);
      }
      const places = placesOf.get(root);
      if (places === undefined) placesOf.set(root, [place]);
      else if (places.at(-1) !== place) places.push(place);
    }
  }
  return { placesOf, wordOf, segments };
});

/** Folded, numbers in digits. */
export const wordsOf = (text: string): string[] => joinNumbers(foldWords(text).map(({ word }) => word));

/** Roots that are said and may be what the word means: another form, another word for the same, or a slip of it. */
export function rootsSaid(word: string, { placesOf, wordOf }: WordIndex): string[] {
  const root = rootOf(word);
  const said = [...rootsAlike(root)].filter((each) => placesOf.has(each));
  if (said.length > 0 || /\d/.test(word)) return said;
  return [...wordOf].flatMap(([each, known]) =>
    sameWord01({ word, stem: root }, { word: known, stem: each }) > 0 ? [each] : [],
  );
}

/**
 * Segments in which all words are said; where there is none, pairs of neighbours in which they are, by the first of
 * the two. Empty where one of the words is said nowhere.
 */
export function findSegments(words: readonly string[], index: WordIndex): { place: number; segments: 1 | 2 }[] {
  const each = words.map((word) => new Set(rootsSaid(word, index).flatMap((root) => index.placesOf.get(root) ?? [])));
  const [rarest, ...others] = each.toSorted((a, b) => a.size - b.size);
  if (rarest === undefined || rarest.size === 0) return [];
  const together = [...rarest].filter((place) => others.every((places) => places.has(place)));
  if (together.length > 0) return together.toSorted((a, b) => a - b).map((place) => ({ place, segments: 1 }));
  const isPair = (first: number): boolean =>
    index.segments[first]?.said === index.segments[first + 1]?.said &&
    each.every((places) => places.has(first) || places.has(first + 1));
  const firsts = new Set(
    [...rarest].flatMap((place) => [place - 1, place]).filter((first) => first >= 0 && isPair(first)),
  );
  return [...firsts].toSorted((a, b) => a - b).map((place) => ({ place, segments: 2 }));
}
