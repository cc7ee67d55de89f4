// Verb groups: "I 'd have to email" is one doing, `email`, with what is said about its time, necessity and denial.
import clauses from './data/clauses.json' with { type: 'json' };
import { IRREGULAR_PAST, isPhrasal, PARTICLES } from './lexicon.ts';
import type { Word } from './words.ts';

export type VerbForm = 'present' | 'past' | 'future' | 'passive' | 'infinitive' | 'gerund' | 'copula';

export interface VerbGroup {
  readonly from: number;
  /** Exclusive; after an adjacent particle. */
  readonly to: number;
  readonly verbAt: number;
  readonly lemma: string;
  readonly particle: string | null;
  readonly form: VerbForm;
  readonly negated: boolean;
  /** "have", "must", "would", "can", "try"; null when the doing is plain. */
  readonly modal: string | null;
  /** The verb is in its base form, as in commands. */
  readonly isBase: boolean;
}

const CHAIN_MODALS: ReadonlySet<string> = new Set(clauses.modals);
const CHAINS: ReadonlySet<string> = new Set(clauses.chains);

/** Reads the verb group that starts at `at` (an auxiliary, a verb, or "to" before a verb), if one does. */
export function readVerbGroup(words: readonly Word[], at: number): VerbGroup | undefined {
  const first = words[at];
  if (!first) return undefined;
  const infinitive = first.lower === 'to' && startsVerb(words, at + 1);
  if (!infinitive && first.pos !== 'AUX' && first.pos !== 'VERB') return undefined;
  const scan = scanGroup(words, infinitive ? at + 1 : at);
  if (scan.verbAt < 0) return undefined;
  const verb = words[scan.verbAt];
  if (!verb) return undefined;
  const lemma = verb.lemma;
  const after = words[scan.verbAt + 1];
  const isOneVerb =
    after !== undefined &&
    PARTICLES.has(after.lower) &&
    isPhrasal(lemma, after.lower) &&
    !isPlaceAhead(words, scan.verbAt);
  return {
    from: at,
    to: scan.verbAt + (isOneVerb ? 2 : 1),
    verbAt: scan.verbAt,
    lemma,
    particle: isOneVerb ? after.lower : null,
    form: infinitive ? 'infinitive' : formOf(verb, scan),
    negated: scan.negated,
    modal: scan.modal,
    isBase: verb.pos === 'VERB' && verb.lower === verb.lemma && scan.auxiliaries.length === 0,
  };
}

/** "check in Medra", "look up in the list": a place follows, not an object. */
function isPlaceAhead(words: readonly Word[], verbAt: number): boolean {
  const particle = words[verbAt + 1];
  const next = words[verbAt + 2];
  if (!next || !particle) return false;
  // "check it over the phone", "copy it off the note", "send it out of the office".
  if (particle.lower === 'over' && /^(phone|telephone|radio|counter|line)$/.test(words[verbAt + 3]?.lower ?? ''))
    return true;
  if (/^(out|off)$/.test(particle.lower) && next.lower === 'of') return true;
  if (!/^(in|on)$/.test(particle.lower)) return false;
  if (words[verbAt]?.lemma === 'check') return next.pos !== 'ADP' && next.pos !== 'ADV' && next.pos !== 'PUNCT';
  return next.pos === 'PROPN' && words[verbAt]?.lemma !== 'log' && !/^[A-Z]{1,2}$/.test(next.text);
}

interface Scan {
  verbAt: number;
  negated: boolean;
  modal: string | null;
  /** "ends up writing": the gerund is what is done. */
  endsUp: boolean;
  readonly auxiliaries: string[];
}

/** Walks auxiliaries, adverbs and chained verbs ("have to", "try to", "go and") up to the verb that is meant. */
function scanGroup(words: readonly Word[], start: number): Scan {
  const scan: Scan = { verbAt: -1, negated: false, modal: null, endsUp: false, auxiliaries: [] };
  for (let at = start; at < Math.min(words.length, start + 10); at += 1) {
    const word = words[at];
    if (!word || (at > start && word.segment !== words[at - 1]?.segment && words[at - 1]?.text === ',')) break;
    if (/^(not|n't|never)$/.test(word.lower)) scan.negated = true;
    else if (word.pos === 'AUX') {
      scan.auxiliaries.push(word.lemma);
      scan.verbAt = at;
      if (startsInfinitive(words, at + 1)) {
        scan.modal = word.lemma;
        at += 1;
      } else if (/^(must|would|can|could|will|should|may|might|shall)$/.test(word.lemma)) scan.modal = word.lemma;
    } else if (word.pos === 'VERB') {
      scan.verbAt = at;
      if (isGetPassive(words, at)) scan.auxiliaries.push('be');
      else if (word.lemma === 'end' && words[at + 1]?.lower === 'up' && isGerund(words[at + 2])) {
        scan.endsUp = true;
        at += 1;
      } else if (CHAIN_MODALS.has(word.lemma) && startsInfinitive(words, at + 1)) {
        scan.modal = word.lemma;
        at += 1;
      } else if (isChain(words, at)) at += words[at + 1]?.lower === 'and' ? 1 : 0;
      else break;
    } else if (word.pos !== 'ADV' && word.lower !== 'first') break;
    else if (word.lower === 'so' || word.lower === 'then' || word.lower === 'well') break;
  }
  return scan;
}

/** "it gets passed to X": got what somebody else does. */
function isGetPassive(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (words[at]?.lemma !== 'get' || next?.pos !== 'VERB' || next.lower === next.lemma) return false;
  const after = words[at + 2];
  const isOpen = !after || /^(ADP|PUNCT|CCONJ|ADV|SCONJ|PART)$/.test(after.pos);
  return isOpen && (/ed$/.test(next.lower) || IRREGULAR_PAST.has(next.lower));
}

function isGerund(word: Word | undefined): boolean {
  return word?.pos === 'VERB' && /ing$/.test(word.lower) && word.lower !== word.lemma;
}

function startsInfinitive(words: readonly Word[], at: number): boolean {
  return words[at]?.lower === 'to' && startsVerb(words, at + 1);
}

function startsVerb(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.pos === 'ADV') return words[at + 1]?.pos === 'VERB';
  return word?.pos === 'VERB' || (word?.pos === 'AUX' && /^(be|have|do)$/.test(word.lower));
}

/** "go and count", "go stand", "try and find". */
function isChain(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next || !CHAINS.has(word.lemma)) return false;
  if (next.lower === 'and') return words[at + 2]?.pos === 'VERB';
  return next.pos === 'VERB' && next.lower === next.lemma && word.lower === word.lemma;
}

function formOf(verb: Word, scan: Scan): VerbForm {
  if (verb.pos === 'AUX') return 'copula';
  const last = scan.auxiliaries.at(-1);
  const isParticiple = verb.lower !== verb.lemma && !/(ing|s)$/.test(verb.lower);
  if (last === 'be' && /ing$/.test(verb.lower)) return scan.modal === 'would' ? 'present' : 'gerund';
  if (last === 'be' && isParticiple) return 'passive';
  if (last === 'have' && isParticiple) return scan.auxiliaries.includes('be') ? 'passive' : 'past';
  if (last === 'will') return 'future';
  if (scan.auxiliaries.length > 0) return 'present';
  if (verb.lower === 'got' || scan.endsUp) return 'present';
  if (/ing$/.test(verb.lower) && verb.lower !== verb.lemma) return 'gerund';
  if ((/ed$/.test(verb.lower) && verb.lower !== verb.lemma) || IRREGULAR_PAST.has(verb.lower)) return 'past';
  return 'present';
}
