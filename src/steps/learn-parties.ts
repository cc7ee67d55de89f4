// Words that name parties, learned from where they stand: asked, given to, doing what only people do. No list of names.
import frames from './data/party-frames.json' with { type: 'json' };
import { TIME_NOUN } from './canonical-verb.ts';
import type { Deed, Parse } from './deeds.ts';
import { EMPTY_NOUNS, NOT_ROLES, SYSTEM_HEADS, VAGUE_PEOPLE } from './lexicon.ts';
import { isName, type Phrase } from './phrases.ts';

const SUBJECT_STRONG: ReadonlySet<string> = new Set(frames.subjectStrong);
const SUBJECT_WEAK: ReadonlySet<string> = new Set(frames.subjectWeak);
const ASKED_STRONG: ReadonlySet<string> = new Set(frames.askedStrong);
const ASKED_WEAK: ReadonlySet<string> = new Set(frames.askedWeak);
const GIVEN_STRONG: ReadonlySet<string> = new Set(frames.givenStrong);
const GIVEN_WEAK: ReadonlySet<string> = new Set(frames.givenWeak);
const WITH_VERBS: ReadonlySet<string> = new Set(frames.withVerbs);
const NOT_RECEIVERS: ReadonlySet<string> = new Set(frames.notReceivers);
const ENOUGH = 2;
const DECISIVE = 2;

/** Lower-case phrases that the whole talk treats as parties. One pass. */
export function learnParties(parse: Parse, systems: ReadonlySet<string>): ReadonlySet<string> {
  const votes = new Map<string, number>();
  const vote = (phrase: Phrase | undefined | null, weight: number) => {
    if (!phrase || weight === 0 || phrase.isPronoun || !canBeParty(parse, phrase, weight)) return;
    const key = phrase.text.toLowerCase();
    if (!systems.has(key)) votes.set(key, (votes.get(key) ?? 0) + weight);
  };
  for (const deed of parse.deeds) {
    vote(deed.subject, deed.inherited ? carriedVotes(deed) : subjectVotes(parse, deed));
    // "with Ines who does the viewings": only people are a "who".
    for (const phrase of [...deed.objects, ...deed.preps])
      vote(phrase, parse.words[phrase.to]?.lower === 'who' ? 2 : 0);
    // "zoning is asked whether …": only people can be asked.
    const isAsked = deed.form === 'passive' && /^(ask|tell|inform|notify|remind|warn|copy|cc|brief)$/.test(deed.lemma);
    vote(isAsked ? deed.subject : null, 2);
    const object = deed.objects[0];
    vote(object, object ? askedVotes(parse, deed, object) : 0);
    for (const phrase of deed.preps) vote(phrase, givenVotes(parse, deed, phrase));
    vote(explainedAfter(parse, deed), 2);
  }
  return new Set([...votes].filter(([, count]) => count >= ENOUGH).map(([key]) => key));
}

/** "to whoever bought it, the X": X is who. */
function explainedAfter(parse: Parse, deed: Deed): Phrase | undefined {
  const isOpen = [deed.end - 1, deed.end, deed.end + 1].some((at) =>
    /^(whoever|whichever)$/.test(parse.words[at]?.lower ?? ''),
  );
  if (!isOpen) return undefined;
  return (parse.fragmentOf.get(deed.clause + 1) ?? parse.fragmentOf.get(deed.clause + 2))?.phrases[0];
}

/** "the garage orders the parts, fixes the car and emails us": each further doing speaks for somebody. */
function carriedVotes(deed: Deed): number {
  if (deed.form !== 'present' || deed.objects.length === 0 || !deed.subject || deed.isBase) return 0;
  const isToUs = /^(me|us)$/.test(deed.objects[0]?.text ?? '');
  if (isToUs && (GIVEN_STRONG.has(deed.lemma) || ASKED_STRONG.has(deed.lemma))) return 2;
  return SUBJECT_WEAK.has(deed.lemma) ? 1 : 0;
}

function subjectVotes(parse: Parse, deed: Deed): number {
  if (deed.form === 'copula' || deed.form === 'passive' || !deed.subject) return 0;
  const isBare = isBareName(parse, deed.subject);
  // "the X has to release it": necessity laid on the one who does it.
  const isBound = deed.modal === 'have' || deed.modal === 'must';
  if (SUBJECT_STRONG.has(deed.lemma)) return isBound ? DECISIVE + 1 : 2;
  const isNamed =
    isBare && /^\p{Lu}\p{Ll}/u.test(parse.words[deed.subject.head]?.text ?? '') && deed.objects.length > 0;
  if (isNamed && !deed.negated) return 2;
  if (!SUBJECT_WEAK.has(deed.lemma)) return 0;
  // "the room needs booking": something is done to it.
  const next = parse.words[deed.to];
  if (deed.lemma === 'need' && next !== undefined && /ing$/.test(next.lower)) return 0;
  if (isBare || isBound) return 2;
  return /^(it|them|me|us|him|her)$/.test(deed.objects[0]?.text ?? '') ? 2 : 1;
}

function askedVotes(parse: Parse, deed: Deed, object: Phrase): number {
  const isBare = isBareName(parse, object);
  // What is asked for is a thing.
  if (/ (for|about|at|on)$/.test(deed.verb)) return 0;
  if (/^(escalate|write|speak|talk|reply|apologise) (to|with)$/.test(deed.verb)) return 2;
  if (isDative(parse, deed)) return 2;
  if (ASKED_STRONG.has(deed.lemma)) return deed.lemma === 'ask' && !isBare && object.headWord === 'question' ? 0 : 2;
  if (!ASKED_WEAK.has(deed.lemma) || deed.preps.some((phrase) => phrase.prep === 'to')) return 0;
  const inner = parse.deeds[deed.index + 1];
  const isRequest =
    inner?.parent === deed.index ||
    parse.words.slice(deed.end, deed.end + 3).some((word) => /^(ask|back|asking)$/.test(word.lower));
  return isBare || isRequest || isAnswered(parse, deed) ? 2 : 1;
}

