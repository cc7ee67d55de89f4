// Deeds: in each clause, who does what to what, where. Verbs with their subject, objects and prepositions.
import type { Clause } from './clauses.ts';
import { isPhrasal, PARTICLES, PREPOSITIONAL } from './lexicon.ts';
import { type Phrase, readPhrase } from './phrases.ts';
import { readVerbGroup, type VerbGroup } from './verb-groups.ts';
import type { Word } from './words.ts';

export interface Deed extends VerbGroup {
  readonly index: number;
  /** Position of its clause in the list of clauses. */
  readonly clause: number;
  /** Base verb, with its particle or preposition when they make one verb: "look up", "look at". */
  readonly verb: string;
  /** Null when none is said: a command, or the subject of the clause before. */
  readonly subject: Phrase | null;
  /** Said for an earlier verb of the sentence, and still meant here. */
  readonly inherited: boolean;
  readonly objects: readonly Phrase[];
  readonly preps: readonly Phrase[];
  /** Noun phrases and prepositions before the subject: "facilities, I send …", "in the portal I …". */
  readonly fronted: readonly Phrase[];
  /** The verb it completes: "ask him to refold" makes `refold` depend on `ask`. */
  readonly parent: number | null;
  /** Last word of its arguments, exclusive. */
  readonly end: number;
}

/** Noun phrases of a clause that has no verb: "The quick ones.", "and then the lines". */
export interface Fragment {
  readonly clause: number;
  readonly phrases: readonly Phrase[];
}

const NOMINATIVE = /^(i|we|he|she|they)$/;

/** What all later passes read. */
export interface Parse {
  /** Deeds of each clause, by the clause's index. */
  readonly deedsOf: readonly (readonly Deed[])[];
  readonly words: readonly Word[];
  readonly clauses: readonly Clause[];
  readonly deeds: readonly Deed[];
  readonly fragments: readonly Fragment[];
  /** Fragments by the index of their clause. */
  readonly fragmentOf: ReadonlyMap<number, Fragment>;
}

/** Reads every clause once. */
export function readDeeds(words: readonly Word[], clauses: readonly Clause[]): Parse {
  const deeds: Deed[] = [];
  const deedsOf: Deed[][] = [];
  const fragments: Fragment[] = [];
  clauses.forEach((clause, at) => {
    const before = deeds.at(-1);
    const resumed = resumedSubject(clauses, { at, before, fragments });
    const found = readClause(words, clause, {
      at,
      before,
      next: deeds.length,
      carried: resumed ?? carriedSubject(words, { clause, clauses, deeds }),
    });
    deeds.push(...found);
    deedsOf.push(found);
    if (found.length === 0)
      fragments.push({ clause: at, phrases: readPhrases(words, clause.start, clause.to).phrases });
  });
  const fragmentOf = new Map(fragments.map((fragment) => [fragment.clause, fragment] as const));
  return { words, clauses, deeds, deedsOf, fragments, fragmentOf };
}

/** "Then Sam, that's our driver, picks up the bags": the name before the aside is the subject. */
function resumedSubject(
  clauses: readonly Clause[],
  {
    at,
    before,
    fragments,
  }: { readonly at: number; readonly before: Deed | undefined; readonly fragments: readonly Fragment[] },
): Phrase | null {
  const fragment = fragments.at(-1);
  if (!before || !fragment || before.form !== 'copula' || before.clause !== at - 1 || fragment.clause !== at - 2)
    return null;
  if (clauses[at]?.sentence !== clauses[fragment.clause]?.sentence || !before.subject?.isPronoun) return null;
  const last = fragment.phrases.at(-1);
  return last && last.prep === null ? last : null;
}

