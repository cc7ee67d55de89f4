// Comes in: the words of one sentence. Goes out: its noun chunks and verb groups, and which chunk stands how to which verb.
import { POSSESSIVES } from '../lexicon.ts';
import { readVerbGroup, type VerbForm } from '../verb-groups.ts';
import type { Word } from '../words.ts';
import { repairWritten } from './repair-tags.ts';

/** How a chunk stands to its verb. `fragment`: no verb in the sentence. */
export type Role =
  | 'subject'
  | 'passive subject'
  | 'copula subject'
  | 'object'
  | 'passive object'
  | 'copula object'
  | 'prepositional'
  | 'fragment';

export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly isPronoun: boolean;
  readonly role: Role;
  /** Position of its verb in the list of groups, -1 without one. */
  readonly group: number;
  readonly prep: string;
  /** Joined to the chunk before it by "and", "or" or a comma. */
  readonly isJoined: boolean;
}

export interface Group {
  readonly from: number;
  readonly to: number;
  readonly verbAt: number;
  readonly lemma: string;
  /** `reduced`: a participle that only describes the noun before it. */
  readonly form: VerbForm | 'reduced';
  readonly modal: string;
  readonly negated: boolean;
}

export interface Sentence {
  readonly words: readonly Word[];
  readonly chunks: readonly Chunk[];
  readonly groups: readonly Group[];
  /** For each word the position of its chunk or group, -1 outside. */
  readonly chunkAt: readonly number[];
  readonly groupAt: readonly number[];
  /** For each word the subordinator that governs it ("if", "after"), "" in main clauses. */
  readonly markAt: readonly string[];
}

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'X', 'SYM', 'NUM']);
const SUBORDINATORS: ReadonlySet<string> = new Set([
  'after',
  'before',
  'until',
  'once',
  'since',
  'as',
  'than',
  'unless',
]);
const MARKS = /^(if|whether|when|once|after|before|until|while|because|since|that|which|who|unless|should|otherwise)$/;

/** Reads one sentence in two passes: chunks and groups first, then their roles. */
export function readSentence(raw: readonly Word[]): Sentence {
  const words = repairWritten(raw);
  const spans: { from: number; to: number; isPronoun: boolean }[] = [];
  const groups: Group[] = [];
  for (let at = 0; at < words.length; ) {
    const end = chunkEnd(words, at);
    const group = end > at ? undefined : readVerbGroup(words, at);
    if (end > at) spans.push({ from: at, to: end, isPronoun: isPronounAt(words, at) });
    else if (group) groups.push(toGroup(words, group, groups.at(-1)));
    at = Math.max(at + 1, end, group ? (groups.at(-1)?.to ?? 0) : 0);
  }
  const chunks: Chunk[] = [];
  spans.forEach((span, position) => {
    chunks.push(placeChunk(words, groups, { span, before: chunks.at(-1), after: spans.slice(position + 1) }));
  });
  return {
    words,
    chunks,
    groups,
    chunkAt: indexSpans(words.length, chunks),
    groupAt: indexSpans(words.length, groups),
    markAt: markClauses(words),
  };
}

function isPronounAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (word.pos === 'PRON') return !(POSSESSIVES.has(word.lower) && chunkEnd(words, at + 1) > at + 1);
  return word.pos === 'DET' && /^(this|that|these|those|which)$/.test(word.lower) && !startsNominal(words, at + 1);
}

/** Where the noun chunk from `at` ends; `at` when there is none. "of" and other prepositions end it. */
function chunkEnd(words: readonly Word[], at: number): number {
  const first = words[at];
  if (!first) return at;
  if (isBarePronoun(words, at)) return at + 1;
  let end = at;
  let lastNoun = at;
  for (; end < words.length; end += 1) {
    const word = words[end];
    if (!word) break;
    if (NOMINAL.has(word.pos)) lastNoun = end + 1;
    else if (!isInsideChunk(words, end, at)) break;
  }
  return lastNoun;
}

