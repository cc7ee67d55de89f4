// How alike the name of an activity in a log and the name of a told step are; logs like nouns, people like verbs.
import { CANONICAL, classOfVerb, DETERMINERS, FUNCTION_WORDS, POSSESSIVES, PRONOUNS } from '../lexicon.ts';
import table from '../data/name-groups.json' with { type: 'json' };
import { stemWord } from './label-words.ts';

/** A name taken apart once, to be compared often. */
export interface ActivityName {
  /** What is done, in its plain form; undefined when no verb is known. */
  readonly verb: string | undefined;
  /** Stems of all content words, the verb's first if there is one; each once. */
  readonly stems: readonly string[];
  readonly verbStem: string | undefined;
}

/** "Claim registered", "Claim registration" and "register the claim" all register a claim. */
export const readName = (text: string): ActivityName => takeApart(text, findVerb);

/** As people tell it: whatever the first word is, it is what they do ("wipe laptop"). */
export const readTold = (text: string): ActivityName => takeApart(text, findToldVerb);

/** Of a thing or a party: its words, none of them taken for a verb. */
export const readThing = (text: string): readonly string[] => takeApart(text, () => undefined).stems;

function takeApart(text: string, find: (words: readonly string[]) => number | undefined): ActivityName {
  const words = joinPhrases((text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-]\p{L}+)*/gu) ?? []).filter(isContent));
  const at = find(words);
  const verb = at === undefined ? undefined : plainVerb(words[at]!);
  const verbStem = verb === undefined ? undefined : stemWord(verb);
  const rest = words.filter((_, place) => place !== at).map((word) => stemWord(word));
  return { verb, verbStem, stems: [...new Set(verbStem === undefined ? rest : [verbStem, ...rest])] };
}

export type WeightOf = (stem: string) => number;

/** Rare words say more: weight by how few of the names have the word (1 for a word of every name). */
export function weighNames(names: readonly ActivityName[]): WeightOf {
  const counts = new Map<string, number>();
  for (const stem of names.flatMap(({ stems }) => stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => 1 + Math.log(names.length / Math.max(1, counts.get(stem) ?? 1)) / 2;
}

/**
 * 0 to 1: weighted Dice overlap of the words, in which words that stand for each other count in part. Names with verbs
 * that are no doing of one kind ("approve", "reject") have little in common, whatever else they share.
 */
export function nameLikeness01(one: ActivityName, other: ActivityName, weightOf: WeightOf = () => 1): number {
  const total = [...one.stems, ...other.stems].reduce((sum, stem) => sum + weightOf(stem), 0);
  if (total === 0) return 0;
  const found = covered(one, other, weightOf) + covered(other, one, weightOf);
  return (found / total) * (isOtherDoing(one, other) ? OTHER_DOING : 1);
}

/** What is left of the likeness of two names when something else is done. */
const OTHER_DOING = 0.6;
const NEAR_VERB = 0.75;
const NEAR_NOUN = 0.8;

/** Both verbs are known, and neither can stand for the other. */
export const isOtherDoing = (one: ActivityName, other: ActivityName): boolean =>
  one.verb !== undefined && other.verb !== undefined && !areNearVerbs(one.verb, other.verb);

/** Both name a thing that is the same, or nearly. */
export const sharesThing = (one: ActivityName, other: ActivityName): boolean =>
  one.stems.some((stem) => stem !== one.verbStem && bestMatch(stem, one, other) > 0);

/** The words of one that are found in the other, by weight. */
function covered(one: ActivityName, other: ActivityName, weightOf: WeightOf): number {
  return one.stems.reduce((sum, stem) => sum + weightOf(stem) * bestMatch(stem, one, other), 0);
}

function bestMatch(stem: string, one: ActivityName, other: ActivityName): number {
  if (other.stems.includes(stem)) return 1;
  if (stem === one.verbStem) return one.verb && other.verb && areNearVerbs(one.verb, other.verb) ? NEAR_VERB : 0;
  return other.stems.some((each) => each !== other.verbStem && areNearNouns(stem, each)) ? NEAR_NOUN : 0;
}

/** The same plain verb, or one that can stand for it. */
export const areNearVerbs = (one: string, other: string): boolean =>
  one === other || shareGroup(VERB_GROUPS.get(one), VERB_GROUPS.get(other));

const areNearNouns = (one: string, other: string): boolean => shareGroup(NOUN_GROUPS.get(one), NOUN_GROUPS.get(other));

/** Groups of nouns that name nearly the same thing, of which this stem is one. */
export const nounGroupsOf = (stem: string): readonly number[] => NOUN_GROUPS.get(stem) ?? [];

const shareGroup = (one: readonly number[] = [], other: readonly number[] = []): boolean =>
  one.some((group) => other.includes(group));

function indexGroups(groups: readonly (readonly string[])[], keyOf: (word: string) => string): Map<string, number[]> {
  const index = new Map<string, number[]>();
  groups.forEach((words, group) => {
    for (const word of words) index.set(keyOf(word), [...(index.get(keyOf(word)) ?? []), group]);
  });
  return index;
}

const VERB_GROUPS = indexGroups(table.verbs, (word) => word);
const NOUN_GROUPS = indexGroups(table.nouns, stemWord);
const DEVERBAL: Readonly<Record<string, string>> = table.deverbal;
const PARTICIPLES: ReadonlySet<string> = new Set(table.participles);
const NOUN_FIRST: ReadonlySet<string> = new Set(table.nounFirst);
const LIGHT: ReadonlySet<string> = new Set(table.light);
/** Two words that are one: verbs with their particle, "purchase order". */
const PHRASES: ReadonlySet<string> = new Set(
  [...table.verbs, ...table.nouns].flat().filter((word) => word.includes(' ')),
);

/** Not "the", "about", nor a code such as "T02". */
const isContent = (word: string): boolean =>
  !DETERMINERS.has(word) &&
  !POSSESSIVES.has(word) &&
  !PRONOUNS.has(word) &&
  (!FUNCTION_WORDS.has(word) || PARTICLES.has(word)) &&
  !/^\p{L}{0,3}\d+$/u.test(word);

const PARTICLES: ReadonlySet<string> = new Set([...PHRASES].map((phrase) => phrase.split(' ')[1]!));

function joinPhrases(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && PHRASES.has(`${before} ${word}`)) joined.splice(-1, 1, `${before} ${word}`);
    else if (!FUNCTION_WORDS.has(word)) joined.push(word);
  }
  return joined;
}

