// Rules for written descriptions: what each clause alone says about parties, doings, things, gateways and conditions.
import { DEPARTMENTS, PHRASAL, ROLE_HEADS } from '../lexicon.ts';
import type { Word } from '../words.ts';
import type { Chunk, Group, Sentence } from './read-sentence.ts';
import type { MentionType } from './types.ts';
import lists from './words.json' with { type: 'json' };

const wordSet = (words: readonly string[]): ReadonlySet<string> => new Set(words);
const INFORM = wordSet(lists.inform);
const TELL = wordSet(lists.tell);
const GIVE = wordSet(lists.give);
const NOT_ACTIVITIES = wordSet(lists.notActivities);
const PEOPLE = wordSet(lists.people);
const THINGS = wordSet(lists.things);
const PARTICLES = wordSet(lists.particles);
const PERSON_ENDING =
  /(er|or|ist|ee|ant|ian|man|men|person|people|staff|team|department|office|officer|management|service|unit|company|board|agency|committee|group|clerk|secretary|party|bank|desk|division|representative|center|centre|police|court)s?$/;

export interface Proposal {
  readonly type: MentionType;
  readonly from: number;
  readonly to: number;
}

/** What the rules find in one sentence: no two proposals overlap; in the order found, not of the text. */
export function proposeMentions(sentence: Sentence): Proposal[] {
  const draft = createDraft(sentence.words.length);
  proposeGateways(sentence, draft);
  const activities = proposeActivities(sentence, draft);
  for (const group of activities) proposeArguments(sentence, group, draft);
  return draft.found;
}

interface Draft {
  readonly found: Proposal[];
  isFree(from: number, to: number): boolean;
  add(type: MentionType, from: number, to: number): void;
}

function createDraft(length: number): Draft {
  const taken = new Uint8Array(length);
  const found: Proposal[] = [];
  const isFree = (from: number, to: number): boolean => from < to && !taken.subarray(from, to).includes(1);
  return {
    found,
    isFree,
    add(type, from, to) {
      if (!isFree(from, to)) return;
      taken.fill(1, from, to);
      found.push({ type, from, to });
    },
  };
}

/** "if", "in case", "otherwise", "or" between clauses; "in the meantime". A condition follows the first two. */
function proposeGateways(sentence: Sentence, draft: Draft): void {
  const { words } = sentence;
  for (let at = 0; at < words.length; at += 1) {
    const text = words.slice(at, at + 5).map((word) => word.lower);
    const line = text.join(' ');
    const parallel =
      /^(meanwhile|simultaneously|concurrently|meantime|in parallel|in the (meantime|meanwhile)|at the same time)\b/;
    const both = parallel.exec(line);
    if (both) draft.add('AND Gateway', at, at + both[0].split(' ').length);
    const opener = /^(if|unless|in case( of)?|(in|for) the (case|event)( of)?)(?= |$)/.exec(line);
    const isSplit = opener !== null || (at === 0 && text[0] === 'should');
    const isPlain = /^(otherwise|else)\b/.test(line) || (text[0] === 'or' && opensClause(sentence, at + 1));
    if (!isSplit && !isPlain) continue;
    const end = at + (opener ? opener[0].split(' ').length : 1);
    draft.add('XOR Gateway', at, end);
    if (opener?.[0].endsWith(' of')) proposeCase(sentence, end, draft);
    else if (isSplit) proposeCondition(sentence, end, draft);
  }
}

/** "in case of a refusal": the condition is a thing. */
function proposeCase(sentence: Sentence, from: number, draft: Draft): void {
  const chunk = sentence.chunks[sentence.chunkAt[from] ?? -1];
  if (chunk) draft.add('Condition Specification', from, ofEnd(sentence, chunk));
}

function proposeCondition(sentence: Sentence, start: number, draft: Draft): void {
  const { words, groups, groupAt } = sentence;
  const from = start + (/^(that|of|where)$/.test(words[start]?.lower ?? '') ? 1 : 0);
  let hasVerb = false;
  let to = from;
  for (; to < words.length; to += 1) {
    const word = words[to];
    const isShort = to - from <= 2;
    if (!word || /^[.;:]$/.test(word.text) || (word.text === ',' && (hasVerb || isShort))) break;
    if (hasVerb && (/^(then|otherwise)$/.test(word.lower) || startsMainClause(sentence, to))) break;
    if (groups[groupAt[to] ?? -1]?.verbAt === to) hasVerb = true;
  }
  draft.add('Condition Specification', from, to);
}

/** A new subject with its verb, where the clause before is complete: "if it is approved | the clerk signs". */
function startsMainClause(sentence: Sentence, at: number): boolean {
  const before = sentence.words[at - 1];
  const isOpen = before?.pos === 'CCONJ' || before?.pos === 'ADP' || before?.lower === 'that';
  const isInGroup = (sentence.groupAt[at - 1] ?? -1) >= 0 && before?.pos === 'AUX';
  return !isOpen && !isInGroup && sentence.chunks[sentence.chunkAt[at] ?? -1]?.from === at && opensClause(sentence, at);
}

/** A subject and its finite verb start here. */
export function opensClause(sentence: Sentence, at: number): boolean {
  let from = at;
  while (sentence.words[from]?.pos === 'ADV') from += 1;
  const chunk = sentence.chunks[sentence.chunkAt[from] ?? -1];
  return chunk !== undefined && chunk.from === from && /subject$/.test(chunk.role);
}

