// Written descriptions name their parties by acronyms, which hide the verbs beside them from a tagger: repairs for that.
import type { Word } from '../words.ts';

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'X', 'SYM', 'NUM']);
const BREAKS = /^([,;:]|and|or|but|if|whether|that|when|after|once)$/;

/** Returns the same words with some tags and lemmas corrected; one pass, looks at most eight words ahead. */
export function repairWritten(words: readonly Word[]): Word[] {
  const repaired: Word[] = [];
  let hasVerb = false;
  words.forEach((word, at) => {
    const context = { before: repaired[at - 1], after: words[at + 1], later: words.slice(at + 1, at + 8) };
    const better =
      repairName(word, context) ??
      repairParticiple(word, context) ??
      (hasVerb ? null : repairVerb(word, context)) ??
      word;
    // "The principal signs the …": what stands before the verb was a noun.
    const hidden = repaired[at - 1];
    if (better.pos === 'VERB' && word.pos === 'NOUN' && hidden?.pos === 'ADJ')
      repaired[at - 1] = { ...hidden, pos: 'NOUN' };
    repaired.push(better);
    if (better.pos === 'AUX' || (better.pos === 'VERB' && !/ing$/.test(better.lower))) hasVerb = true;
    else if (BREAKS.test(better.lower)) hasVerb = false;
  });
  return repaired;
}

interface Context {
  readonly before: Word | undefined;
  readonly after: Word | undefined;
  readonly later: readonly Word[];
}

/** "The HQ may …", "the Night Desk": capitals inside a sentence make a name. */
function repairName(word: Word, { before, after }: Context): Word | null {
  if (word.pos === 'AUX' && /^[A-Z]{2,}$/.test(word.text)) return { ...word, pos: 'PROPN' };
  if (word.pos === 'INTJ' && /^ok$/i.test(word.text)) return { ...word, pos: 'ADJ' };
  if (word.pos === 'VERB' && before?.lower === 'to' && /ing$/.test(word.lower) && word.lemma !== word.lower)
    return { ...word, pos: 'NOUN' };
  if (!before || !after || !/^[A-Z][a-z]/.test(word.text) || !/^[A-Z]/.test(after.text)) return null;
  const isHidden = word.pos === 'ADJ' || word.pos === 'ADV' || word.pos === 'VERB';
  return isHidden && NOMINAL.has(after.pos) ? { ...word, pos: 'PROPN' } : null;
}

/** "is informed of": the tagger takes the participle for an adjective. */
function repairParticiple(word: Word, { before }: Context): Word | null {
  const isHidden = word.pos === 'ADJ' && /[^e]ed$/.test(word.lower) && before?.lemma === 'be';
  return isHidden ? { ...word, pos: 'VERB', lemma: word.lower.replace(/ed$/, '') } : null;
}

/** In a clause without a verb, "requests the …" after a noun is one; so is "reading the …" after "after". */
function repairVerb(word: Word, { before, after, later }: Context): Word | null {
  if (!before || !after) return null;
  const opensObject = after.pos === 'DET' || after.pos === 'PRON';
  const asVerb: Word = { ...word, pos: 'VERB', lemma: stripEnding(word.lower) };
  if (word.pos === 'NOUN' && opensObject) {
    if (/ing$/.test(word.lower) && /^(after|before|by|without|upon)$/.test(before.lower)) return asVerb;
    if (before.pos === 'NOUN' && after.pos === 'DET' && !hasVerbAhead(later)) return asVerb;
  }
  if (!/[a-z]s$/.test(word.lower) || (word.pos !== 'NOUN' && word.pos !== 'ADV')) return null;
  const isNoun = NOMINAL.has(before.pos) && before.pos !== 'NUM';
  if (isNoun || before.pos === 'PRON' || before.lower === 'which') {
    const opensRest = /^(ADP|ADV|SCONJ|PUNCT)$/.test(after.pos) && !hasVerbAhead(later);
    return opensObject || opensRest ? asVerb : null;
  }
  return before.pos === 'ADJ' && opensObject ? asVerb : null;
}

/** A verb comes before the next stop, comma or conjunction. */
function hasVerbAhead(later: readonly Word[]): boolean {
  const end = later.findIndex((word) => word.pos === 'PUNCT' || word.pos === 'CCONJ' || word.pos === 'SCONJ');
  const reach = end < 0 ? later : later.slice(0, end);
  return reach.some((word) => word.pos === 'VERB' || word.pos === 'AUX');
}

function stripEnding(lower: string): string {
  return lower
    .replace(/(ch|sh|ss|x|z)es$/, '$1')
    .replace(/ies$/, 'y')
    .replace(/s$/, '');
}
