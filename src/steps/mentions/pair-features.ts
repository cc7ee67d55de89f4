// What is known of two mentions before saying how they relate: kinds, distance, what stands between, grammar.
import { CANONICAL, classOfVerb } from '../lexicon.ts';
import { isInformVerb } from './propose-mentions.ts';
import type { Group, Sentence } from './read-sentence.ts';
import type { Mention } from './types.ts';

export interface Scene {
  readonly sentences: readonly Sentence[];
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
}

/** An activity and a thing, party or specification of its sentence. */
export function argumentFeatures(scene: Scene, activity: Mention, argument: Mention): string[] {
  const sentence = scene.sentences[activity.sentence];
  if (!sentence) return [];
  const { words } = sentence;
  const isBefore = argument.from < activity.from;
  const [first, second] = isBefore ? [argument, activity] : [activity, argument];
  const inside = scene.mentions.filter(
    (each) => each.sentence === activity.sentence && each.from >= first.to && each.to <= second.from,
  );
  const between = words.slice(first.to, second.from);
  const verbs = inside.filter((each) => each.type === 'Activity').length;
  const same = inside.filter((each) => each.type === argument.type).length;
  const group = groupOf(sentence, activity);
  const chunk = sentence.chunks[sentence.chunkAt[argument.to - 1] ?? -1];
  const opener = words[argument.from - 1]?.lower ?? '';
  const head = words[argument.from]?.lower ?? '';
  const prep = words[argument.from - 1]?.pos === 'ADP' || opener === 'to' ? opener : '';
  const isOwn = chunk !== undefined && sentence.groups[chunk.group] === group && group !== undefined;
  const passive = group?.form === 'passive' ? 'passive' : 'active';
  const type = argument.type;
  const side = `${type},${isBefore ? 'before' : 'after'}`;
  const stops = between.filter((word) => word.text === ',' || word.text === ';').length;
  const isJoint = between.some((word) => word.pos === 'CCONJ');
  const lemma = words[activity.from]?.lemma ?? '';
  const kind = classOfVerb(CANONICAL[lemma] ?? lemma) ?? '-';
  const inform = isInformVerb(lemma);
  const rank = `${side},${Math.min(verbs, 3)}`;
  const isTold = chunk?.role === 'passive subject' || (!isBefore && /^(to|at|for)$/.test(prep) && verbs === 0);
  const given = type === 'Actor' && isOwn && isTold ? 'recipient' : '-';
  return [
    type,
    side,
    `given=${given}`,
    `v=${rank}`,
    `vs=${rank},${Math.min(same, 3)}`,
    `vp=${rank},${passive}`,
    `vpp=${rank},${passive},${prep}`,
    `vo=${rank},${isOwn}`,
    `r=${side},${chunk?.role},${isOwn},${passive}`,
    `rp=${side},${chunk?.role},${isOwn},${prep}`,
    `k=${side},${kind},${passive}`,
    `kp=${type},${kind},${prep},${verbs === 0}`,
    `l=${side},${lemma}`,
    `lp=${type},${lemma},${prep}`,
    `in=${side},${inform},${verbs === 0}`,
    `ip=${side},${inform},${prep},${passive}`,
    `c=${rank},${stops > 0},${isJoint}`,
    `cs=${side},${stops > 0},${verbs},${isOwn}`,
    `d=${side},${Math.min(6, between.length)}`,
    `h=${side},${head}`,
    `next=${side},${nearest(scene, activity, argument)}`,
    `free=${side},${hasOwnSubject(scene, activity, argument)},${Math.min(verbs, 2)}`,
    `to=${side},${afterLink(between.map((word) => word.lower))},${Math.min(verbs, 2)}`,
  ];
}

function groupOf(sentence: Sentence, activity: Mention): Group | undefined {
  for (let at = activity.from; at < activity.to; at += 1) {
    const group = sentence.groups[sentence.groupAt[at] ?? -1];
    if (group) return group;
  }
  return undefined;
}

/** Is this the nearest activity to the argument, on which side? */
function nearest(scene: Scene, activity: Mention, argument: Mention): string {
  const others = scene.mentions.filter((each) => each.type === 'Activity' && each.sentence === activity.sentence);
  const before = others.findLast((each) => each.to <= argument.from);
  const after = others.find((each) => each.from >= argument.to);
  if (activity === before) return after ? 'last' : 'last, none after';
  if (activity === after) return before ? 'next' : 'next, none before';
  return 'far';
}

/** Between the two stands a party of the activity's own clause. */
function hasOwnSubject(scene: Scene, activity: Mention, argument: Mention): boolean {
  if (argument.from > activity.from) return false;
  return scene.mentions.some(
    (each) =>
      each.type === argument.type &&
      each.sentence === activity.sentence &&
      each.from >= argument.to &&
      each.to <= activity.from,
  );
}

function afterLink(between: readonly string[]): string {
  return between.findLast((lower) => /^(and|or|,|who|which|that|to|by|if|then|but|;)$/.test(lower)) ?? '-';
}