/** "I open it and [I] check": the subject goes on after and, or, then, or a comma, inside the sentence. */
function carriedSubject(
  words: readonly Word[],
  {
    clause,
    clauses,
    deeds,
  }: { readonly clause: Clause; readonly clauses: readonly Clause[]; readonly deeds: readonly Deed[] },
): Phrase | null {
  const before = deeds.at(-1);
  const source = before ? clauses[before.clause] : undefined;
  if (!source || !before || source.sentence !== clause.sentence) return null;
  if (goesOnAboutWho(words, clause)) return lastPhraseOf(before, clause);
  if (clause.kind !== null && clause.kind !== source.kind) return null;
  // "while that's running, look at the rest", "if they say no, send it back": who is told to is not who was spoken of.
  const isToldTo = clause.kind === null && source.kind !== null && clause.connectors.length === 0;
  if (isToldTo && isBaseVerb(words[clause.start])) return null;
  const verb = firstVerb(words, clause);
  if (!verb || agrees(before.subject, verb)) return before.subject;
  // "I ring the depot, that's Sam, and ask …": "ask" goes with "I", not with "that".
  for (const earlier of deeds.slice(-SUBJECTS_BACK).reverse()) {
    if (clauses[earlier.clause]?.sentence !== clause.sentence) break;
    if (earlier.subject && agrees(earlier.subject, verb)) return earlier.subject;
  }
  return before.subject;
}

/** "it passes to the packers, who wrap it": after a comma "who" tells what they do, not which ones are meant. */
export function goesOnAboutWho(words: readonly Word[], { kind, marker, from }: Clause): boolean {
  return kind === 'relative' && marker === 'who' && words[from - 1]?.text === ',';
}

function lastPhraseOf(before: Deed, clause: Clause): Phrase | null {
  const near = [...before.objects, ...before.preps].filter((phrase) => phrase.to <= clause.from);
  return near.sort((a, b) => a.from - b.from).at(-1) ?? null;
}

function isBaseVerb(word: Word | undefined): boolean {
  return word?.pos === 'VERB' && word.lower === word.lemma;
}

const SUBJECTS_BACK = 5;

function firstVerb(words: readonly Word[], clause: Clause): Word | undefined {
  const at = clause.connectors.includes('and') || clause.connectors.includes('then') ? clause.start : clause.to;
  return words[at]?.pos === 'VERB' && at < clause.to ? words[at] : undefined;
}

/** "it tell" and "I tells" cannot be; what the form leaves open can. */
function agrees(subject: Phrase | null, verb: Word): boolean {
  if (!subject) return true;
  const isBase = verb.lower === verb.lemma;
  if (isBase) return !/^(he|she|it|that|this)$/.test(subject.text);
  return !(/s$/.test(verb.lower) && /^(i|we|they|you)$/.test(subject.text));
}

interface ClausePlace {
  readonly at: number;
  readonly before: Deed | undefined;
  readonly next: number;
  readonly carried: Phrase | null;
}

function readClause(words: readonly Word[], clause: Clause, place: ClausePlace): Deed[] {
  const groups = findGroups(words, clause);
  const lead = readPhrases(words, clause.start, groups[0]?.from ?? clause.start).phrases;
  const bare = lead.filter((phrase) => phrase.prep === null);
  const last = lead.at(-1);
  // "a month on I send …": whatever stands before "I", it is the subject.
  const subject = last && NOMINATIVE.test(last.text) ? last : (bare.at(-1) ?? null);
  const deeds: Deed[] = [];
  groups.forEach((group, order) => {
    const stop = groups[order + 1]?.from ?? clause.to;
    const args = readArguments(words, group, stop);
    const parent = deeds.at(-1);
    const inner = order > 0 && parent !== undefined;
    const own = inner ? subjectOfInner(parent, group) : subject;
    deeds.push({
      ...group,
      ...args,
      form: own === null && !inner && goesOnPassive(clause, group, place.before) ? 'passive' : group.form,
      index: place.next + order,
      clause: place.at,
      subject: own ?? (inner ? null : place.carried),
      inherited: own === null,
      fronted: inner ? [] : lead.filter((phrase) => phrase !== subject),
      parent: inner ? parent.index : null,
    });
  });
  return deeds;
}

/** "it is scanned and stored by records": the second is done to it as well. */
function goesOnPassive(clause: Clause, group: VerbGroup, before: Deed | undefined): boolean {
  return group.form === 'past' && before?.form === 'passive' && /^(and|or|then)$/.test(clause.connectors[0] ?? '');
}

function findGroups(words: readonly Word[], clause: Clause): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = clause.start; at < clause.to; at += 1) {
    const phrase = words[at]?.pos === 'AUX' ? undefined : readPhrase(words, at);
    if (phrase && phrase.to > at && !phrase.isPronoun) {
      at = Math.min(phrase.to, clause.to) - 1;
      continue;
    }
    const group = readVerbGroup(words, at);
    if (!group || group.verbAt >= clause.to) continue;
    groups.push(group);
    at = group.to - 1;
  }
  return groups;
}

