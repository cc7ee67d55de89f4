// What the tagger of mentions is told about each word: itself, its neighbours, its chunk or verb group, and the rules' view.
import { CANONICAL, classOfVerb } from '../lexicon.ts';
import { looksLikeParty, namesParty, type Proposal } from './propose-mentions.ts';
import type { Chunk, Sentence } from './read-sentence.ts';

/** How often a head noun stands in each role in the whole text, by lemma. */
export type RoleCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Counts once per text: a noun that acts in one sentence is an actor in the next. */
export function countRoles(sentences: readonly Sentence[]): RoleCounts {
  const counts = new Map<string, Map<string, number>>();
  for (const sentence of sentences)
    for (const chunk of sentence.chunks) {
      const noun = headLemma(sentence, chunk);
      const roles = counts.get(noun) ?? new Map<string, number>();
      counts.set(noun, roles);
      const role = placeOf(chunk);
      roles.set(role, (roles.get(role) ?? 0) + 1);
    }
  return counts;
}

interface Context {
  readonly sentence: Sentence;
  readonly counts: RoleCounts;
  readonly labels: readonly string[];
  readonly isFirst: boolean;
}

/** One list of feature names per word. */
export function featuresOf(
  sentence: Sentence,
  { counts, proposals, isFirst }: { counts: RoleCounts; proposals: readonly Proposal[]; isFirst: boolean },
): string[][] {
  const context = { sentence, counts, isFirst, labels: toLabels(sentence.words.length, proposals) };
  return sentence.words.map((_, at) => [
    ...wordFeatures(context, at),
    ...groupFeatures(context, at),
    ...chunkFeatures(context, at),
    ...ruleFeatures(context, at),
  ]);
}

/** BIO labels of spans: "B-Actor", "I-Actor", "O". */
export function toLabels(length: number, spans: readonly Proposal[]): string[] {
  const labels = Array.from({ length }, () => 'O');
  for (const { type, from, to } of spans)
    for (let at = from; at < to; at += 1) labels[at] = `${at === from ? 'B' : 'I'}-${type}`;
  return labels;
}

function wordFeatures({ sentence, isFirst }: Context, at: number): string[] {
  const { words } = sentence;
  const lower = (step: number): string => words[at + step]?.lower ?? (at + step < 0 ? '<' : '>');
  const lemma = (step: number): string => words[at + step]?.lemma ?? '-';
  const pos = (step: number): string => words[at + step]?.pos ?? '-';
  const here = lower(0);
  const mark = sentence.markAt[at] ?? '';
  const found = ['bias', `l=${lemma(0)}`, `l-1=${lemma(-1)}`, `l1=${lemma(1)}`];
  for (let step = -2; step <= 2; step += 1) found.push(`w${step}=${lower(step)}`, `p${step}=${pos(step)}`);
  found.push(`pa=${pos(-1)},${pos(0)}`, `pb=${pos(0)},${pos(1)}`, `pc=${pos(-1)},${pos(0)},${pos(1)}`);
  found.push(`pd=${pos(-2)},${pos(-1)}`, `pe=${pos(1)},${pos(2)}`, `pf=${pos(-2)},${pos(-1)},${pos(0)}`);
  found.push(`pg=${pos(0)},${pos(1)},${pos(2)}`, `wa=${lower(-1)},${here}`, `wb=${here},${lower(1)}`);
  found.push(`wc=${lower(-1)},${pos(0)}`, `wd=${pos(0)},${lower(1)}`, `s3=${here.slice(-3)}`, `s2=${here.slice(-2)}`);
  found.push(`sh=${shapeOf(words[at]?.text ?? '')}`, `m=${mark}`, `mp=${mark},${pos(0)}`);
  if (at === 0) found.push('opens');
  if (isFirst) found.push('first sentence');
  return found;
}

function shapeOf(text: string): string {
  return text
    .replace(/[A-Z]+/g, 'X')
    .replace(/[a-z]+/g, 'x')
    .replace(/\d+/g, '9');
}