/** "send the X the form": of two things after a verb of giving the first receives. */
function isDative(parse: Parse, deed: Deed): boolean {
  const [first, second] = deed.objects;
  if (!first || !second || !(GIVEN_STRONG.has(deed.lemma) || deed.lemma === 'mail')) return false;
  // "send a forecast every Monday": a day receives nothing, and gets nothing.
  if (TIME_NOUN.test(second.headWord) || /day$/.test(second.headWord)) return false;
  const opener = parse.words[second.from]?.pos;
  return first.to === second.from && (opener === 'DET' || opener === 'PRON') && !second.isPronoun;
}

function givenVotes(parse: Parse, deed: Deed, phrase: Phrase): number {
  const isBody = phrase.headWord === 'board' && phrase.to - phrase.from > 1 && phrase.prep === 'to';
  if ((SYSTEM_HEADS.has(phrase.headWord) && !isBody) || NOT_RECEIVERS.has(phrase.headWord)) return 0;
  // "it is parked with Ines": things lie with people.
  const isLeftWith = phrase.prep === 'with' && deed.form === 'passive' && /^(park|leave|lodge)$/.test(deed.lemma);
  if (isLeftWith && isBareName(parse, phrase)) return 2;
  if (phrase.prep === 'with') return isPosed(deed) ? 2 : WITH_VERBS.has(deed.lemma) ? 1.5 : 0;
  if (phrase.prep !== 'to') return 0;
  const isBare = isBareName(parse, phrase);
  // "it's across to Ines".
  const before = parse.words[phrase.from - 2]?.lower ?? '';
  if (deed.lemma === 'be' && isBare) return /^(across|over|off|straight|down|round)$/.test(before) ? 2 : 0;
  // "to the X to approve it": what follows is what X does.
  const inner = parse.deeds[deed.index + 1];
  const acts = inner?.parent === deed.index && inner.form === 'infinitive' && inner.from === phrase.to;
  if (GIVEN_STRONG.has(deed.lemma) || GIVEN_STRONG.has(deed.verb))
    return isBare || acts || isAnswered(parse, deed) ? 2 : 1.5;
  if (!GIVEN_WEAK.has(deed.lemma)) return 0;
  return isBare || acts || isAnswered(parse, deed) ? 2 : 1;
}

/** "I raise a job with X", "I take it up with X": a matter is put to somebody. */
export function isPosed(deed: Deed): boolean {
  const thing = deed.objects[0];
  return (
    POSE.test(deed.lemma) &&
    thing !== undefined &&
    (/^(it|that|this|them)$/.test(thing.text) || MATTER.test(thing.headWord))
  );
}

const POSE = /^(raise|open|log|book|place|lodge|file|arrange|check|clear|take|discuss|agree|confirm|query)$/;
const MATTER =
  /^(job|ticket|case|query|question|issue|order|request|claim|complaint|meeting|appointment|visit|call|date|price|change|dispute)$/;

/** "goes to the X, and they …", "goes to the X for sign-off": somebody there does something. */
function isAnswered(parse: Parse, deed: Deed): boolean {
  if (
    deed.preps.some(
      (phrase) =>
        phrase.prep === 'for' &&
        /^(approval|sign-off|signature|review|decision|checking|signing)$/.test(phrase.headWord),
    )
  )
    return true;
  const next = parse.deeds.slice(deed.index + 1, deed.index + 4);
  return next.some((other) => other.form !== 'copula' && /^(they|he|she)$/.test(other.subject?.text ?? ''));
}

/** A name, or one singular noun without an article: only parties and substances stand like that. */
export function isBareName(parse: Parse, phrase: Phrase): boolean {
  const first = parse.words[phrase.from];
  const head = parse.words[phrase.head];
  if (!first || !head || phrase.isPronoun || phrase.to - phrase.from > 2) return false;
  if (first.pos === 'DET' || first.pos === 'PRON' || first.pos === 'NUM') return false;
  if (isName(head)) return true;
  return head.pos === 'NOUN' && head.lemma === head.lower && !SYSTEM_HEADS.has(head.lower);
}

function canBeParty(parse: Parse, phrase: Phrase, weight: number): boolean {
  const head = parse.words[phrase.head];
  if (!head || EMPTY_NOUNS.has(head.lower) || VAGUE_PEOPLE.has(head.lower)) return false;
  // "the card holder has to approve it": only a person can.
  if (NOT_ROLES.has(head.lower) && !(weight > DECISIVE)) return false;
  if (/^(gets|goes|does|comes|lets)$/.test(head.lower)) return false;
  // "move it to hired": a state, not somebody.
  if (/[^e]ed$/.test(head.lower) && head.text === head.lower && phrase.to - phrase.from === 1) return false;
  const isBody = head.lower === 'board' && phrase.to - phrase.from > 1 && phrase.prep === 'to';
  if ((SYSTEM_HEADS.has(head.lower) && !isBody) || head.pos === 'NUM' || head.pos === 'ADJ') return false;
  // "the VP has to sign it": capitals with an article can be a role; bare ones are systems.
  const isAcronym = /^[A-Z][A-Z0-9]{1,4}$/.test(head.text);
  return !/^\d/.test(head.text) && (!isAcronym || parse.words[phrase.from]?.pos === 'DET');
}
