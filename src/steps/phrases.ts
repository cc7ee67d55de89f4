// Noun phrases: which words belong together as one thing or party.
import { DETERMINERS, EMPTY_NOUNS, POSSESSIVES, PRONOUNS, WEAK_ADJECTIVES } from './lexicon.ts';
import type { Word } from './words.ts';

/** A noun phrase or pronoun: words `from` to `to` (exclusive), `head` the noun. `prep` is the preposition before it. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly prep: string | null;
  readonly isPronoun: boolean;
  /** Lower-case words without determiners, as said: "credit note". For pronouns the pronoun. */
  readonly text: string;
  readonly headWord: string;
}

/** Reads the noun phrase that starts at `at`, if one does. */
export function readPhrase(words: readonly Word[], at: number, prep: string | null = null): Phrase | undefined {
  const first = words[at];
  if (!first) return undefined;
  const end = nominalEnd(words, at);
  if (end > at) {
    const ofEnd = end + (words[end]?.lower === 'of' ? 1 : 0);
    const inner = ofEnd > end ? readPhrase(words, ofEnd) : undefined;
    const head = words[end - 1];
    if (inner && head) {
      const isMeasure = EMPTY_NOUNS.has(head.lower) || head.pos === 'DET' || head.pos === 'ADJ';
      return buildPhrase(words, { from: at, to: inner.to, head: isMeasure ? inner.head : end - 1, prep });
    }
    return buildPhrase(words, { from: at, to: end, head: end - 1, prep });
  }
  if (!PRONOUNS.has(first.lower) || first.pos === 'SCONJ' || first.pos === 'AUX') return undefined;
  if (first.lower === 'there' && first.pos === 'PRON') return undefined;
  return { from: at, to: at + 1, head: at, prep, isPronoun: true, text: first.lower, headWord: first.lower };
}

function buildPhrase(
  words: readonly Word[],
  span: { readonly from: number; readonly to: number; readonly head: number; readonly prep: string | null },
): Phrase {
  const inside = words.slice(span.from, span.to);
  const text = inside
    .filter((word, place) => !DETERMINERS.has(word.lower) || (place > 0 && !isDeterminerWord(word)))
    .map((word) => (isName(word) ? word.text : word.lower))
    .join(' ')
    .replaceAll(" 's", "'s")
    .replaceAll(" '", "'");
  const headWord = words[span.head]?.lower ?? '';
  return { ...span, isPronoun: false, text: text || headWord, headWord };
}

/** Where the run of determiners, adjectives, numbers and nouns from `at` ends; `at` when it holds no noun. */
function nominalEnd(words: readonly Word[], at: number): number {
  let end = at;
  let lastNoun = at;
  for (; end < words.length; end += 1) {
    const word = words[end];
    const previous = words[end - 1];
    if (!word || (end > at && startsAnew(word, previous, words[end + 1]))) break;
    if (end > at && word.segment !== previous?.segment && isBreak(previous, word)) break;
    if (word.pos === 'NOUN' || word.pos === 'PROPN' || word.pos === 'SYM' || word.pos === 'X') lastNoun = end + 1;
    else if (word.pos === 'NUM') lastNoun = isCounted(words[end + 1]) ? lastNoun : end + 1;
    else if (!isModifier(words, end, at)) break;
  }
  if (lastNoun > at) return lastNoun;
  // "to legal", "the red": an adjective after a determiner or preposition can stand for a noun.
  const alone = words[at];
  const next = words[at + 1];
  if (alone?.pos === 'DET' && next?.pos === 'ADJ' && !isCounted(words[at + 2])) return at + 2;
  if (alone?.pos === 'ADJ' && words[at - 1]?.pos === 'ADP' && !isCounted(next)) return at + 1;
  return at;
}

function startsAnew(word: Word, previous: Word | undefined, next: Word | undefined): boolean {
  const isOpener = word.pos === 'DET' || (word.pos === 'PRON' && POSSESSIVES.has(word.lower));
  if (isOpener) return previous?.pos !== 'DET' && !(previous && /^(all|half|both)$/.test(previous.lower));
  if (word.lower === "'s") return !(next && /^(NOUN|PROPN|ADJ)$/.test(next.pos));
  if (previous?.pos === 'DET' && /^(that|this|those|these)$/.test(previous.lower)) return false;
  return false;
}

/** In speech without stops a new segment starts a new phrase, unless the last word cannot stand at an end. */
function isBreak(previous: Word | undefined, word: Word): boolean {
  return previous?.pos === 'NOUN' || previous?.pos === 'PROPN' || word.pos === 'DET';
}

function isModifier(words: readonly Word[], at: number, from: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (word.pos === 'ADJ' || (word.pos === 'DET' && PRONOUNS.has(word.lower) && at > from)) return true;
  if (word.pos === 'DET') return at === from || words[at - 1]?.pos === 'DET';
  if (word.pos === 'PRON' && POSSESSIVES.has(word.lower))
    return at === from || /^(all|both|half)$/.test(words[at - 1]?.lower ?? '');
  if (word.lower === "'s" || word.lower === "'") return at > from;
  const next = words[at + 1];
  if (word.pos === 'ADV' && at > from && next?.pos === 'ADJ') return true;
  // A participle between determiner and noun: "the blocked invoice", "the requested date".
  const isParticiple = word.pos === 'VERB' && /(ed|ing|en)$/.test(word.lower);
  return (
    isParticiple && at > from && next !== undefined && /^(NOUN|PROPN|ADJ)$/.test(next.pos) && isInside(words[at - 1])
  );
}

function isInside(previous: Word | undefined): boolean {
  return previous !== undefined && /^(DET|ADJ|NUM|PRON)$/.test(previous.pos) && previous.lower !== 'it';
}

function isCounted(next: Word | undefined): boolean {
  return next !== undefined && /^(NOUN|PROPN|ADJ|NUM)$/.test(next.pos);
}

function isDeterminerWord(word: Word): boolean {
  return word.pos === 'DET' || word.pos === 'PRON';
}

/** Capitals that are not only those of a sentence start. */
export function isName(word: Word): boolean {
  return /^\p{Lu}/u.test(word.text) && word.lower !== 'i' && word.pos !== 'DET';
}

/** The words of a phrase that name the thing: no determiners, numbers, weak adjectives or empty nouns. */
export function contentWords(words: readonly Word[], phrase: Phrase): Word[] {
  if (phrase.isPronoun) return [];
  return words
    .slice(phrase.from, phrase.to)
    .filter(
      (word) =>
        !DETERMINERS.has(word.lower) && !WEAK_ADJECTIVES.has(word.lower) && !['DET', 'ADV', 'PUNCT'].includes(word.pos),
    );
}