function groupFeatures({ sentence }: Context, at: number): string[] {
  const { words, groups, chunks } = sentence;
  const left = groups.findLast((group) => group.to <= at);
  const right = groups.find((group) => group.from > at);
  const pos = words[at]?.pos ?? '';
  const found = [`lf=${left?.form}`, `rf=${right?.form}`, `ll=${left?.lemma}`, `lp=${left?.form},${pos}`];
  found.push(`lw=${left?.lemma},${words[at]?.lower}`);
  const position = sentence.groupAt[at] ?? -1;
  const group = groups[position];
  if (!group) return found;
  const place = at < group.verbAt ? 'before' : at === group.verbAt ? 'verb' : 'after';
  const subject = chunks.find((chunk) => chunk.group === position && chunk.role.endsWith('subject'));
  const object = chunks.find((chunk) => chunk.group === position && chunk.role.endsWith('object'));
  const doer = subject ? (namesParty(words, subject) ? 'party' : words[subject.head]?.pos) : 'none';
  found.push(`g=${place}`, `gf=${place},${group.form}`, `gm=${place},${group.form},${sentence.markAt[at]}`);
  found.push(`gl=${place},${group.lemma}`, `gd=${place},${group.modal}`, `gn=${place},${group.negated}`);
  found.push(`gc=${place},${verbClass(group.lemma)},${group.form}`, `gs=${place},${doer}`);
  found.push(`go=${place},${object ? object.from - group.to < 1 : 'none'}`);
  return found;
}

function verbClass(lemma: string): string {
  return classOfVerb(CANONICAL[lemma] ?? lemma) ?? '-';
}

function chunkFeatures({ sentence, counts }: Context, at: number): string[] {
  const { words, groups } = sentence;
  const chunk = sentence.chunks[sentence.chunkAt[at] ?? -1];
  const head = chunk ? words[chunk.head] : undefined;
  if (!chunk || !head) return [`outside=${words[at]?.pos}`];
  const side = at === chunk.from ? 'B' : 'I';
  const place = placeOf(chunk);
  const verb = groups[chunk.group]?.lemma ?? '';
  const isParty = namesParty(words, chunk);
  const found = [`c=${side}${at === chunk.to - 1}`, `cr=${side},${chunk.role}`, `cp=${side},${place}`];
  found.push(`ch=${head.lemma}`, `chb=${side},${head.lemma}`, `cs=${side},${head.lower.slice(-3)}`);
  found.push(`cv=${side},${place},${verb}`, `cc=${side},${place},${verbClass(verb)}`, `cy=${side},${place},${isParty}`);
  found.push(`ci=${isParty},${looksLikeParty(head.lower)}`, `cn=${chunk.isPronoun},${chunk.role}`);
  found.push(`co=${words[chunk.to]?.lower === 'of'},${side}`, `cq=${words[chunk.from]?.pos},${head.pos},${side}`);
  found.push(`cm=${side},${chunk.role},${sentence.markAt[at]}`, `cj=${chunk.isJoined},${chunk.role},${side}`);
  if (chunk.prep === 'of') found.push(...ownerFeatures(sentence, chunk, side));
  const others = counts.get(headLemma(sentence, chunk)) ?? new Map<string, number>();
  for (const [other, count] of others)
    if (count > (other === place ? 1 : 0)) found.push(`st=${other}`, `sr=${other},${chunk.role}`);
  return found;
}

/** "the request of the customer": what stands before "of" decides. */
function ownerFeatures(sentence: Sentence, chunk: Chunk, side: string): string[] {
  const owner = sentence.chunks[sentence.chunkAt[chunk.from - 2] ?? -1];
  if (!owner) return [];
  const { words } = sentence;
  const parties = `${namesParty(words, owner)},${namesParty(words, chunk)}`;
  return [
    `oc=${side},${owner.role},${parties}`,
    `or=${side},${placeOf(owner)}`,
    `oh=${side},${headLemma(sentence, owner)}`,
  ];
}

function ruleFeatures({ sentence, labels }: Context, at: number): string[] {
  const word = sentence.words[at];
  const chunk = sentence.chunks[sentence.chunkAt[at] ?? -1];
  const before = labels[at - 1] ?? '-';
  const here = labels[at] ?? 'O';
  const after = labels[at + 1] ?? '-';
  return [
    `rule=${here}`,
    `ra=${before},${here}`,
    `rb=${here},${after}`,
    `rc=${before},${here},${after}`,
    `rp=${here},${word?.pos}`,
    `rw=${here},${word?.lower}`,
    `rr=${here},${chunk ? placeOf(chunk) : ''}`,
  ];
}

function placeOf(chunk: Chunk): string {
  return chunk.role === 'prepositional' ? `in ${chunk.prep}` : chunk.role;
}

function headLemma(sentence: Sentence, chunk: Chunk): string {
  return sentence.words[chunk.head]?.lemma.toLowerCase() ?? '';
}
