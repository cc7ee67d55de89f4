// The object of a label: the thing worked on, with pronouns resolved, in the words a reader wants.
import { answers, buttonVerb } from './canonical-verb.ts';
import lists from './data/labels.json' with { type: 'json' };
import type { Deed } from './deeds.ts';
import { EMPTY_NOUNS, THING_PRONOUNS } from './lexicon.ts';
import { isParty } from './parties.ts';
import { contentWords, type Phrase } from './phrases.ts';
import type { Telling } from './telling.ts';

const ALONE: ReadonlySet<string> = new Set(lists.alone);
const ALONE_BARE: ReadonlySet<string> = new Set(lists.aloneBare);

/** The thing worked on, with pronouns resolved; null when nothing fits. */
export function objectOf(telling: Telling, deed: Deed, verb: string): string | null {
  const { parse, cast, focus } = telling;
  if (buttonVerb(telling, deed) !== null) return buttonObject(telling, deed);
  const things = deed.objects.filter((phrase) => !isParty(parse, cast, phrase) || deed.objects.length === 1);
  const object = things.find((phrase) => !phrase.isPronoun) ?? things[0];
  if (deed.form === 'passive' && deed.subject && !object) {
    const done = deed.subject.isPronoun || isPlaceholder(deed.subject) ? focus.thingAt(deed) : deed.subject;
    return done && !isParty(parse, cast, done) ? nounText(telling, done) : null;
  }
  if (!object) {
    if (isGivenUnsaid(telling, deed)) {
      const passed = focus.thingAt(deed);
      return passed ? nounText(telling, passed) : null;
    }
    const named = embeddedObject(telling, deed) ?? frontedObject(telling, deed) ?? topicObject(telling, deed);
    const isTopic = deed.fronted.some(
      (phrase) => phrase.prep === null && (isPlaceholder(phrase) || THING_PRONOUNS.has(phrase.text)),
    );
    const isClause =
      verb === 'check' &&
      parse.deedsOf[deed.clause + 1] !== undefined &&
      deed.end === parse.clauses[deed.clause + 1]?.from;
    if (named !== null || !(isTopic || isClause || ALONE.has(verb)) || ALONE_BARE.has(verb)) return named;
    const thing = focus.thingAt(deed);
    return thing ? nounText(telling, thing) : null;
  }
  if (object.isPronoun && !THING_PRONOUNS.has(object.text)) return null;
  if (object.isPronoun || isPlaceholder(object)) {
    const adjective = object.isPronoun ? null : adjectiveText(telling, object);
    if (adjective) return /^(get|have)$/.test(verb) ? null : adjective;
    if (
      !object.isPronoun &&
      parse.words[object.to]?.pos === 'PRON' &&
      /^(which|that|who)$/.test(parse.words[object.to]?.lower ?? '')
    )
      return null;
    const thing = frontedThing(telling, deed) ?? focus.thingAt(deed);
    return thing ? nounText(telling, thing) : null;
  }
  return joinThings(telling, things, object);
}

/** "what is left I mail to X", "she says yes", "the broker confirms by noon": the thing was said before. */
function isGivenUnsaid({ parse, cast }: Telling, deed: Deed): boolean {
  if (answers(parse, deed) !== null) return true;
  const isSent = /^(send|post|pass|forward|mail|hand|deliver)$/.test(deed.lemma);
  if (isSent && deed.preps.some((phrase) => phrase.prep === 'to' && isParty(parse, cast, phrase))) return true;
  const isOthers = deed.subject !== null && isParty(parse, cast, deed.subject) && !deed.inherited;
  return isOthers && /^(confirm|approve|accept|reject|sign|check|decide)$/.test(deed.lemma);
}

function buttonObject(telling: Telling, deed: Deed): string | null {
  const place = deed.preps.find((phrase) => phrase.prep === 'on' && !phrase.isPronoun);
  const thing = place ?? telling.focus.thingAt(deed);
  return thing ? nounText(telling, thing) : null;
}

