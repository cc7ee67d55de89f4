// Repairs of part-of-speech tags for instructional speech: verbs that written-text models take for nouns, and back.
import type { TaggedWord } from '../src/needs/tagger.ts';
import {
  baseOf,
  isAcronym,
  isDeterminer,
  isNounBase,
  OBJECTS,
  OFFICE_VERBS,
  opensNounPhrase,
  wordSet,
} from './wink-tagger-words.ts';

const SUBJECTS = wordSet('i we they he she who');
const CLAUSE_OPENERS = wordSet('then and or so just please first next finally either but now okay ok right well');
const FIXED = wordSet('everything anything something nothing everyone everybody anybody somebody nobody someone');
const LIGHT = wordSet('do have');
const GERUND_TAKERS = wordSet('start stop keep finish try avoid begin do go come get end continue');
/** Spellings of speech that the model does not know. */
const SPOKEN: ReadonlyMap<string, Pick<TaggedWord, 'pos' | 'lemma'>> = new Map([
  ['gonna', { pos: 'AUX', lemma: 'will' }],
  ['cos', { pos: 'SCONJ', lemma: 'because' }],
  ['coz', { pos: 'SCONJ', lemma: 'because' }],
]);
const TURNED = wordSet('round off up down back');
const PARTICLES = wordSet('in out up off over back down on into for through');

/** Returns the same words with some tags and lemmas corrected. Positions only: never looks at more than a few words. */
export function repairTags(words: readonly TaggedWord[]): TaggedWord[] {
  const repaired: TaggedWord[] = [];
  words.forEach((word, at) => {
    const context = { before: lastSpoken(repaired), earlier: repaired, after: words[at + 1], later: words[at + 2] };
    repaired.push(repairWord(word, context));
  });
  return repaired;
}

/** "off it goes": the particle stands before its subject. */
function isTurned({ after, later }: Context): boolean {
  return after?.pos === 'PRON' && /^(goes|comes)$/i.test(later?.text ?? '');
}

/** "move it to hired", "set the ticket to solved": no infinitive ends so. */
function isState(word: TaggedWord, lower: string, { before }: Context): boolean {
  return /[^e]ed$/.test(lower) && word.lemma !== lower && before?.text.toLowerCase() === 'to';
}

/** "press urgent on the panel": what the button says. */
function isButtonText(word: TaggedWord, { before, after }: Context): boolean {
  if (word.pos !== 'ADJ' || before?.pos !== 'VERB' || !/^(click|press|hit|tap)$/.test(before.lemma)) return false;
  return !after || /^(ADP|CCONJ|PUNCT)$/.test(after.pos);
}

/** "a waiting list", "send packing advice", "in locked storage": participle and noun are one name. */
function isPartOfName(word: TaggedWord, { before, earlier, after }: Context): boolean {
  if (!before) return false;
  const lower = word.text.toLowerCase();
  const behind = earlier.at(-2);
  if (before.pos === 'ADJ' && /ing$/.test(before.text.toLowerCase()) && isDeterminer(behind))
    return word.lemma === lower;
  if (!after || !/^(NOUN|VERB)$/.test(after.pos) || opensNounPhrase(after)) return false;
  if (isDeterminer(before)) return /ing$/.test(lower) && after.lemma === after.text.toLowerCase();
  if (after.pos !== 'NOUN') return false;
  if (/ed$/.test(lower))
    return before.pos === 'ADP' && !/^(after|before|since|than|as|to)$/.test(before.text.toLowerCase());
  return (
    /ing$/.test(lower) && before.pos === 'VERB' && OFFICE_VERBS.has(before.lemma) && !GERUND_TAKERS.has(before.lemma)
  );
}

interface Context {
  readonly before: TaggedWord | undefined;
  readonly earlier: readonly TaggedWord[];
  readonly after: TaggedWord | undefined;
  readonly later: TaggedWord | undefined;
}

const DOUBTFUL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'X', 'INTJ', 'ADV']);
const PLACES = wordSet('in on from with by of at');

