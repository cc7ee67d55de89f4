// Who takes part: people, roles, teams and companies, learned from how they are spoken of. No list of names.
import { learnParties } from './learn-parties.ts';
import {
  DEPARTMENTS,
  EMPTY_NOUNS,
  NOT_ROLES,
  ROLE_HEADS,
  SELF_PRONOUNS,
  SYSTEM_HEADS,
  VAGUE_PEOPLE,
} from './lexicon.ts';
import type { Deed, Parse } from './deeds.ts';
import { isName, type Phrase, readPhrase } from './phrases.ts';

/** What the talk teaches about who is who. Keys are lower-case words as said. */
export interface Cast {
  readonly narrator: string | null;
  /** Name or loose word to the role it was explained as: "tove" to "lab". */
  readonly aliases: ReadonlyMap<string, string>;
  /** Words that stand where only a person, team or company can stand. */
  readonly learned: ReadonlySet<string>;
  readonly systems: ReadonlySet<string>;
}

const NAME_LINKS: ReadonlySet<string> = new Set(['in', 'from', 'at', 'over', 'down', 'of']);

/** Reads the whole talk once for parties. `systems` are words already known to be systems. */
export function learnCast(parse: Parse, systems: ReadonlySet<string>, narrator: string | null): Cast {
  const learned = learnParties(parse, systems);
  const cast: Cast = { narrator, aliases: new Map(), learned, systems };
  return { ...cast, aliases: learnAliases(parse, cast) };
}

/** The party a phrase names, by role where the talk explains it; null when it names a thing or somebody vague. */
export function nameParty(parse: Parse, cast: Cast, phrase: Phrase): string | null {
  if (SELF_PRONOUNS.has(phrase.text)) return cast.narrator;
  if (phrase.isPronoun || !isParty(parse, cast, phrase)) return null;
  if (VAGUE_PEOPLE.has(phrase.headWord) && !isNamedCrowd(parse, phrase)) return null;
  return resolveName(parse, cast, phrase);
}

function resolveName(parse: Parse, cast: Cast, phrase: Phrase): string {
  const text = phrase.text.toLowerCase();
  const head = parse.words[phrase.head]?.lower ?? text;
  const role = roleBeforeName(parse, phrase);
  if (role !== null) return role;
  return cast.aliases.get(text) ?? cast.aliases.get(head) ?? plainParty(phrase.text);
}

/** "team lead" of "the team lead next door": without possessives of the kind "customer's". */
function plainParty(said: string): string {
  // A department at the start of a sentence has a capital of the sentence only.
  const text = DEPARTMENTS.has(said.toLowerCase()) && /^\p{Lu}\p{Ll}/u.test(said) ? said.toLowerCase() : said;
  return text.replace(/^(?:(?:same|whole|new|other|actual|two|three|four|five|both|few|couple of) )+/, '').trim();
}

/** A role head, a department, a word of doing (-er, -or, -ist), a learned name. */
export function isParty(parse: Parse, cast: Cast, phrase: Phrase): boolean {
  if (phrase.isPronoun) return /^(he|she|him|her)$/.test(phrase.text);
  const text = phrase.text.toLowerCase();
  if (cast.systems.has(text)) return false;
  if (cast.learned.has(text) || cast.aliases.has(text)) return true;
  const head = parse.words[phrase.head];
  if (!head || EMPTY_NOUNS.has(head.lower)) return false;
  if (VAGUE_PEOPLE.has(head.lower)) return isNamedCrowd(parse, phrase);
  if (roleBeforeName(parse, phrase)) return true;
  return isRoleWord(head.lower) || (DEPARTMENTS.has(head.lower) && !isThingUse(parse, phrase));
}

/** "my boss Ingrid", "the planner Tom": the role that stands before a name in one phrase. */
function roleBeforeName(parse: Parse, phrase: Phrase): string | null {
  const role = parse.words[phrase.head - 1];
  const name = parse.words[phrase.head];
  if (!role || !name || phrase.head - phrase.from < 1 || !isRoleWord(role.lower) || /[^s]s$/.test(role.lower))
    return null;
  if (isName(name)) return role.pos === 'NOUN' ? role.lower : null;
  return name.pos === 'NOUN' &&
    name.lemma === name.lower &&
    !NOUNS_AFTER_ROLE.test(name.lower) &&
    !SYSTEM_HEADS.has(name.lower) &&
    !isRoleWord(name.lower)
    ? role.lower
    : null;
}