function isBarePronoun(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.pos === 'PRON')
    return !(POSSESSIVES.has(word.lower) && startsNominal(words, at + 1)) && word.lower !== 'there';
  return word?.pos === 'DET' && /^(this|that|these|those|which)$/.test(word.lower) && !startsNominal(words, at + 1);
}

function startsNominal(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (NOMINAL.has(word.pos) || word.pos === 'ADJ') return true;
  return word.pos === 'VERB' && /(ed|ing|en)$/.test(word.lower) && NOMINAL.has(words[at + 1]?.pos ?? '');
}

function isInsideChunk(words: readonly Word[], at: number, from: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  const after = words[at + 1];
  if (!word) return false;
  const isOpener = word.pos === 'DET' || (word.pos === 'PRON' && POSSESSIVES.has(word.lower));
  if (isOpener) return at === from || (before?.pos === 'DET' && at === from + 1);
  if (word.pos === 'ADJ') return at === from || startsNominal(words, at + 1) || before?.pos !== 'NOUN';
  if (word.lower === "'s" || word.lower === '/') return at > from && after !== undefined && after.pos !== 'VERB';
  if (word.lower === '&') return at > from && NOMINAL.has(after?.pos ?? '');
  if (word.pos === 'ADV') return at > from && before?.pos === 'DET' && startsNominal(words, at + 1);
  if (word.pos === 'CCONJ') return before?.pos === 'ADJ' && after?.pos === 'ADJ' && at > from;
  const isParticiple = word.pos === 'VERB' && /(ed|ing|en)$/.test(word.lower) && NOMINAL.has(after?.pos ?? '');
  return isParticiple && at > from && words[from]?.pos !== 'PRON';
}

interface Read {
  readonly from: number;
  readonly to: number;
  readonly verbAt: number;
  readonly lemma: string;
  readonly form: VerbForm;
  readonly modal: string | null;
  readonly negated: boolean;
}

function toGroup(words: readonly Word[], read: Read, before: Group | undefined): Group {
  const { from, to, verbAt, lemma, negated } = read;
  const late = lateVerb(words, read);
  const verb = words[late];
  if (verb) {
    const form = lemma === 'be' ? 'passive' : 'present';
    return { from, to: late + 1, verbAt: late, lemma: verb.lemma, negated, modal: read.modal ?? '', form };
  }
  return { from, to, verbAt, lemma, negated, modal: read.modal ?? '', form: formHere(words, read, before) };
}

/** "is then sent", "may either sign": the reader of speech stops at such words, where a new clause starts in talk. */
function lateVerb(words: readonly Word[], read: Read): number {
  if (read.form !== 'copula') return -1;
  let at = read.to;
  while (words[at]?.pos === 'ADV' || words[at]?.lower === 'either') at += 1;
  const word = words[at];
  if (at === read.to || word?.pos !== 'VERB') return -1;
  const isParticiple = word.lower !== word.lemma && !/(ing|s)$/.test(word.lower);
  const isModal = /^(can|may|must|shall|should|will|would|could|might)$/.test(read.lemma);
  return (read.lemma === 'be' && isParticiple) || isModal ? at : -1;
}

/** A bare participle goes on with the passive before it ("is washed and dried"), or describes a noun ("left over"). */
function formHere(words: readonly Word[], read: Read, before: Group | undefined): Group['form'] {
  const verb = words[read.verbAt];
  if (read.from !== read.verbAt || read.form !== 'past' || !verb) return read.form;
  let at = read.from - 1;
  while (words[at]?.pos === 'ADV') at -= 1;
  const isJoined = words[at]?.pos === 'CCONJ' || words[at]?.text === ',';
  if (isJoined && before?.form === 'passive') return 'passive';
  const after = words[read.to];
  const isDescribing = NOMINAL.has(words[at]?.pos ?? '') && (!after || /^(ADP|PUNCT|PART)$/.test(after.pos));
  return isDescribing ? 'reduced' : 'past';
}