function proposeActivities(sentence: Sentence, draft: Draft): Group[] {
  const { words } = sentence;
  const activities: Group[] = [];
  for (const group of sentence.groups) {
    if (!draft.isFree(group.verbAt, group.verbAt + 1)) continue;
    if (!isDoing(sentence, group)) continue;
    draft.add('Activity', group.verbAt, verbEnd(words, group));
    activities.push(group);
  }
  return activities;
}

/** A finite verb of a main clause or of a time clause, that says more than that the process starts, runs or ends. */
function isDoing(sentence: Sentence, group: Group): boolean {
  const { words, chunks, groups, markAt } = sentence;
  if (group.form === 'copula' || group.form === 'reduced' || NOT_ACTIVITIES.has(group.lemma)) return false;
  if (/^(because|while|whether|that)$/.test(markAt[group.from] ?? '')) return false;
  const opener = words[group.from - 1]?.lower ?? '';
  if (group.form === 'infinitive') return false;
  if (group.form === 'gerund') return words[group.verbAt - 1]?.pos === 'AUX' || /^(after|before)$/.test(opener);
  const subject = chunks.find((chunk) => groups[chunk.group] === group && /subject$/.test(chunk.role));
  if (group.form === 'past' && !subject) return false;
  return !(subject && /^(process|workflow|procedure|rule)s?$/.test(words[subject.head]?.lower ?? ''));
}

/** "sent back", "picks up"; "sign or refuse" is one doing. */
function verbEnd(words: readonly Word[], group: Group): number {
  let to = group.verbAt + 1;
  const particle = words[to];
  if (particle && PARTICLES.has(particle.lower)) {
    const opensPhrase = /^(DET|NOUN|PROPN|ADJ)$/.test(words[to + 1]?.pos ?? '');
    if (particle.pos !== 'ADP' || !opensPhrase || PHRASAL.has(`${group.lemma} ${particle.lower}`)) to += 1;
  }
  if (words[to]?.lower === 'or' && words[to + 1]?.pos === 'VERB') to += 2;
  return to;
}

function proposeArguments(sentence: Sentence, group: Group, draft: Draft): void {
  const { words, chunks, groups } = sentence;
  const position = groups.indexOf(group);
  const isInform = INFORM.has(group.lemma);
  let objects = 0;
  for (const chunk of chunks) {
    if (chunk.group !== position) continue;
    const isPerson = namesParty(words, chunk);
    if (chunk.role === 'subject') draft.add('Actor', chunk.from, chunk.to);
    else if (chunk.role === 'passive subject')
      draft.add(
        isInform && isPerson ? 'Actor' : 'Activity Data',
        chunk.from,
        isInform ? chunk.to : ofEnd(sentence, chunk),
      );
    else if (chunk.role === 'object' || chunk.role === 'passive object') {
      const isRecipient =
        (isInform && !chunk.isPronoun && objects === 0 && TELL.has(group.lemma)) ||
        (isPerson && (isInform || (GIVE.has(group.lemma) && hasSecondObject(sentence, chunk))));
      if (isRecipient) draft.add('Actor', chunk.from, chunk.to);
      else if (objects === 0 || chunk.isJoined || isInform || GIVE.has(group.lemma))
        draft.add('Activity Data', chunk.from, ofEnd(sentence, chunk));
      objects += 1;
    } else if (chunk.role === 'prepositional')
      proposePrepositional(sentence, { chunk, group, isPerson, isInform }, draft);
  }
}

interface Prepositional {
  readonly chunk: Chunk;
  readonly group: Group;
  readonly isPerson: boolean;
  readonly isInform: boolean;
}

/** "by the clerk", "to sales", "informs her about the refusal". */
function proposePrepositional(sentence: Sentence, place: Prepositional, draft: Draft): void {
  const { chunk, group, isPerson, isInform } = place;
  if (chunk.prep === 'by' && group.form === 'passive') draft.add('Actor', chunk.from, chunk.to);
  else if (/^(to|from|with|at)$/.test(chunk.prep) && isPerson) draft.add('Actor', chunk.from, chunk.to);
  else if (isInform && /^(about|of)$/.test(chunk.prep))
    draft.add('Activity Data', chunk.from - (chunk.prep === 'about' ? 1 : 0), ofEnd(sentence, chunk));
}

/** "the request of the customer" belongs together. */
function ofEnd(sentence: Sentence, chunk: Chunk): number {
  const next =
    sentence.words[chunk.to]?.lower === 'of' ? sentence.chunks[sentence.chunkAt[chunk.to + 1] ?? -1] : undefined;
  return next ? ofEnd(sentence, next) : chunk.to;
}

function hasSecondObject(sentence: Sentence, chunk: Chunk): boolean {
  return sentence.chunks[sentence.chunkAt[chunk.to] ?? -1]?.role === chunk.role;
}

/** The head looks like somebody: a role, a department, a name, a pronoun for people. */
export function namesParty(words: readonly Word[], chunk: Chunk): boolean {
  const head = words[chunk.head];
  if (!head) return false;
  if (chunk.isPronoun) return PEOPLE.has(head.lower);
  return head.pos === 'PROPN' || looksLikeParty(head.lower);
}

/** By the word alone: "assessor", "department", "police". */
export function looksLikeParty(lower: string): boolean {
  if (ROLE_HEADS.has(lower) || DEPARTMENTS.has(lower)) return true;
  return PERSON_ENDING.test(lower) && !THINGS.has(lower) && !THINGS.has(lower.replace(/s$/, ''));
}

/** Verbs whose object is told something: "inform", "ask". */
export function isInformVerb(lemma: string): boolean {
  return INFORM.has(lemma);
}