/** "ask him to refold": he refolds; "send it to surgery to approve": surgery approves; "try to find": the same subject. */
function subjectOfInner(parent: Deed, group: VerbGroup): Phrase | null {
  if (group.form !== 'infinitive') return parent.subject;
  const recipient = parent.preps.findLast((phrase) => phrase.prep === 'to' || phrase.prep === 'for');
  return recipient ?? parent.objects[0] ?? parent.subject;
}

interface Arguments {
  readonly verb: string;
  readonly particle: string | null;
  readonly objects: readonly Phrase[];
  readonly preps: readonly Phrase[];
  readonly end: number;
}

function readArguments(words: readonly Word[], group: VerbGroup, stop: number): Arguments {
  const { phrases, particle } = readPhrases(words, group.to, stop, group.particle === null ? group.lemma : null);
  const last = phrases.at(-1);
  const named = group.particle ?? particle?.word ?? null;
  const verb = named === null ? group.lemma : `${group.lemma} ${named}`;
  const end = Math.max(group.to, last?.to ?? 0, particle ? particle.at + 1 : 0);
  const first = phrases[0];
  const governed = first?.prep ? `${verb} ${first.prep}` : '';
  if (first && PREPOSITIONAL.has(governed)) {
    const object = { ...first, prep: null };
    return { verb: governed, particle: named, objects: [object], preps: phrases.slice(1), end };
  }
  // "look in the register for the rate": what is looked for is the object, wherever it stands.
  const sought = verb === 'look' && first?.prep === 'in' ? phrases.find((phrase) => phrase.prep === 'for') : undefined;
  if (sought) {
    const preps = phrases.filter((phrase) => phrase !== sought && phrase.prep !== null);
    return { verb: 'look up', particle: named, objects: [{ ...sought, prep: null }], preps, end };
  }
  const objects = phrases.filter((phrase) => phrase.prep === null);
  return { verb, particle: named, objects, preps: phrases.filter((phrase) => phrase.prep !== null), end };
}

interface Phrases {
  readonly phrases: readonly Phrase[];
  readonly particle: { readonly word: string; readonly at: number } | null;
}

/** Noun phrases with their prepositions between two places; a particle after the object belongs to the verb. */
export function readPhrases(words: readonly Word[], from: number, to: number, lemma: string | null = null): Phrases {
  const phrases: Phrase[] = [];
  let particle: Phrases['particle'] = null;
  let prep: string | null = null;
  for (let at = from; at < to; ) {
    const word = words[at];
    const isParticle =
      word && lemma !== null && particle === null && PARTICLES.has(word.lower) && isPhrasal(lemma, word.lower);
    if (word && isParticle && phrases.length > 0 && isLooseParticle(words, at, to)) {
      particle = { word: word.lower, at };
      at += 1;
      continue;
    }
    const phrase = word?.pos === 'ADV' || word?.pos === 'CCONJ' ? undefined : readPhrase(words, at, prep);
    if (phrase && phrase.from < to) {
      phrases.push(phrase.to > to ? { ...phrase, to } : phrase);
      at = phrase.to;
      prep = null;
      continue;
    }
    prep = prepositionOf(word, prep);
    at += 1;
  }
  return { phrases, particle };
}

/** "send it back", "take the hold off", but not "put it in the folder". */
function isLooseParticle(words: readonly Word[], at: number, to: number): boolean {
  // "send it straight away": at once, not away.
  if (words[at]?.lower === 'away' && /^(straight|right)$/.test(words[at - 1]?.lower ?? '')) return false;
  if (at + 1 >= to) return true;
  const next = words[at + 1];
  return (
    !next ||
    next.pos === 'ADP' ||
    next.pos === 'CCONJ' ||
    next.pos === 'PUNCT' ||
    next.pos === 'ADV' ||
    /^(back|over|off|aside|away)$/.test(words[at]?.lower ?? '')
  );
}

function prepositionOf(word: Word | undefined, before: string | null): string | null {
  if (!word) return null;
  const isPreposition = word.pos === 'ADP' || word.lower === 'to' || word.lower === 'through' || word.lower === 'via';
  if (isPreposition) return before === 'out' && word.lower === 'of' ? 'from' : word.lower;
  return word.pos === 'ADV' || word.pos === 'PUNCT' || word.pos === 'CCONJ' ? before : null;
}