/** Things that belong to a role ("customer number"), not names. Anything on the long list of common endings is a thing. */
const NOUNS_AFTER_ROLE =
  /^(number|list|service|name|order|account|record|details|code|card|reference|note|email|address|desk|team|care|support|file|form|id|data|request|review|approval|check|call|complaint|query|file|letter|invoice|bill|type|group|field|portal|price|agreement|contract|survey|visit|meeting|training|report|screen|schedule|shift|pack|copy|bag|box|side|end)$|(ion|ment|ing|ance|ence|ity|ship|age|ure|ness|cy)$/;

/** Nouns that name people by what they do. */
export function isRoleWord(word: string): boolean {
  if (NOT_ROLES.has(word)) return false;
  const base = word.length > 4 ? word.replace(/(?<!s)s$/, '') : word;
  if (ROLE_HEADS.has(base) || ROLE_HEADS.has(word)) return true;
  return (
    base.length > 5 &&
    /(?:[^aeiou]er|ist|ician|eer|ator|itor|sor)$/.test(base) &&
    !/over$/.test(base) &&
    !NOT_ROLES.has(base)
  );
}

/** "the roofing people", "our stock guys": a noun before them says which. */
function isNamedCrowd(parse: Parse, phrase: Phrase): boolean {
  const before = parse.words[phrase.head - 1];
  return (
    /^(people|folks|guys|lads|girls)$/.test(phrase.headWord) &&
    phrase.head > phrase.from &&
    before !== undefined &&
    (before.pos === 'NOUN' || before.pos === 'PROPN') &&
    !EMPTY_NOUNS.has(before.lower)
  );
}

/** "the credit", "a support": with an article of its own kind a department word is often a thing. */
function isThingUse(parse: Parse, phrase: Phrase): boolean {
  const first = parse.words[phrase.from]?.lower ?? '';
  // "newer accounts", "annual accounts": which ones, so they are things.
  if (parse.words[phrase.head - 1]?.pos === 'ADJ' && phrase.head > phrase.from) return true;
  return /^(a|an|no|any|some)$/.test(first) || phrase.prep === 'on' || phrase.prep === 'without';
}

/** "that's Ines", "Ines, she's the head nurse", "Tove in the lab", "the surgeon, that is Mrs. Abara". */
function learnAliases(parse: Parse, cast: Cast): Map<string, string> {
  const aliases = new Map<string, string>();
  const put = (name: string, role: string) => {
    const key = name.toLowerCase();
    if (key !== role.toLowerCase() && !aliases.has(key)) aliases.set(key, role);
  };
  linkNamesToPlaces(parse, cast, put);
  parse.deeds.forEach((deed) => {
    if (deed.form !== 'copula' || deed.lemma !== 'be' || !deed.subject || deed.negated) return;
    if (!deed.subject.isPronoun) {
      // "Ines is our planner".
      const role = deed.objects[0];
      const isTitle = role !== undefined && (isRoleWord(role.headWord) || DEPARTMENTS.has(role.headWord));
      if (isTitle && !deed.inherited && deed.subject.to - deed.subject.from === 1 && looksLikeName(parse, deed.subject))
        put(deed.subject.text, role.text);
      return;
    }
    const object = deed.objects[0] ?? deed.preps.find((phrase) => phrase.prep === 'in');
    const before = object && lastPartyBefore(parse, cast, deed);
    if (!object || !before) return;
    const objectIsName = looksLikeName(parse, object);
    // "she's the X" says what she is, whatever the word; "she's in meetings" does not.
    const isCalling =
      /^(she|he)$/.test(deed.subject.text) &&
      object.prep === null &&
      parse.words[object.head]?.pos === 'NOUN' &&
      !parse.words.slice(object.from, object.to).some(({ pos }) => pos === 'NUM') &&
      !EMPTY_NOUNS.has(object.headWord);
    const objectIsRole = isRoleWord(object.headWord) || DEPARTMENTS.has(object.headWord) || isCalling;
    if (/^(she|he)$/.test(deed.subject.text) && objectIsRole) put(before.text, object.text);
    else if (
      objectIsRole &&
      /^(that|it|this)$/.test(deed.subject.text) &&
      looksLikeName(parse, before) &&
      headIsName(parse, before)
    )
      put(before.text, object.text);
    else if (/^(that|it|this|he|she)$/.test(deed.subject.text) && objectIsName && !looksLikeName(parse, before))
      put(object.text, before.text);
  });
  linkAppositions(parse, cast, put);
  for (const deed of parse.deeds) {
    for (const phrase of [deed.subject, ...deed.objects, ...deed.preps]) {
      const role = phrase && !phrase.isPronoun ? roleBeforeName(parse, phrase) : null;
      if (phrase && role !== null) put(phrase.headWord, role);
    }
  }
  return aliases;
}

