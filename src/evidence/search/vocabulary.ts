// In: all words of the texts that can be searched. Out: which of them somebody may mean by a word they typed.
import { editDistance } from '../../lib/edit-distance.ts';
import { foldWord, foldWords } from '../../lib/fold-words.ts';
import { FUNCTION_WORDS } from '../../lib/function-words.ts';
import { stemWord } from '../../lib/stem-word.ts';

/** A word as it stands in texts. */
export interface WordForm {
  readonly word: string;
  /** In how many texts it stands. */
  readonly texts: number;
  /** 1 for what was typed, less for what only may be meant. */
  readonly weight: number;
}

/** A word that was typed, with the words of the texts that answer it, the nearest first; none when there are none. */
export interface SoughtWord {
  readonly typed: string;
  readonly forms: readonly WordForm[];
  /** Whether all forms are only nearly spelt so. */
  readonly isCorrected: boolean;
}

export interface Vocabulary {
  /** The words of a query in order, each once; those that only hold sentences together are left out beside others. */
  seek(query: string): SoughtWord[];
}

const WEIGHTS = { typed: 1, sameStem: 0.9, begun: 0.6, oneSlip: 0.5, twoSlips: 0.35 } as const;
/** More forms of one word than this would make it mean anything. */
const MOST_FORMS = 24;

interface KnownWord {
  readonly word: string;
  readonly folded: string;
  readonly texts: number;
  readonly letters: number;
}

/** @param words as the index has them, each with the number of texts it stands in */
export function createVocabulary(words: Iterable<readonly [word: string, texts: number]>): Vocabulary {
  const known: KnownWord[] = [];
  const byStem = new Map<string, KnownWord[]>();
  for (const [word, texts] of words) {
    const folded = foldWord(word);
    const one = { word, folded, texts, letters: lettersIn(folded) };
    known.push(one);
    const stem = stemWord(folded);
    const alike = byStem.get(stem);
    if (alike) alike.push(one);
    else byStem.set(stem, [one]);
  }
  known.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));

  const seekOne = (typed: string, isLast: boolean): SoughtWord => {
    const inflected = (byStem.get(stemWord(typed)) ?? []).map((one) =>
      toForm(one, one.folded === typed ? WEIGHTS.typed : WEIGHTS.sameStem),
    );
    const begun = isLast && typed.length > 1 ? findBegun(known, typed) : [];
    const found = [...inflected, ...begun.map((one) => toForm(one, WEIGHTS.begun))];
    if (found.length > 0) return { typed, forms: tidy(found), isCorrected: false };
    const near = findNear(known, typed);
    return { typed, forms: tidy(near), isCorrected: near.length > 0 };
  };

  return {
    seek: (query) => {
      const typed = foldWords(query).map(({ word }) => word);
      const content = typed.filter((word) => !FUNCTION_WORDS.has(word));
      const wanted = content.length > 0 ? content : typed;
      const last = wanted.at(-1) === typed.at(-1) && !/\s$/.test(query) ? wanted.at(-1) : undefined;
      return [...new Set(wanted)].map((word) => seekOne(word, word === last));
    },
  };
}

const toForm = ({ word, texts }: KnownWord, weight: number): WordForm => ({ word, texts, weight });

/** The nearest first, then the most frequent; each word once. */
function tidy(forms: readonly WordForm[]): WordForm[] {
  const sorted = forms.toSorted((a, b) => b.weight - a.weight || b.texts - a.texts || (a.word < b.word ? -1 : 1));
  const seen = new Set<string>();
  return sorted.filter(({ word }) => !seen.has(word) && seen.add(word)).slice(0, MOST_FORMS);
}

/** Words that begin with what was typed. */
function findBegun(sorted: readonly KnownWord[], typed: string): KnownWord[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.folded ?? '') < typed) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (sorted[end]?.folded.startsWith(typed)) end += 1;
  return sorted.slice(low, end);
}

/** Words one slip away, two for long ones. Numbers are never nearly another number. */
function findNear(known: readonly KnownWord[], typed: string): WordForm[] {
  const limit = typed.length >= 8 ? 2 : 1;
  if (typed.length < 4 || /\p{N}/u.test(typed)) return [];
  const letters = lettersIn(typed);
  const near: WordForm[] = [];
  for (const one of known) {
    if (Math.abs(one.folded.length - typed.length) > limit || countBits(one.letters ^ letters) > 2 * limit) continue;
    const slips = editDistance(typed, one.folded, limit);
    if (slips <= limit) near.push(toForm(one, slips === 1 ? WEIGHTS.oneSlip : WEIGHTS.twoSlips));
  }
  const fewest = Math.max(...near.map(({ weight }) => weight));
  return near.filter(({ weight }) => weight === fewest);
}

/** One bit for each letter that occurs: a slip changes at most two of them. */
function lettersIn(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function countBits(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