/** Rules of single words first, then those of its tag; each leaves most words as they are. */
function repairWord(word: TaggedWord, context: Context): TaggedWord {
  const lower = word.text.toLowerCase();
  if (FIXED.has(lower)) return { ...word, pos: 'PRON', lemma: lower };
  const spoken = SPOKEN.get(lower);
  if (spoken) return { ...word, ...spoken };
  if (lower === 'know' && !isDeterminer(context.before)) return { ...word, pos: 'VERB', lemma: lower };
  if (TURNED.has(lower) && isTurned(context)) return { ...word, pos: 'ADV', lemma: lower };
  if (lower === 'it' && isDeterminer(context.before)) return { ...word, pos: 'NOUN' };
  if (lower === 'that' && isPronoun(word, context)) return { ...word, pos: 'PRON' };
  if (word.pos === 'VERB') return repairVerb(word, lower, context);
  if (word.pos === 'ADP') return word.lemma === lower ? word : { ...word, lemma: lower };
  if (word.pos === 'AUX' && LIGHT.has(word.lemma) && opensNounPhrase(context.after)) return { ...word, pos: 'VERB' };
  if (word.pos === 'PART' && lower === "'s" && isCopula(context)) return { ...word, pos: 'AUX', lemma: 'be' };
  if (isButtonText(word, context)) return { ...word, pos: 'NOUN', lemma: lower };
  if (!DOUBTFUL.has(word.pos) || isAcronym(word.text) || !/^[a-z][a-z'-]+$/i.test(word.text)) return word;
  return isVerbHere(word, context) ? { ...word, pos: 'VERB', lemma: baseOf(lower) } : word;
}

function repairVerb(word: TaggedWord, lower: string, context: Context): TaggedWord {
  const { before, earlier, after } = context;
  if (/^rout(ed|es|ing)$/.test(lower)) return { ...word, lemma: 'route' };
  if (isState(word, lower, context)) return { ...word, pos: 'NOUN', lemma: lower };
  if (isPartOfName(word, context)) return { ...word, pos: /(ed|ing)$/.test(lower) ? 'ADJ' : 'NOUN' };
  if (isNounHere(word, context)) return { ...word, pos: 'NOUN' };
  const opener = before?.text.toLowerCase() ?? '';
  const isOpen = opensNounPhrase(after);
  if ((opener === 'into' || opener === 'onto') && !isOpen)
    return { ...word, pos: isAcronym(word.text) ? 'PROPN' : 'NOUN', lemma: lower };
  if (before?.pos === 'ADP' && isNounBase(lower) && !isOpen) return { ...word, pos: 'NOUN' };
  const isGoverned = PLACES.has(opener) && word.lemma === lower;
  if (isGoverned && !isOpen && earlier.at(-2)?.pos !== 'VERB') return { ...word, pos: 'NOUN' };
  if (isAcronym(word.text)) return { ...word, pos: 'PROPN' };
  if (isDeterminer(before) && (isNounBase(lower) || !/(ed|ing|en)$/.test(lower))) return { ...word, pos: 'NOUN' };
  return word;
}

/** "after that Anna posts it", "I send that.": no determiner of a name, no conjunction. */
function isPronoun(word: TaggedWord, context: Context): boolean {
  if (word.pos === 'SCONJ') return endsObject(context);
  if (word.pos !== 'DET' || context.after?.pos !== 'PROPN') return false;
  return /^(after|before)$/.test(context.before?.text.toLowerCase() ?? '');
}

/** Nouns the model takes for something else: "the it ticket", "the price block", "email filing, that's …". */
function isNounHere(word: TaggedWord, { before, earlier, after, later }: Context): boolean {
  const lower = word.text.toLowerCase();
  if (lower === 'it' || lower === 'to') return false;
  const endsHere = !after || after.pos === 'PUNCT' || after.pos === 'AUX' || after.pos === 'CCONJ';
  // "make booking in …": what is made is a thing.
  const isMade = /^(make|create|raise|issue)$/.test(before?.lemma ?? '') && after?.pos === 'ADP';
  if (/ing$/.test(lower) && before?.pos === 'VERB' && OFFICE_VERBS.has(before.lemma)) return endsHere || isMade;
  const isLast = endsHere || after.pos === 'ADV' || after.pos === 'ADP';
  if (before?.text.toLowerCase() === 'to' && isLast) return isMotion(earlier.slice(-4, -1));
  const isSubject = after?.pos === 'AUX' && /^(has|is|was|does|needs|will)$/.test(after.text.toLowerCase());
  const isPlural =
    /s$/.test(lower) && word.lemma !== lower && after?.pos === 'VERB' && after.lemma === after.text.toLowerCase();
  if (isPlural && before?.pos !== 'PRON' && before?.pos !== 'NOUN' && before?.pos !== 'PROPN') return true;
  if (isSubject && word.lemma === lower && before?.pos !== 'PRON' && before?.pos !== 'AUX') return true;
  // "on the fibre map it's green": what follows is a subject, no object.
  const isBeforeSubject = /^(it|that|this)$/.test(after?.text.toLowerCase() ?? '') && later?.pos === 'AUX';
  if (!before || word.lemma !== lower || (opensNounPhrase(after) && !isBeforeSubject)) return false;
  const isCompound = (before.pos === 'NOUN' || before.pos === 'PROPN') && before.lemma === before.text.toLowerCase();
  return isCompound && inNounPhrase(earlier);
}

/** "goes to dispatch", "hand it over to stock": a place or party follows, not a purpose. */
function isMotion(words: readonly TaggedWord[]): boolean {
  return words.some((word) => /^(go|come|send|hand|pass|back|over|forward|wheel|belong|across)$/.test(word.lemma));
}

/** A determiner stands before the nouns and adjectives that were just read. */
function inNounPhrase(earlier: readonly TaggedWord[]): boolean {
  for (let at = earlier.length - 1; at >= Math.max(0, earlier.length - 5); at -= 1) {
    const word = earlier[at];
    if (isDeterminer(word) || word?.pos === 'DET') return true;
    if (!word || !['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(word.pos)) return false;
  }
  return false;
}

/** "I send that.", "put that in the tray": the thing itself, not the start of a clause. */
function endsObject({ before, after }: Context): boolean {
  if (before?.pos !== 'VERB') return false;
  return (
    !after ||
    ['ADP', 'PUNCT', 'CCONJ', 'ADV', 'ADJ', 'PART', 'SCONJ'].includes(after.pos) ||
    /^(myself|first|over|to)$/.test(after.text.toLowerCase())
  );
}

/** "something's off", "the card's expired", "the order's eleven days old": a verb, not a possessive. */
function isCopula({ before, after }: Context): boolean {
  if (!before || !after) return false;
  if (before.pos === 'PRON') return true;
  return ['VERB', 'NUM', 'DET', 'ADP', 'ADV', 'PRON'].includes(after.pos);
}

/** A word after a subject pronoun, a modal, "to", or at the start of a clause before an object is a verb. */
function isVerbHere(word: TaggedWord, { before, earlier, after, later }: Context): boolean {
  const lower = word.text.toLowerCase();
  const known = OFFICE_VERBS.has(lower) || OFFICE_VERBS.has(baseOf(lower));
  const subject = skipAdverbs(earlier);
  const isNoun = word.pos === 'NOUN' || word.pos === 'PROPN';
  const opensObject = after !== undefined && (isDeterminer(after) || OBJECTS.has(after.text.toLowerCase()));
  const isActing =
    subject !== undefined && subject === before && word.pos === 'ADJ' && PARTICLES.has(after?.text.toLowerCase() ?? '');
  if (subject && SUBJECTS.has(subject.text.toLowerCase())) return isNoun || known || isActing;
  if (subject?.text.toLowerCase() === 'you' && known && isClauseStart(earlier, subject)) return true;
  if (before && isModal(before, earlier)) return (isNoun && opensObject) || known;
  if (/^(goes|comes)$/.test(lower)) return true;
  // "before anything moves": a pronoun for things acts, it is no part of a name.
  if (isNoun && known && /[^s]s$/.test(lower) && FIXED.has(before?.text.toLowerCase() ?? '')) return true;
  // "the roll of drawings lands on your desk": two plurals in a row, then a place.
  const isArriving = /^(lands|comes|sits|waits|moves|stays|passes|ends|stops)$/.test(lower) && after?.pos === 'ADP';
  if (isNoun && isArriving && (before?.pos === 'NOUN' || before?.pos === 'PROPN')) return true;
  const chases = isNoun && /s$/.test(lower) && /^(it|them)$/.test(after?.text.toLowerCase() ?? '');
  if (chases && (before?.pos === 'NOUN' || before?.pos === 'PROPN')) return true;
  // "and that alerts her": a plural noun does not stand between "that" and a person.
  const isToPerson =
    /^(him|her|them|me|us)$/.test(after?.text.toLowerCase() ?? '') && !(later && /^(NOUN|ADJ)$/.test(later.pos));
  if (isNoun && /[^s]s$/.test(lower) && isToPerson && before?.text.toLowerCase() === 'that') return true;
  const joins =
    before?.pos === 'CCONJ' &&
    known &&
    OFFICE_VERBS.has(lower) &&
    after?.pos === 'ADP' &&
    OBJECTS.has(later?.text.toLowerCase() ?? '');
  if (joins) return true;
  // "copy from one and paste into the other".
  if (
    isNoun &&
    OFFICE_VERBS.has(lower) &&
    before?.pos === 'CCONJ' &&
    /^(into|onto)$/.test(after?.text.toLowerCase() ?? '')
  )
    return true;
  if (known && before?.text.toLowerCase() === 'is' && earlier.at(-2)?.lemma === 'do') return true;
  const toVerb =
    before?.text.toLowerCase() === 'to' && /^(have|need|want|got|going)$/.test(earlier.at(-2)?.lemma ?? '');
  if (toVerb && isNoun && !isDeterminer(after)) return after?.pos !== 'NOUN';
  // "the guys on the dock count the cages": the clause has no verb yet, and an object follows.
  const isAgreeable = /[^s]s$/.test(lower) || (OFFICE_VERBS.has(lower) && hasPlural(earlier));
  const opensName = after?.pos === 'PROPN' && /[^s]s$/.test(lower);
  if (isNoun && known && isAgreeable && (opensObject || opensName) && isVerbless(earlier)) return true;
  const isAgreeing = isNoun && known && /s$/.test(lower) && (before?.pos === 'NOUN' || before?.pos === 'PROPN');
  const isPhrasal = PARTICLES.has(after?.text.toLowerCase() ?? '') && later !== undefined && isDeterminer(later);
  if (isAgreeing && (opensObject || isPhrasal || before?.pos === 'PROPN'))
    return opensObject || isPhrasal || after?.pos === 'NOUN';
  if (before?.text.toLowerCase() === 'to' && known) return isNoun && (opensObject || OFFICE_VERBS.has(lower));
  if (!known) return isNoun && before?.pos === 'CCONJ' && OBJECTS.has(after?.text.toLowerCase() ?? '');
  const starts = !before || before.pos === 'PUNCT' || CLAUSE_OPENERS.has(before.text.toLowerCase());
  if (!starts) return false;
  const particle = PARTICLES.has(after?.text.toLowerCase() ?? '') && later !== undefined && isDeterminer(later);
  return opensObject || particle;
}

/** Since the last stop there were nouns, and no verb. */
function isVerbless(earlier: readonly TaggedWord[]): boolean {
  let hasNoun = false;
  for (let at = earlier.length - 1; at >= 0; at -= 1) {
    const word = earlier[at];
    if (!word || word.pos === 'PUNCT') break;
    if (/^(VERB|AUX|SCONJ|CCONJ)$/.test(word.pos)) return false;
    if (/^(NOUN|PROPN)$/.test(word.pos)) hasNoun = true;
  }
  return hasNoun;
}

function hasPlural(earlier: readonly TaggedWord[]): boolean {
  return earlier.slice(-6).some(({ pos, text, lemma }) => pos === 'NOUN' && lemma !== text.toLowerCase());
}

function isModal(word: TaggedWord, earlier: readonly TaggedWord[]): boolean {
  if (/^(can|could|will|would|should|must|may|might|'ll|ll|gonna|let's)$/i.test(word.text)) return true;
  return word.text === "'d" && SUBJECTS.has(earlier.at(-2)?.text.toLowerCase() ?? '');
}

function isClauseStart(earlier: readonly TaggedWord[], subject: TaggedWord): boolean {
  const before = earlier[earlier.indexOf(subject) - 1];
  return !before || before.pos !== 'VERB';
}

function skipAdverbs(earlier: readonly TaggedWord[]): TaggedWord | undefined {
  for (let at = earlier.length - 1; at >= Math.max(0, earlier.length - 4); at -= 1) {
    const word = earlier[at];
    const isAdverb = word?.pos === 'ADV' || word?.pos === 'INTJ' || word?.text.toLowerCase() === 'first';
    if (word && !isAdverb) return word;
  }
  return undefined;
}

function lastSpoken(words: readonly TaggedWord[]): TaggedWord | undefined {
  const last = words.at(-1);
  return last?.pos === 'INTJ' ? words.at(-2) : last;
}
