// What "it" and "them" mean: the object just spoken of, else the thing the whole talk is about.
import type { Deed, Parse } from './deeds.ts';
import { DEPARTMENTS, EMPTY_NOUNS, NOT_ROLES, THING_PRONOUNS, VAGUE_PEOPLE } from './lexicon.ts';
import { type Cast, isParty, nameParty } from './parties.ts';
import { contentWords, type Phrase } from './phrases.ts';
import { nameSystem, type Systems } from './systems.ts';

export interface Focus {
  /** The thing a pronoun at this deed stands for; null when nothing fits. */
  thingAt(deed: Deed): Phrase | null;
  /** The party that "him", "her", "them", "he", "she" or "they" stands for at this deed. */
  partyAt(deed: Deed): Phrase | null;
  /** Whom "him", "her" or "them" means where "he", "she" or "they" already does it: the party before that one. */
  otherPartyAt(deed: Deed): Phrase | null;
}

interface Mention {
  readonly at: number;
  readonly phrase: Phrase;
  readonly sentence: number;
  /** Objects are taken up by "it" more than subjects, subjects more than topics. */
  readonly weight: number;
  readonly isPlural: boolean;
}

const LOOK_BACK = 10;
const SENTENCE_DECAY = 0.55;
const FREQUENT = 0.1;
const OTHER_NUMBER = 0.4;

/** Collects the mentions of things and parties once; each look-up walks back a few mentions only. */
export function trackFocus(parse: Parse, cast: Cast, systems: Systems): Focus {
  const things: Mention[] = [];
  const parties: Mention[] = [];
  const counts = new Map<string, number>();
  const add = (phrase: Phrase, clause: number, weight: number) => {
    if (phrase.isPronoun) return;
    const head = parse.words[phrase.head];
    const isPlural = head !== undefined && head.lemma !== head.lower && /s$/.test(head.lower);
    const mention = { at: phrase.from, phrase, sentence: parse.clauses[clause]?.sentence ?? 0, weight, isPlural };
    if (isParty(parse, cast, phrase)) parties.push(mention);
    else if (weight > 0 && isThing(parse, systems, phrase)) {
      things.push(mention);
      const key = stemOf(phrase);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  };
  for (const fragment of parse.fragments)
    for (const phrase of fragment.phrases) add(phrase, fragment.clause, phrase.prep === null ? 0.9 : 0);
  for (const deed of parse.deeds) {
    if (deed.subject && !deed.inherited) add(deed.subject, deed.clause, 0.9);
    // "that's a nightmare" passes judgement; it is not what comes next.
    const isVerdict = deed.form === 'copula' && /^(that|it|those|they)$/.test(deed.subject?.text ?? 'it');
    for (const phrase of deed.objects) add(phrase, deed.clause, isVerdict ? 0.4 : deed.form === 'copula' ? 0.9 : 1);
    for (const phrase of deed.preps)
      add(phrase, deed.clause, /^(with|for|of)$/.test(phrase.prep ?? '') ? 0.35 : phrase.prep === 'into' ? 0.6 : 0);
    for (const phrase of deed.fronted)
      add(phrase, deed.clause, phrase.prep === null ? 0.9 : phrase.prep === 'for' ? 0.8 : 0);
  }
  const byPlace = (a: Mention, b: Mention) => a.at - b.at;
  things.sort(byPlace);
  parties.sort(byPlace);
  return {
    thingAt: (deed) =>
      mostSalient(things, counts, {
        at: deed.from,
        sentence: parse.clauses[deed.clause]?.sentence ?? 0,
        isPlural: numberMeant(deed),
      }),
    partyAt: (deed) => lastParty(parse, cast, { parties, deed }),
    otherPartyAt: (deed) => {
      const doer = /^(he|she|they)$/.test(deed.subject?.text ?? '') ? lastParty(parse, cast, { parties, deed }) : null;
      if (!doer) return lastParty(parse, cast, { parties, deed });
      const name = nameParty(parse, cast, doer);
      const end = countBefore(parties, deed.from);
      const others = parties.slice(Math.max(0, end - LOOK_BACK), end);
      return others.findLast(({ phrase }) => nameParty(parse, cast, phrase) !== name)?.phrase ?? null;
    },
  };
}

/** "it" is one, "them" are several; null where the pronoun leaves it open. */
function numberMeant(deed: Deed): boolean | null {
  const pronoun = deed.objects.find((phrase) => phrase.isPronoun && THING_PRONOUNS.has(phrase.text))?.text;
  if (/^(it|this|that)$/.test(pronoun ?? '')) return false;
  return /^(them|those|these|both)$/.test(pronoun ?? '') ? true : null;
}

/** Of the last mentions: near ones, objects, and things spoken of often. */
function mostSalient(
  things: readonly Mention[],
  counts: ReadonlyMap<string, number>,
  place: { readonly at: number; readonly sentence: number; readonly isPlural: boolean | null },
): Phrase | null {
  const end = countBefore(things, place.at);
  let best: Mention | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let index = end - 1; index >= Math.max(0, end - LOOK_BACK); index -= 1) {
    const mention = things[index];
    if (!mention) continue;
    const far = place.sentence - mention.sentence;
    const nearness = SENTENCE_DECAY ** Math.min(6, far) - (end - 1 - index) * 0.06;
    const score = mention.weight * nearness + FREQUENT * Math.log2(1 + (counts.get(stemOf(mention.phrase)) ?? 0));
    const isOff = place.isPlural !== null && mention.isPlural !== place.isPlural;
    if (score - (isOff ? OTHER_NUMBER : 0) > bestScore) {
      best = mention;
      bestScore = score - (isOff ? OTHER_NUMBER : 0);
    }
  }
  return best?.phrase ?? null;
}

