// What the repairs know of single words: verbs of offices, determiners, pronouns that are objects, and base forms.
import type { TaggedWord } from '../src/needs/tagger.ts';
import table from './wink-tagger-verbs.json' with { type: 'json' };

export const OFFICE_VERBS: ReadonlySet<string> = new Set(table.verbs);
export const OBJECTS = wordSet('it them him her that this those these me us everything both');
const DETERMINERS = wordSet('a an the my our your his their its no any some each every another');

/** Articles, possessives, "each": what comes next is a thing. */
export function isDeterminer(word: TaggedWord | undefined): boolean {
  return word !== undefined && DETERMINERS.has(word.text.toLowerCase());
}

/** Verbs that are as often nouns: only these go back to nouns after a determiner. */
export function isNounBase(lower: string): boolean {
  return OFFICE_VERBS.has(lower) || OFFICE_VERBS.has(lower.replace(/s$/, ''));
}

/** A determiner, an object pronoun or a possessive comes next: the word before it governs it. */
export function opensNounPhrase(after: TaggedWord | undefined): boolean {
  return after !== undefined && (isDeterminer(after) || (after.pos !== 'ADV' && OBJECTS.has(after.text.toLowerCase())));
}

/** "PO", "R&D", "SKUs". */
export function isAcronym(text: string): boolean {
  return text.length > 1 && /^[A-Z][A-Z0-9&/]+s?$/.test(text);
}

/** "releases" to "release", "copies" to "copy", "emailing" to "email": only for words the model lemmatised as nouns. */
export function baseOf(lower: string): string {
  if (OFFICE_VERBS.has(lower)) return lower;
  if (lower === 'goes' || lower === 'does') return lower.slice(0, 2);
  const cuts: readonly (readonly [RegExp, string])[] = [
    [/ies$/, 'y'],
    [/(?<=ch|sh|ss|x|z)es$/, ''],
    [/s$/, ''],
    [/([bdgmnprt])\1(?:ing|ed)$/, '$1'],
    [/(?:ing|ed)$/, ''],
    [/(?:ing|ed)$/, 'e'],
    [/ied$/, 'y'],
  ];
  const candidates = cuts.filter(([cut]) => cut.test(lower)).map(([cut, to]) => lower.replace(cut, to));
  return candidates.find((base) => OFFICE_VERBS.has(base)) ?? (lower.endsWith('ss') ? lower : lower.replace(/s$/, ''));
}

/** The words of a list that stands in one line. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
