// In: a sentence, the items that it cites, the names of the process. Out: the first name in it that they do not hold.
import type { NameKind } from '../../../domain/answer.ts';
import { foldWord, foldWords } from '../../../lib/fold-words.ts';
import { stemWord } from '../../../lib/stem-word.ts';
import { foldText } from './check-numbers.ts';
import { isCommonWord } from './vocabulary.ts';

export interface KnownName {
  readonly kind: NameKind;
  readonly name: string;
}

export interface CitedNames {
  /** All texts of the cited items. */
  readonly texts: readonly string[];
  /** Every name of the process. */
  readonly vocabulary: readonly KnownName[];
}

const CAPITAL = /(?<![\p{L}\p{N}])[\p{L}\p{N}’'/&.-]*\p{Lu}[\p{L}\p{N}’'/&.-]*/gu;

/**
 * Words with capitals must stand in what is cited; so must names of people, roles and systems, however they are written,
 * and longer names of the map: that a name is known is not enough, where nothing that is cited has to do with it.
 */
export function findStrangeName(text: string, { texts, vocabulary }: CitedNames): string | undefined {
  const cited = foldText(texts.join(' . '));
  const stems = new Set(foldWords(cited).map(({ word }) => stemWord(word)));
  const isHeld = (word: string): boolean => cited.includes(foldText(word)) || stems.has(stemWord(foldWord(word)));
  for (const { index, 0: raw } of text.matchAll(CAPITAL)) {
    const word = raw.replace(/[’']s?$|[.'’-]+$/gu, '');
    if (word === '' || word === 'I' || isHeld(word)) continue;
    const isFirst = /(?:^|[.!?:;–—(]\s*)$/u.test(text.slice(0, index).trimEnd() === '' ? '' : text.slice(0, index));
    const isPlain = /^\p{Lu}[\p{Ll}’'-]*$/u.test(word);
    if (isFirst && isPlain && word.split(/[-’']/).every((part) => isCommonWord(foldWord(part)))) continue;
    return word;
  }
  return findUncited(text, cited, vocabulary);
}

/** Single words for things ("order") are said in many ways; of them only names of people, roles and systems are looked for. */
function findUncited(text: string, cited: string, vocabulary: readonly KnownName[]): string | undefined {
  const folded = foldText(text);
  const held = vocabulary.filter(({ name }) => cited.includes(foldText(name))).map(({ name }) => foldText(name));
  return vocabulary.find(({ kind, name }) => {
    const words = foldText(name);
    const isLong = words.trim().includes(' ');
    if (words.trim() === '' || !folded.includes(words) || cited.includes(words)) return false;
    if (!isLong && (kind === 'activity' || kind === 'artifact' || isCommonWord(words.trim()))) return false;
    // "credit" inside of "credit controller", which is cited.
    return !held.some((other) => other !== words && other.includes(words) && folded.includes(other));
  })?.name;
}