/** Two elements of the flow (activities, gateways, conditions), the first earlier in the text. */
export function flowFeatures(flow: readonly Mention[], scene: Scene, first: number, second: number): string[] {
  const from = flow[first];
  const to = flow[second];
  if (!from || !to) return [];
  const inside = flow.slice(first + 1, second);
  const gap = second - first;
  const sentences = Math.max(-1, Math.min(4, to.sentence - from.sentence));
  const pair = `${code(from)}${code(to)}`;
  const path = inside.map(code).join('');
  const text = (mention: Mention): string => textOf(scene, mention);
  const isGate = (mention: Mention): boolean => code(mention) === 'X' || code(mention) === 'P';
  const choice = choiceOf(scene, flow, { from, to, gap });
  const branch = branchOf(flow, first);
  const target = branchOf(flow, second);
  const link = linkBefore(scene, to);
  const origin = gateText(from, isGate(from) ? text(from) : '');
  const goal = gateText(to, isGate(to) ? text(to) : '');
  const before = flow[second - 1];
  const beforeGap = before ? to.sentence - before.sentence : 9;
  return [
    pair,
    `choice=${choice}`,
    `ch=${pair},${choice},${Math.min(gap, 3)}`,
    `g=${pair},${Math.min(gap, 6)}`,
    `gs=${pair},${Math.min(gap, 6)},${Math.min(sentences, 2)}`,
    `p=${pair},${path.slice(0, 8)}`,
    `ps=${pair},${path.slice(0, 8)},${Math.min(sentences, 3)}`,
    `b=${pair},${branch},${target},${Math.min(sentences, 2)}`,
    `bp=${pair},${branch},${path.slice(0, 6)}`,
    `bg=${pair},${branch},${target},${Math.min(gap, 5)}`,
    `go=${pair},${origin},${goal}`,
    `gp=${pair},${origin},${goal},${path.slice(0, 6)}`,
    `gl=${pair},${goal},${Math.min(gap, 4)}`,
    `k=${pair},${link},${Math.min(gap, 3)}`,
    `kp=${pair},${link},${path.slice(0, 4)}`,
    `s=${pair},${sentences}`,
    `e=${pair},${nextIs(flow, second)},${path.slice(0, 5)}`,
    `bb=${pair},${Math.min(2, beforeGap)},${path.slice(0, 5)}`,
    `q=${pair},${inside.filter(isGate).map(text).map(shortGate).join('+')},${shortGate(goal)},${path.at(-1) ?? ''}`,
    `es=${pair},${endsSentence(flow, first)},${path.slice(0, 5)},${target}`,
  ];
}

interface FlowPair {
  readonly from: Mention;
  readonly to: Mention;
  readonly gap: number;
}

/** What "A or B" says by itself: from "or" to A and to B, and not from A to B. */
function choiceOf(scene: Scene, flow: readonly Mention[], { from, to, gap }: FlowPair): string {
  if (to.type !== 'Activity' || from.sentence !== to.sentence) return '-';
  const isOr = (mention: Mention): boolean => mention.type === 'XOR Gateway' && textOf(scene, mention) === 'or';
  const within = (mention: Mention, start: number, end: number): boolean =>
    mention.sentence === to.sentence && mention.from > start && mention.from < end;
  if (from.type === 'Activity')
    return flow.some((each) => isOr(each) && within(each, from.from, to.from)) ? 'apart' : '-';
  if (!isOr(from)) return '-';
  const isSecond =
    to.from > from.from && !flow.some((each) => each.type === 'Activity' && within(each, from.from, to.from));
  return isSecond ? 'branch' : gap === 1 ? 'branch' : '-';
}

const CODES = {
  Activity: 'a',
  'XOR Gateway': 'X',
  'AND Gateway': 'P',
  'Condition Specification': 'c',
} as const;

/** The words of a mention, lower case. */
export function textOf(scene: Scene, mention: Mention): string {
  const words = scene.sentences[mention.sentence]?.words ?? [];
  return words
    .slice(mention.from, mention.to)
    .map((word) => word.lower)
    .join(' ');
}

function code(mention: Mention): string {
  return Object.entries(CODES).find(([type]) => type === mention.type)?.[1] ?? '-';
}

function nextIs(flow: readonly Mention[], at: number): string {
  const next = flow[at + 1];
  return next ? `${code(next)}${Math.min(2, next.sentence - (flow[at]?.sentence ?? 0))}` : '-';
}

function endsSentence(flow: readonly Mention[], at: number): boolean {
  return flow[at + 1]?.sentence !== flow[at]?.sentence;
}

function gateText(mention: Mention, text: string): string {
  return text === '' ? code(mention) : shortGate(text);
}

function shortGate(text: string): string {
  if (/^(otherwise|else|if not)/.test(text)) return 'else';
  if (/^or\b/.test(text)) return 'or';
  return /^[aXPc]?$/.test(text) ? text : 'if';
}

/** In which kind of branch a flow element stands: after a gateway of its sentence, or of the sentence before. */
function branchOf(flow: readonly Mention[], at: number): string {
  const here = flow[at];
  const gate = flow.findLast((each, place) => place < at && /Gateway$/.test(each.type));
  if (!here || !gate) return 'main';
  const distance = here.sentence - gate.sentence;
  return distance === 0 ? 'branch' : distance === 1 ? 'after' : 'far';
}

/** The link words before the element: "and", "or", "then", or the first word of its sentence. */
function linkBefore(scene: Scene, mention: Mention): string {
  const words = scene.sentences[mention.sentence]?.words ?? [];
  const found = words
    .slice(0, mention.from)
    .findLast((word) =>
      /^(and|or|then|but|;|after|before|once|when|while|until|to|by|which|who|that)$/.test(word.lower),
    );
  return found?.lower ?? words[0]?.lower ?? '';
}
