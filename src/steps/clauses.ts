// Comes in: words in one row. Goes out: clauses, cut the same way with and without punctuation.
import lists from './data/clauses.json' with { type: 'json' };
import { ROLE_HEADS, SUBJECT_PRONOUNS } from './lexicon.ts';
import { readPhrase } from './phrases.ts';
import { readVerbGroup } from './verb-groups.ts';
import type { Speech, Word } from './words.ts';

export type MarkerKind = 'condition' | 'time' | 'reason' | 'relative' | 'question' | 'concession';

/** A stretch of words with at most one main doing. `sentence` numbers sentences (or segments, without stops). */
export interface Clause {
  /** Its place in the list of clauses. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  /** "if", "when", "because"; null for a main clause. */
  readonly marker: string | null;
  readonly kind: MarkerKind | null;
  /** The first word after connectors and marker. */
  readonly start: number;
  /** "and", "or", "but", "so", "then" that open the clause. */
  readonly connectors: readonly string[];
}

const KINDS: ReadonlyMap<string, MarkerKind> = new Map(
  (['condition', 'time', 'reason', 'relative', 'question', 'concession'] as const).flatMap((kind) =>
    lists[kind].map((word) => [word, kind] as const),
  ),
);
const NEED_VERB: ReadonlySet<string> = new Set(lists.needVerb);
const CONNECTORS: ReadonlySet<string> = new Set(lists.connectors);
const REPORT_VERBS: ReadonlySet<string> = new Set(lists.reportVerbs);
const CLEAR_SUBJECTS: ReadonlySet<string> = new Set(['i', 'we', 'they', 'he', 'she']);
const LOOKAHEAD = 7;

/** Cuts the words into clauses in one pass. */
export function splitClauses({ words, punctuated }: Speech): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let sentence = 0;
  let hasVerb = false;
  for (let at = 0; at <= words.length; at += 1) {
    const cut = at === words.length ? 'sentence' : cutBefore(words, { at, from, hasVerb, punctuated });
    if (cut && at > from) {
      if (words.slice(from, at).some((word) => word.pos !== 'PUNCT'))
        clauses.push(buildClause(words, { from, to: at, sentence, index: clauses.length }));
      from = at;
      hasVerb = false;
    }
    if (cut === 'sentence') sentence += 1;
    const pos = words[at]?.pos;
    if (pos === 'VERB' || pos === 'AUX') hasVerb = true;
  }
  return clauses;
}

interface Place {
  readonly at: number;
  readonly from: number;
  readonly hasVerb: boolean;
  readonly punctuated: boolean;
}

function cutBefore(words: readonly Word[], place: Place): 'sentence' | 'clause' | null {
  const { at, from, hasVerb, punctuated } = place;
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before || at === from) return null;
  if (/^([.?!;:]|-{1,2}|–|—)$/.test(before.text) || /^[A-Z]\.$/.test(before.text)) return 'sentence';
  if (word.segment !== before.segment && !punctuated) return 'sentence';
  if (before.text === ',') return 'clause';
  if (word.pos === 'PUNCT') return null;
  if (opensDependent(words, at)) return isOpening(words, from, at) ? null : 'clause';
  if (word.pos === 'CCONJ' && isGoAnd(words, at)) return null;
  if (word.pos === 'CCONJ' && /^(and|or|but)$/.test(word.lower))
    return isVerbAhead(words, at + 1) && !endsList(words, at + 1) ? 'clause' : null;
  if (!hasVerb || isOpening(words, from, at)) return null;
  if (followsPredicate(words, at) || opensIdentity(words, at)) return 'clause';
  if ((word.lower === 'then' || word.lower === 'so') && before.pos !== 'CCONJ')
    return isDegree(words, at) ? null : 'clause';
  return opensSubject(words, at) ? 'clause' : null;
}

/** "they need plates and glasses | I book …": the noun after "and" ends a list, and what follows has its own subject. */
function endsList(words: readonly Word[], at: number): boolean {
  const phrase = words[at]?.pos === 'ADV' ? undefined : readPhrase(words, at);
  if (!phrase || phrase.isPronoun || words[at - 2]?.pos !== 'NOUN') return false;
  return CLEAR_SUBJECTS.has(words[phrase.to]?.lower ?? '') && isFinite(words, phrase.to + 1);
}