type Put = (name: string, role: string) => void;

function looksLikeName(parse: Parse, phrase: Phrase): boolean {
  const head = parse.words[phrase.head];
  const first = parse.words[phrase.from];
  if (!head || !first || first.pos === 'DET' || first.pos === 'PRON' || phrase.isPronoun) return false;
  if (isRoleWord(head.lower) || DEPARTMENTS.has(head.lower) || SYSTEM_HEADS.has(head.lower)) return false;
  return (
    isName(head) ||
    (head.pos === 'NOUN' && phrase.to - phrase.from === 1 && head.lemma === head.lower && !EMPTY_NOUNS.has(head.lower))
  );
}

function headIsName(parse: Parse, phrase: Phrase): boolean {
  const head = parse.words[phrase.head];
  return head !== undefined && isName(head);
}

/** The party spoken of just before a place, at most two clauses back. */
function lastPartyBefore(parse: Parse, cast: Cast, deed: Deed): Phrase | undefined {
  const start = parse.clauses[Math.max(0, deed.clause - 2)]?.from ?? 0;
  let found: Phrase | undefined;
  for (let at = start; at < deed.from; ) {
    const phrase =
      parse.words[at]?.pos === 'AUX' || parse.words[at]?.pos === 'VERB' ? undefined : readPhrase(parse.words, at);
    if (!phrase || phrase.to <= at || phrase.from >= deed.from) {
      at += 1;
      continue;
    }
    if (
      phrase !== deed.subject &&
      !phrase.isPronoun &&
      (isParty(parse, cast, phrase) || (looksLikeName(parse, phrase) && headIsName(parse, phrase)))
    )
      found = phrase;
    at = phrase.to;
  }
  return found;
}

/** Places that stand for those who sit there: "Ruben at the order desk", "Kim from the post room". */
const OFFICES = /^(desk|office|counter|room|lab|team|unit|depot|department|branch|registry|bench|hub|centre|center)$/;

/** "Tove in the lab", "Tom over in the warehouse". */
function linkNamesToPlaces(parse: Parse, cast: Cast, put: Put): void {
  const { words } = parse;
  words.forEach((word, at) => {
    const isNameHere = isName(word) ? word.pos === 'PROPN' || word.pos === 'NOUN' : cast.learned.has(word.lower);
    if (!isNameHere || cast.systems.has(word.lower) || isRoleWord(word.lower)) return;
    let link = at + 1;
    while (NAME_LINKS.has(words[link]?.lower ?? '') && link < at + 3) link += 1;
    if (link === at + 1) return;
    const place = readPhrase(words, link);
    if (!place || place.isPronoun) return;
    const isDesk = OFFICES.test(place.headWord) && place.text.includes(' ') && words[link]?.lower === 'the';
    if (DEPARTMENTS.has(place.headWord) || isRoleWord(place.headWord) || isParty(parse, cast, place) || isDesk)
      put(word.text, place.text);
    else if (isAfterCopula(words, at) && words[place.head]?.pos === 'NOUN' && !SYSTEM_HEADS.has(place.headWord))
      put(word.text, place.text);
  });
}

/** "that's Tove in …": said to explain who somebody is. */
function isAfterCopula(words: Parse['words'], at: number): boolean {
  return words[at - 1]?.lemma === 'be' && words[at - 1]?.pos === 'AUX';
}

/** "Ines, the head nurse," and "the surgeon, Tom," and "the clinic, to the head vet". */
function linkAppositions(parse: Parse, cast: Cast, put: Put): void {
  for (const fragment of parse.fragments) {
    const phrase = fragment.phrases[0];
    const clause = parse.clauses[fragment.clause];
    const previous = parse.clauses[fragment.clause - 1];
    if (!phrase || !clause || !previous || previous.sentence !== clause.sentence || clause.connectors.includes('and'))
      continue;
    const before = endingPhrase(parse, previous.from, previous.to);
    if (!before || phrase.from > clause.start + 1) continue;
    const roleHere = isRoleWord(phrase.headWord);
    if (
      roleHere &&
      (looksLikeName(parse, before) || (DEPARTMENTS.has(before.headWord) && isParty(parse, cast, before)))
    )
      put(before.text, phrase.text);
    else if (looksLikeName(parse, phrase) && headIsName(parse, phrase) && isRoleWord(before.headWord))
      put(phrase.text, before.text);
  }
}

function endingPhrase(parse: Parse, from: number, to: number): Phrase | undefined {
  for (let at = Math.max(from, to - 4); at < to; at += 1) {
    const phrase = readPhrase(parse.words, at);
    if (phrase && phrase.to >= to) return phrase;
  }
  return undefined;
}