interface Place {
  readonly span: { readonly from: number; readonly to: number; readonly isPronoun: boolean };
  readonly before: Chunk | undefined;
  readonly after: readonly { readonly from: number; readonly to: number }[];
}

function placeChunk(words: readonly Word[], groups: readonly Group[], { span, before, after }: Place): Chunk {
  const head = span.to - 1;
  const opener = words[span.from - 1];
  const nextAt = groups.findIndex((group) => group.from >= span.to);
  const lastAt = groups.findLastIndex((group) => group.to <= span.from);
  const isJoined = before !== undefined && joins(words, before.to, span.from);
  const base = { ...span, head, isJoined };
  const next = groups[nextAt];
  const last = groups[lastAt];
  const isSubject = next !== undefined && isSubjectOf(words, { span, next, last, after });
  // "fills in the form": the particle belongs to the verb.
  const isParticle = last !== undefined && last.to === span.from && last.verbAt < span.from - 1;
  const opensClause = isSubject && opener !== undefined && SUBORDINATORS.has(opener.lower);
  if (opener && (opener.pos === 'ADP' || opener.lower === 'to') && !opensClause && !isParticle)
    return { ...base, role: 'prepositional', group: lastAt >= 0 ? lastAt : nextAt, prep: opener.lower };
  if (next && isSubject) return { ...base, role: subjectRole(next), group: nextAt, prep: '' };
  if (isJoined && before && before.group === lastAt)
    return { ...base, role: before.role, group: before.group, prep: before.prep };
  if (!last) return { ...base, role: 'fragment', group: -1, prep: '' };
  const role = last.form === 'passive' ? 'passive object' : last.form === 'copula' ? 'copula object' : 'object';
  return { ...base, role, group: lastAt, prep: '' };
}

function joins(words: readonly Word[], from: number, to: number): boolean {
  const between = words.slice(from, to);
  return between.length > 0 && between.length <= 2 && between.every((word) => /^(and|or|,|either)$/.test(word.lower));
}

interface Subject {
  readonly span: Place['span'];
  readonly next: Group;
  readonly last: Group | undefined;
  readonly after: Place['after'];
}

/** Only adverbs and closing brackets may stand between a subject and its verb, which must be finite. */
function isSubjectOf(words: readonly Word[], { span, next, last, after }: Subject): boolean {
  if (next.form === 'infinitive' || next.form === 'gerund' || next.form === 'reduced') return false;
  const between = words.slice(span.to, next.from);
  const isCut = after.some(
    ({ from }) => from < next.from && /^(NOUN|PROPN|ADV|VERB|PRON)$/.test(words[from - 1]?.pos ?? ''),
  );
  if (isCut) return false;
  if (between.some((word) => word.pos === 'SCONJ' || word.text === ',' || word.text === ';')) return false;
  if (between.some((word) => word.pos === 'CCONJ') && last && last.to >= span.from - 1) return false;
  return !between.some((word) => /^(that|which|who|whether|if)$/.test(word.lower));
}

function subjectRole(group: Group): Role {
  if (group.form === 'passive') return 'passive subject';
  return group.form === 'copula' ? 'copula subject' : 'subject';
}

function indexSpans(length: number, spans: readonly { readonly from: number; readonly to: number }[]): number[] {
  const index = Array.from({ length }, () => -1);
  spans.forEach((span, position) => {
    for (let at = span.from; at < span.to; at += 1) index[at] = position;
  });
  return index;
}

function markClauses(words: readonly Word[]): string[] {
  let mark = '';
  return words.map((word, at) => {
    if (/^[,;.:]$/.test(word.text)) mark = '';
    else if (MARKS.test(word.lower) || (word.lower === 'in' && words[at + 1]?.lower === 'case')) mark = word.lower;
    return mark;
  });
}