/** "go and weigh": one doing. */
function isGoAnd(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const next = words[at + 1];
  return (
    words[at]?.lower === 'and' &&
    /^(go|come|try)$/.test(before?.lower ?? '') &&
    next?.pos === 'VERB' &&
    next.lemma === next.lower
  );
}

/** Only connectors or a marker stand between the clause start and here. */
function isOpening(words: readonly Word[], from: number, at: number): boolean {
  for (let place = from; place < at; place += 1) {
    const word = words[place];
    if (word && word.pos !== 'PUNCT' && !CONNECTORS.has(word.lower) && !KINDS.has(word.lower)) return false;
  }
  return true;
}

function opensDependent(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || !KINDS.has(word.lower)) return false;
  const before = words[at - 1];
  // "nobody can say how, so …": the question is left open.
  if (/^(why|how|what)$/.test(word.lower) && /^(so|then|and|but)$/.test(words[at + 1]?.lower ?? '')) return false;
  if (word.lower === 'that' && (isDemonstrative(words, at) || isBareObject(words, at))) return false;
  if (word.lower === 'that' && /^(often|much|many|far|bad|late|big)$/.test(words[at + 1]?.lower ?? '')) return false;
  if (/^(before|after|until|till|since)$/.test(word.lower) && isTimeWord(words, at + 1)) return false;
  if (word.lower === 'that' && (word.pos === 'DET' || before?.pos === 'ADP')) return opensSubject(words, at);
  if (word.lower === 'since' || word.lower === 'cause') return opensSubject(words, at + 1);
  if (/^(who|which|that)$/.test(word.lower) && before?.pos === 'ADP') return false;
  return !NEED_VERB.has(word.lower) || isVerbAhead(words, at + 1);
}

/** "that's Ines", "that is our hr system": a sentence of its own; "anything that's saved" is not. */
function isDemonstrative(words: readonly Word[], at: number): boolean {
  const verb = words[at + 1];
  if (verb?.lemma === 'be' && verb.pos === 'AUX') {
    let next = at + 2;
    while (words[next]?.pos === 'ADV') next += 1;
    return words[next]?.pos !== 'VERB';
  }
  return (
    verb?.pos === 'AUX' ||
    (verb?.pos === 'VERB' && /^(take|mean|happen|come|depend|go)s?$/.test(verb.lower) && words[at - 1]?.pos !== 'NOUN')
  );
}

/** "before two thirty", "after the fifteenth", "before that": a time, not a clause. */
function isTimeWord(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return true;
  if (/^(that|this|then|half|quarter|noon|midday|midnight|lunch)$/.test(word.lower))
    return words[at + 1]?.pos !== 'AUX';
  if (word.pos === 'NUM') return true;
  return word.pos === 'DET' && /(st|nd|rd|th)$/.test(words[at + 1]?.lower ?? '') && words[at + 1]?.pos !== 'NOUN';
}

/** A verb group comes before the next stop, comma or conjunction, after at most one subject. */
function isVerbAhead(words: readonly Word[], start: number): boolean {
  let phrases = 0;
  for (let at = start; at < Math.min(words.length, start + LOOKAHEAD); at += 1) {
    const word = words[at];
    if (!word || (word.pos === 'PUNCT' && at > start)) return false;
    if (word.pos === 'VERB' || word.pos === 'AUX') return true;
    if (word.lower === 'to' && words[at + 1]?.pos === 'VERB' && phrases > 0) return false;
    if (word.pos === 'ADP' && phrases > 0) return false;
    if (word.pos === 'CCONJ' && at > start) return false;
    if (KINDS.has(word.lower) && phrases > 0) return false;
    const phrase = word.pos === 'ADV' ? undefined : readPhrase(words, at);
    if (!phrase) continue;
    phrases += 1;
    if (phrases > 1 && !SUBJECT_PRONOUNS.has(word.lower)) return false;
    at = phrase.to - 1;
  }
  return false;
}

/** "I send that to X": the thing itself, not the start of a clause. */
function isBareObject(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const next = words[at + 1];
  if (before?.pos !== 'VERB' || REPORT_VERBS.has(before.lemma)) return false;
  // "nobody can make that | I call …".
  if (next && /^(i|we)$/.test(next.lower)) return true;
  return !next || /^(ADP|PART|PUNCT|CCONJ)$/.test(next.pos);
}

