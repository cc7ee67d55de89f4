// The word lists of the data files as sets, built once per load: constants, not state.
import words from './data/lexicon.json' with { type: 'json' };
import verbs from './data/verbs.json' with { type: 'json' };

const set = (list: readonly string[]): ReadonlySet<string> => new Set(list);

export const DETERMINERS = set(words.determiners);
export const POSSESSIVES = set(words.possessives);
export const PRONOUNS = set(words.pronouns);
export const THING_PRONOUNS = set(words.thingPronouns);
export const PARTY_PRONOUNS = set(words.partyPronouns);
export const SELF_PRONOUNS = set(words.selfPronouns);
export const SUBJECT_PRONOUNS = set(words.subjects);
export const VAGUE_PEOPLE = set(words.vaguePeople);
export const EMPTY_NOUNS = set(words.emptyNouns);
export const WEAK_ADJECTIVES = set(words.weakAdjectives);
export const ROLE_HEADS = set(words.roleHeads);
export const DEPARTMENTS = set(words.departments);
export const NOT_ROLES = set(words.notRoles);
export const SYSTEM_HEADS = set(words.systemHeads);
export const STRONG_SYSTEM_HEADS = set(words.strongSystemHeads);
export const OBJECT_SYSTEM_HEADS = set(words.objectSystemHeads);
export const GENERIC_SYSTEMS = set(words.genericSystems);
export const PARTICLES = set(words.particles);
export const COMMS_APPS = set(words.commsApps);
export const BROWSERS = set(words.browsers);
export const FUNCTION_WORDS = set(words.functionWords);
export const CHANNELS: Readonly<Record<string, string>> = words.channels;
export const NUMBER_WORDS: Readonly<Record<string, number>> = words.numberWords;

export const CANONICAL: Readonly<Record<string, string>> = verbs.canonical;
export const STATIVE = set(verbs.stative);
export const GIVE_VERBS = set(verbs.give);
export const ASK_VERBS = set(verbs.ask);
export const PHONE_VERBS = set(verbs.phone);
export const EMAIL_VERBS = set(verbs.email);
export const NAVIGATE = set(verbs.navigate);
export const PHRASAL = set(verbs.phrasal);
const OPEN_PARTICLES = set(verbs.openParticles);
const MOTION = set(verbs.motion);
export const PREPOSITIONAL = set(verbs.prepositional);
export const IRREGULAR_PAST = set(verbs.irregularPast);
export const AUTOMATIC = set(verbs.automatic);

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(verbs.classes).flatMap(([name, members]) => members.map((verb) => [verb, name] as const)),
);

/** What kind of doing a canonical verb is ("record", "check", "give"); undefined for verbs outside the table. */
export function classOfVerb(verb: string): string | undefined {
  return CLASS_OF.get(verb) ?? CLASS_OF.get(verb.split(' ')[0] ?? '');
}

/** Verb and particle make one verb: listed ones, and any verb of work with "out", "up", "down", "back" or the like. */
export function isPhrasal(lemma: string, particle: string): boolean {
  if (PHRASAL.has(`${lemma} ${particle}`)) return true;
  return OPEN_PARTICLES.has(particle) && !MOTION.has(lemma) && !STATIVE.has(lemma);
}