/** A light verb leaves it to a noun ("do the verification"). */
function findToldVerb(words: readonly string[]): number | undefined {
  const [first] = words;
  if (first === undefined) return undefined;
  const noun = LIGHT.has(plainVerb(first)) ? words.findIndex((word, at) => at > 0 && isDeverbal(word)) : -1;
  return noun > 0 ? noun : 0;
}

/** People put the verb first, logs often last ("invoice verification", "claim closed"). */
function findVerb(words: readonly string[]): number | undefined {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const isLast =
    words.length > 1 && (isParticiple(last) || (isDeverbal(last) && (!isVerb(first) || NOUN_FIRST.has(first))));
  if (isLast) return words.length - 1;
  if (isVerb(first)) return findToldVerb(words);
  const found = words.findIndex(isVerb);
  return found < 0 ? undefined : found;
}

const isKnown = (verb: string): boolean =>
  VERB_GROUPS.has(verb) || CANONICAL[verb] !== undefined || classOfVerb(verb) !== undefined;
const isVerb = (word: string): boolean => isKnown(word) || isDeverbal(word);
const isDeverbal = (word: string): boolean => !isKnown(word) && baseOf(word) !== undefined;
const isParticiple = (word: string): boolean => (word.endsWith('ed') || PARTICIPLES.has(word)) && isDeverbal(word);

/** The plain verb a word is a form of: "registered", "registration" and "log" of the table's own. */
function plainVerb(word: string): string {
  const base = isKnown(word) ? word : (baseOf(word) ?? word);
  return VERB_GROUPS.has(base) ? base : (CANONICAL[base] ?? base);
}

const FORMS: readonly (readonly [ending: RegExp, ...bases: string[]])[] = [
  [/ied$/, 'y'],
  [/(?:ed|ing)$/, '', 'e'],
  [/([bdglmnprt])\1(?:ed|ing)$/, '$1'],
  [/ification$/, 'ify'],
  [/ations?$/, '', 'e', 'ate'],
  [/ions?$/, '', 'e'],
  [/ments?$/, ''],
  [/als?$/, '', 'e'],
  [/ies$/, 'y'],
  [/es$/, ''],
  [/s$/, ''],
];

function baseOf(word: string): string | undefined {
  const listed = DEVERBAL[word];
  if (listed !== undefined) return listed;
  const forms = FORMS.filter(([ending]) => ending.test(word));
  return forms.flatMap(([ending, ...bases]) => bases.map((base) => word.replace(ending, base))).find(isKnown);
}
