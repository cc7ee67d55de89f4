// Comes in: mentions. Goes out: entities, the mentions that mean the same party or thing.
import type { Word } from '../words.ts';
import type { Scene } from './pair-features.ts';
import type { Mention } from './types.ts';

const DETERMINERS = /^(the|a|an|this|that|these|those|his|her|its|their|our|all|any|each|both|such|said)$/;
const FRESH = /^(a|an|another|different|next|new|other|each|some)$/;

interface Name {
  readonly isPronoun: boolean;
  /** "a report", "the next customer": somebody or something not spoken of before. */
  readonly isFresh: boolean;
  readonly words: string;
  readonly head: string;
  /** What stands before the head, without participles: "the folded towel" is "the towel". */
  readonly before: ReadonlySet<string>;
  /** What stands after the head from its preposition on. */
  readonly rest: string;
}

/** One list of positions in `mentions` per entity; every mention is in exactly one. Mentions must be in text order. */
export function linkMentions(scene: Scene): number[][] {
  const names = scene.mentions.map((mention) => nameOf(scene, mention));
  const entityOf: number[] = [];
  const entities: number[][] = [];
  scene.mentions.forEach((_, at) => {
    const antecedent = findAntecedent(scene.mentions, names, at);
    const entity = antecedent === undefined ? entities.length : (entityOf[antecedent] ?? entities.length);
    entityOf[at] = entity;
    (entities[entity] ??= []).push(at);
  });
  return entities;
}

function findAntecedent(mentions: readonly Mention[], names: readonly Name[], at: number): number | undefined {
  const mention = mentions[at];
  const name = names[at];
  if (!mention || !name || (mention.type !== 'Actor' && mention.type !== 'Activity Data')) return undefined;
  const earlier = mentions.flatMap((each, place) => (place < at && each.type === mention.type ? [place] : []));
  if (name.isPronoun) return earlier.at(-1);
  if (name.isFresh) return undefined;
  const same = earlier.findLast((place) => names[place]?.words === name.words);
  return same ?? earlier.findLast((place) => isSameThing(names[place], name, mention));
}

/** "the towel" after "the folded towel"; "the baker" after "the second baker of the shop". */
function isSameThing(one: Name | undefined, other: Name, { type }: Mention): boolean {
  if (!one || one.isPronoun || one.head !== other.head) return false;
  if (type === 'Actor') return other.before.isSubsetOf(one.before) && (other.rest === '' || other.rest === one.rest);
  const isNarrower = other.before.isSubsetOf(one.before) || one.before.isSubsetOf(other.before);
  return isNarrower && (one.rest === '' || other.rest === '' || one.rest === other.rest);
}

function nameOf(scene: Scene, mention: Mention): Name {
  const all = (scene.sentences[mention.sentence]?.words ?? []).slice(mention.from, mention.to);
  const words = all.filter((word) => !DETERMINERS.test(word.lower));
  const stop = words.findIndex((word, at) => at > 0 && isComplement(word));
  const core = stop < 0 ? words : words.slice(0, stop);
  const head = core.at(-1);
  return {
    isPronoun: all.length === 1 && isPronoun(all[0]),
    isFresh: all.slice(0, 2).some((word) => FRESH.test(word.lower)) || all[0]?.lower === 'about',
    words: words.map(baseOf).join(' '),
    head: head ? baseOf(head) : '',
    before: new Set(
      core
        .slice(0, -1)
        .filter((word) => !/ed$/.test(word.lower))
        .map(baseOf),
    ),
    rest: stop < 0 ? '' : words.slice(stop).map(baseOf).join(' '),
  };
}

/** A preposition, a relative pronoun or a participle after the head: what follows describes it. */
function isComplement(word: Word): boolean {
  return word.pos === 'ADP' || word.lower === 'to' || /^(which|that|who|with|for|of)$/.test(word.lower);
}

function isPronoun(word: Word | undefined): boolean {
  return word !== undefined && (word.pos === 'PRON' || /^(these|this|those|that|which)$/.test(word.lower));
}

function baseOf(word: Word): string {
  return word.lower.length > 3 ? word.lower.replace(/(?<!s)s$/, '') : word.lower;
}