/** A noun that can be worked on: no measure of time, no empty noun, no system. */
export function isThing(parse: Parse, systems: Systems, phrase: Phrase): boolean {
  const head = parse.words[phrase.head];
  if (!head || THING_PRONOUNS.has(phrase.text) || EMPTY_NOUNS.has(head.lower) || head.pos === 'NUM') return false;
  if (VAGUE_PEOPLE.has(head.lower)) return false;
  if (/\d/.test(head.text)) return false;
  // A bare name is a person or a firm, not a thing to work on.
  if (phrase.to - phrase.from === 1 && head.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(head.text)) return false;
  if (contentWords(parse.words, phrase).length === 0) return false;
  return NOT_ROLES.has(head.lower) || nameSystem(parse, systems, phrase) === null;
}

/** "she" and "he" are people: a name or a single role, rather than a firm or a team. */
function lastParty(
  parse: Parse,
  cast: Cast,
  { parties, deed }: { readonly parties: readonly Mention[]; readonly deed: Deed },
): Phrase | null {
  const end = countBefore(parties, ownSubjectStart(deed));
  const pronouns = [deed.subject?.text, ...deed.objects.map((phrase) => phrase.text)];
  if (!pronouns.some((text) => text !== undefined && /^(he|she|him|her)$/.test(text)))
    return parties[end - 1]?.phrase ?? null;
  for (let index = end - 1; index >= Math.max(0, end - 4); index -= 1) {
    const phrase = parties[index]?.phrase;
    if (phrase && isPerson(parse, cast, phrase)) return phrase;
  }
  return parties[end - 1]?.phrase ?? null;
}

function isPerson(parse: Parse, cast: Cast, phrase: Phrase): boolean {
  const head = parse.words[phrase.head];
  if (
    !head ||
    /^(team|crowd|department|office|company|bank|vendor|supplier|carrier|courier|council|surgery|panel|committee|depot|agency)s?$/.test(
      head.lower,
    )
  )
    return false;
  if (DEPARTMENTS.has(head.lower)) return false;
  return cast.aliases.has(head.lower) || cast.learned.has(phrase.text.toLowerCase()) || head.lemma === head.lower;
}

/** "the vet has to phone them": they are not the vet. */
function ownSubjectStart(deed: Deed): number {
  return deed.subject && !deed.subject.isPronoun && !deed.inherited ? deed.subject.from : deed.from;
}

function stemOf(phrase: Phrase): string {
  return phrase.headWord.replace(/(?<=..[^s])s$/, '');
}

function countBefore(mentions: readonly Mention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