/** A new subject with its verb starts here: "… the invoice | it goes to …". */
function opensSubject(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before) return false;
  const isPredicate = before.pos === 'ADP' && words[at - 2]?.pos === 'AUX';
  const isObjectPlace =
    (before.pos === 'ADP' && !isPredicate) ||
    before.pos === 'PART' ||
    (before.pos === 'VERB' && !REPORT_VERBS.has(before.lemma));
  if (CLEAR_SUBJECTS.has(word.lower)) return isFinite(words, at + 1);
  if (before.pos === 'CCONJ' || before.pos === 'DET' || isObjectPlace) return false;
  if (SUBJECT_PRONOUNS.has(word.lower) || /^(that|this|there|somebody|someone|nobody|everything)$/.test(word.lower))
    return isFinite(words, at + 1);
  if (before.pos === 'AUX' || (word.pos !== 'DET' && !/^(my|our|their|his|her)$/.test(word.lower))) return false;
  const subject = readPhrase(words, at);
  return subject !== undefined && isFinite(words, subject.to) && words[subject.to]?.lower !== 'to';
}

function isFinite(words: readonly Word[], start: number): boolean {
  let at = start;
  while (words[at]?.pos === 'ADV' || words[at]?.lower === 'first' || words[at]?.lower === 'either') at += 1;
  const word = words[at];
  return (
    word !== undefined &&
    (word.pos === 'AUX' || (word.pos === 'VERB' && (!/ing$/.test(word.lower) || word.lower === word.lemma)))
  );
}

/** "if the oven is cold | Ines lights it": a name after an adjective, with a verb of its own. */
function followsPredicate(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const isName = word?.pos === 'PROPN' && /^\p{Lu}/u.test(word.text);
  return isName && words[at - 1]?.pos === 'ADJ' && words[at - 2]?.pos === 'AUX' && words[at + 1]?.pos === 'VERB';
}

/** "… in the crate | sam's the driver": without stops a noun can run into the next. */
function opensIdentity(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (words[at]?.pos !== 'NOUN' || before?.pos !== 'NOUN' || words[at + 1]?.lower !== "'s") return false;
  const role = readPhrase(words, at + 2);
  return words[at + 2]?.pos === 'DET' && role !== undefined && ROLE_HEADS.has(role.headWord);
}

/** "so bad", "so that", "so much": not a new clause. */
function isDegree(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return words[at]?.lower === 'so' && (next?.pos === 'ADJ' || /^(much|many|far)$/.test(next?.lower ?? ''));
}

function buildClause(
  words: readonly Word[],
  span: { readonly from: number; readonly to: number; readonly sentence: number; readonly index: number },
): Clause {
  const connectors: string[] = [];
  let at = span.from;
  let marker: string | null = null;
  for (; at < span.to; at += 1) {
    const word = words[at];
    if (!word) break;
    if (KINDS.has(word.lower) && opensDependent(words, at)) {
      marker = word.lower;
      at += 1;
      break;
    }
    if (word.pos !== 'PUNCT' && !CONNECTORS.has(word.lower)) break;
    if (word.pos === 'ADV' || word.pos === 'CCONJ' || word.pos === 'INTJ' || word.pos === 'ADJ')
      connectors.push(word.lower);
    else if (word.pos !== 'PUNCT' && readVerbGroup(words, at)) break;
    else connectors.push(word.lower);
  }
  const to = trimEnd(words, span);
  return {
    index: span.index,
    from: span.from,
    to,
    sentence: span.sentence,
    marker,
    kind: kindOf(words, marker, at - 1),
    start: Math.min(at, to),
    connectors,
  };
}

/** "check if", "ask whether": a question, not a condition. */
function kindOf(words: readonly Word[], marker: string | null, markerAt: number): MarkerKind | null {
  if (marker === null) return null;
  const before = words[markerAt - 1];
  if (
    marker === 'if' &&
    before?.pos === 'VERB' &&
    /^(ask|check|look|see|know|wonder|decide|confirm|ensure|tell|say)$/.test(before.lemma)
  )
    return 'question';
  return KINDS.get(marker) ?? null;
}

function trimEnd(words: readonly Word[], { from, to }: { readonly from: number; readonly to: number }): number {
  let end = to;
  while (end > from && words[end - 1]?.pos === 'PUNCT') end -= 1;
  return end;
}
