// What speaks for two steps of two people being one doing, apart from their order: points that add up.
import { areNearVerbs } from '../likeness/name-likeness.ts';
import type { Doing, Named } from './view-doings.ts';
import table from './weights.json' with { type: 'json' };

/** Points of a pair; undefined when neither what is done nor what it is done to is alike: place alone is no reason. */
export type WeighPair = (one: Doing, other: Doing) => number | undefined;

const LIGHT: ReadonlySet<string> = new Set(table.light);
const CONTRARY: ReadonlySet<string> = new Set(table.contraryKinds);

/** Words and verbs that few steps have say more. Holds what it has learnt of these recordings: one for each run. */
export function openWeighing(recordings: readonly (readonly Doing[])[]): WeighPair {
  const all = recordings.flat();
  const rarity = countRarity(all);
  const verbPoints = openVerbPoints(all, recordings.length);
  return (one, other) => {
    const verb = verbPoints(one, other);
    const shared = sharedThing01(one.thing, other.thing, rarity);
    if (verb <= 0 && shared === 0) return undefined;
    return (
      table.start +
      verb +
      thingPoints(one, other, shared) +
      table.words * overlap01(one.words, other.words, rarity) +
      actorPoints(one, other) +
      receiverPoints(one, other) +
      table.distance * Math.abs(one.place01 - other.place01)
    );
  };
}

type Rarity = ReadonlyMap<string, number>;

function countRarity(all: readonly Doing[]): Rarity {
  const counts = new Map<string, number>();
  for (const { thing, words } of all) {
    for (const word of new Set([...thing.stems, ...words])) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + all.length / count)] as const));
}

/** A verb told several times by each ("check") says less than one told once ("release"). Pairs of verbs are few. */
function openVerbPoints(all: readonly Doing[], recordings: number): (one: Doing, other: Doing) => number {
  const counts = new Map<string, number>();
  for (const { verb } of all) counts.set(verb, (counts.get(verb) ?? 0) + 1);
  const tellingOf = (verb: string) =>
    Math.min(1.1, Math.max(0.5, 1.22 - (0.12 * (counts.get(verb) ?? 1)) / recordings));
  const known = new Map<string, Map<string, number>>();
  return (one, other) => {
    const row = known.get(one.verb) ?? new Map<string, number>();
    if (row.size === 0) known.set(one.verb, row);
    const before = row.get(other.verb);
    if (before !== undefined) return before;
    const points = compareVerbs(one, other, Math.sqrt(tellingOf(one.verb) * tellingOf(other.verb)));
    row.set(other.verb, points);
    return points;
  };
}

function compareVerbs(one: Doing, other: Doing, telling: number): number {
  const isLight = LIGHT.has(one.verb) || LIGHT.has(other.verb);
  if (one.verb === other.verb) return isLight ? table.verb.sameKind : table.verb.same * telling;
  if (areNearVerbs(one.verb, other.verb)) return table.verb.near * telling;
  if (one.kind !== undefined && one.kind === other.kind) {
    return CONTRARY.has(one.kind) ? table.verb.contrary : table.verb.sameKind * telling;
  }
  const isUnclear = isLight || one.kind === undefined || other.kind === undefined;
  return isUnclear ? table.verb.unclear : table.verb.other;
}

/** A thing that nobody said for the step speaks for it less, and not against it. */
function thingPoints(one: Doing, other: Doing, shared: number): number {
  if (one.thing.stems.length === 0 || other.thing.stems.length === 0) return table.thing.unknown;
  const isSaid = one.isSaid && other.isSaid;
  if (shared > 0) return shared * (isSaid ? table.thing.shared : table.thing.sharedUnsaid);
  return isSaid ? table.thing.other : 0;
}

function actorPoints(one: Doing, other: Doing): number {
  if (one.actor === null || other.actor === null) return 0;
  if (one.actor === other.actor) return table.actor.same;
  if (isNear(one.actorWords, other.actorWords)) return table.actor.near;
  // Colleagues with different titles do the same step themselves; what the one does others do not do for the other.
  return one.isOwn === other.isOwn ? 0 : table.actor.ownAndOther;
}

function receiverPoints({ receiver: one }: Doing, { receiver: other }: Doing): number {
  if (one.stems.length === 0 || other.stems.length === 0) return 0;
  return isNear(one, other) ? table.receiver.same : table.receiver.other;
}

const isNear = (one: Named, other: Named): boolean =>
  (one.bits & other.bits) !== 0 && [...one.keys].some((key) => other.keys.has(key));

/** Dice overlap by rarity, in which words that stand for each other count in part. */
function sharedThing01(one: Named, other: Named, rarity: Rarity): number {
  if ((one.bits & other.bits) === 0) return 0;
  const shared = sharedWeight(one, other, rarity) + sharedWeight(other, one, rarity);
  return shared === 0 ? 0 : shared / (wholeWeight(one, rarity) + wholeWeight(other, rarity));
}

// Millions of pairs are compared: nothing is made here, nor in what follows.
function sharedWeight(mine: Named, theirs: Named, rarity: Rarity): number {
  let shared = 0;
  for (let at = 0; at < mine.stems.length; at += 1) {
    const stem = mine.stems[at]!;
    if (theirs.stems.includes(stem)) shared += rarity.get(stem) ?? 1;
    else if (hasKey(theirs, mine.keysOf[at]!)) shared += table.thing.near * (rarity.get(stem) ?? 1);
  }
  return shared;
}

function hasKey({ keys }: Named, wanted: readonly string[]): boolean {
  for (const key of wanted) if (keys.has(key)) return true;
  return false;
}

function wholeWeight({ stems }: Named, rarity: Rarity): number {
  let whole = 0;
  for (const stem of stems) whole += rarity.get(stem) ?? 1;
  return whole;
}

function overlap01(one: ReadonlySet<string>, other: ReadonlySet<string>, rarity: Rarity): number {
  let [total, shared] = [0, 0];
  for (const word of one) {
    const weight = rarity.get(word) ?? 1;
    total += weight;
    if (other.has(word)) shared += 2 * weight;
  }
  for (const word of other) total += rarity.get(word) ?? 1;
  return total === 0 ? 0 : shared / total;
}
