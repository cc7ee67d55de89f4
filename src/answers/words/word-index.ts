// In: all that is said in a process. Out: where the words of a question are said, without reading it all again.
import { foldWords } from '../../lib/fold-words.ts';
import { keepFor } from '../../lib/keep-for.ts';
import type { SaidRecording } from '../answer-input.ts';
import { rootOf, type RootedWord, sameWord01 } from '../names/same-word.ts';
import { rootsAlike } from './alike.ts';
import { findPhrases } from './phrasal-verbs.ts';
import { joinNumbers } from './say-number.ts';

export interface WordIndex {
  /** Numbers of segments over all recordings, in order. */
  readonly placesOf: ReadonlyMap<string, readonly number[]>;
  /** A word of each root by its first letter, to find slips: of that letter people are sure. */
  readonly wordsFrom: ReadonlyMap<string, readonly RootedWord[]>;
  readonly segments: readonly { readonly said: SaidRecording; readonly at: number }[];
}

/** Made once for what is said: about a second for 100,000 segments. */
export const indexWords = keepFor((all: readonly SaidRecording[]): WordIndex => {
  const placesOf = new Map<string, number[]>();
  const listOf = new Map<string, number[]>();
  const words: RootedWord[] = [];
  const segments = all.flatMap((said) => said.segments.map((_, at) => ({ said, at })));
  for (const [place, { said: recording, at }] of segments.entries()) {
    const { speaker, text } = recording.segments[at]!;
    // What somebody else says in a recording, an interviewer as a rule, is not told by its narrator.
    if (speaker !== undefined) continue;
    const said = wordsOf(text);
    for (const { root } of findPhrases(said)) {
      const list = placesOf.get(root) ?? [];
      if (list.length === 0) words.push({ word: root, stem: root });
      placesOf.set(root, list);
      if (list.at(-1) !== place) list.push(place);
    }
    for (const word of said) {
      let list = listOf.get(word);
      if (list === undefined) {
        const stem = rootOf(word);
        list = placesOf.get(stem) ?? [];
        if (list.length === 0) words.push({ word, stem });
        placesOf.set(stem, list);
        listOf.set(word, list);
      }
      if (list.at(-1) !== place) list.push(place);
    }
  }
  return { placesOf, wordsFrom: Map.groupBy(words, ({ word }) => word[0] ?? ''), segments };
});

const PLAIN = /^[ -~]*$/;

/** Folded, numbers in digits. */
export function wordsOf(text: string): string[] {
  // Most text is ASCII, where a word is found in a third of the time.
  const words = PLAIN.test(text)
    ? (text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    : foldWords(text).map(({ word }) => word);
  return joinNumbers(words);
}

/** Roots that are said and may be what the word means: another form, another word for the same, or a slip of it. */
export function rootsSaid(word: string, { placesOf, wordsFrom }: WordIndex): string[] {
  const stem = rootOf(word);
  const said = [...rootsAlike(stem)].filter((each) => placesOf.has(each));
  if (said.length > 0 || /\d/.test(word)) return said;
  const near = wordsFrom.get(word[0] ?? '') ?? [];
  return near.flatMap((known) => (sameWord01({ word, stem }, known) > 0 ? [known.stem] : []));
}

/**
 * Segments in which all words are said; where there is none, pairs of neighbours in which they are, by the first of
 * the two. Empty where one of the words is said nowhere.
 */
export function findSegments(words: readonly string[], index: WordIndex): { place: number; segments: 1 | 2 }[] {
  const said: Said[] = [];
  for (const word of words) {
    const lists = rootsSaid(word, index).map((root) => index.placesOf.get(root) ?? []);
    if (lists.length === 0) return [];
    said.push({ lists, size: lists.reduce((sum, list) => sum + list.length, 0) });
  }
  const [rarest, ...others] = said.toSorted((a, b) => a.size - b.size);
  if (rarest === undefined) return [];
  const places = [...new Set(rarest.lists.flat())].toSorted((a, b) => a - b);
  const together = places.filter((place) => others.every((each) => isIn(each, place)));
  if (together.length > 0) return together.map((place) => ({ place, segments: 1 }));
  const isPair = (first: number): boolean =>
    index.segments[first]?.said === index.segments[first + 1]?.said &&
    said.every((each) => isIn(each, first) || isIn(each, first + 1));
  const firsts = new Set(places.flatMap((place) => [place - 1, place]).filter((first) => first >= 0 && isPair(first)));
  return [...firsts].map((place) => ({ place, segments: 2 }));
}

/** Where any of the roots is said. */
interface Said {
  readonly lists: readonly (readonly number[])[];
  readonly size: number;
}

const isIn = ({ lists }: Said, place: number): boolean => lists.some((list) => hasSorted(list, place));

function hasSorted(list: readonly number[], wanted: number): boolean {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (list[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return list[from] === wanted;
}