/** "the badge and the laptop": two things joined by "and" are one object. */
function joinThings(telling: Telling, things: readonly Phrase[], object: Phrase): string | null {
  const second = things[things.indexOf(object) + 1];
  const first = nounText(telling, object);
  const link = second ? telling.parse.words[second.from - 1] : undefined;
  if (!second || second.isPronoun || link?.lower !== 'and' || first === null) return first;
  const other = nounText(telling, second);
  return other === null ? first : `${first} and ${other}`;
}

/** "check that the number is there", "look at why it failed": the clause that follows names the thing. */
function embeddedObject(telling: Telling, deed: Deed): string | null {
  const { parse } = telling;
  const next = parse.deedsOf[deed.clause + 1]?.[0];
  const clause = next ? parse.clauses[next.clause] : undefined;
  const own = parse.clauses[deed.clause];
  if (!next || !clause || !own || clause.from > own.to + 1 || clause.sentence !== own.sentence) return null;
  if (clause.kind !== 'question' && clause.kind !== 'relative' && deed.end !== clause.from) return null;
  // "how many sessions we need": what is asked about stands first.
  const asked = clause.kind === 'question' ? next.fronted.find((phrase) => phrase.prep === null) : undefined;
  const said = asked ?? (next.subject && !next.subject.isPronoun ? next.subject : next.objects[0]);
  const subject = said && isParty(parse, telling.cast, said) ? next.objects[0] : said;
  return subject && !subject.isPronoun && !isPlaceholder(subject) ? nounText(telling, subject) : null;
}

function frontedThing({ parse, cast }: Telling, deed: Deed): Phrase | undefined {
  return deed.fronted.find(
    (phrase) => phrase.prep === null && !phrase.isPronoun && !isPlaceholder(phrase) && !isParty(parse, cast, phrase),
  );
}

function frontedObject(telling: Telling, deed: Deed): string | null {
  const thing = frontedThing(telling, deed);
  return thing ? nounText(telling, thing) : null;
}

/** "damaged copies I set aside": what is done to them stands in front, as a clause of its own. */
function topicObject(telling: Telling, deed: Deed): string | null {
  const { parse, cast } = telling;
  const own = parse.clauses[deed.clause];
  const before = parse.clauses[deed.clause - 1];
  if (!own || before?.sentence !== own.sentence || own.connectors.length > 0 || deed.inherited) return null;
  if (!/^(i|we|you)$/.test(deed.subject?.text ?? '') || deed.preps.length > 1) return null;
  const topic = parse.fragmentOf.get(before.index)?.phrases;
  const thing = topic?.[0];
  if (!topic || topic.length > 2 || !thing || thing.prep !== null || thing.isPronoun || isPlaceholder(thing))
    return null;
  return isParty(parse, cast, thing) || /\d/.test(thing.text) ? null : nounText(telling, thing);
}

/** "the quick ones", "the first one": an empty noun whose adjectives may still say which. */
function isPlaceholder(phrase: Phrase): boolean {
  return EMPTY_NOUNS.has(phrase.headWord) || /^(one|ones)$/.test(phrase.headWord);
}

function adjectiveText({ parse }: Telling, phrase: Phrase): string | null {
  const words = contentWords(parse.words, phrase).filter((word) => word.pos === 'ADJ' || word.pos === 'NOUN');
  const kept = words.filter((word) => !EMPTY_NOUNS.has(word.lower));
  return kept.length > 0 && /^ones?$/.test(phrase.headWord)
    ? `${kept.map((word) => word.lower).join(' ')} ${phrase.headWord}`
    : null;
}

/** Content words of a phrase as a reader wants them: names keep their capitals; null when none is left. */
export function nounText({ parse }: Telling, phrase: Phrase): string | null {
  const words = contentWords(parse.words, phrase);
  if (words.every((word) => EMPTY_NOUNS.has(word.lower) || word.pos === 'NUM')) return null;
  const kept = words[words.length - 1]?.pos === 'ADP' ? words.slice(0, -1) : words;
  return kept
    .slice(0, 6)
    .map((word) => (/^\p{Lu}/u.test(word.text) && word.pos !== 'DET' ? word.text : word.lower))
    .join(' ')
    .replaceAll(" '", "'");
}
