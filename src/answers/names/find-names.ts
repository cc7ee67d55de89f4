// In: the words of a question. Out: where it names something of the graph, misspelt, inflected or in part.
import type { NameKind } from '../../domain/answer.ts';
import type { GraphName } from './list-names.ts';
import { namesMeant, rateWord, SAME_MEANING } from './name-words.ts';

export interface QuestionWord {
  readonly word: string;
  readonly stem: string;
  /** May stand in a question without a meaning of its own, so it is no slip of a name. */
  readonly isCommon: boolean;
  readonly isFiller: boolean;
}

/** A stretch of words, and what it may mean: at most one name of each kind. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly names: Readonly<Partial<Record<NameKind, string>>>;
  /** How much of the best name is there, 0 to 1. */
  readonly share01: number;
}

const LONGEST = 7;

export interface NameWish {
  readonly prefersActivities?: boolean | undefined;
  /** Of activities of the logs that are as near as each other, which one of the process is meant; none by default. */
  readonly takes?: 'first' | 'last' | undefined;
}

/** Stretches do not overlap; the one that has more words, and more of its name, is taken. */
export function findNames(
  words: readonly QuestionWord[],
  names: readonly GraphName[],
  { prefersActivities = false, takes }: NameWish = {},
): NameSpan[] {
  const spans: (NameSpan & { readonly weight: number })[] = [];
  const isOut = (word: QuestionWord): boolean => word.isFiller && rateWord(word, names).size === 0;
  for (let from = 0; from < words.length; from += 1) {
    if (isOut(words[from]!)) continue;
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST); to += 1) {
      if (isOut(words[to - 1]!)) continue;
      const said = words.slice(from, to).filter((word) => !isOut(word));
      const span = nameSpan(said, { names, prefersActivities, takes });
      if (span) spans.push({ from, to, ...span });
    }
  }
  const taken: NameSpan[] = [];
  for (const span of spans.toSorted((a, b) => b.weight - a.weight || a.from - b.from)) {
    if (taken.every((each) => span.to <= each.from || each.to <= span.from)) taken.push(span);
  }
  return taken.toSorted((a, b) => a.from - b.from);
}

interface Rated {
  readonly name: GraphName;
  readonly share01: number;
  readonly likeness: number;
  /** Whether what is done is said, and not only what it is done to. */
  readonly isDone: boolean;
}

/** "update tracker" before "update tracker (clerk)". */
const nameLength = ({ name, share01 }: Rated): number => (share01 === 1 ? name.name.length : 0);

function nameSpan(
  said: readonly QuestionWord[],
  { names, prefersActivities, takes }: NameWish & { readonly names: readonly GraphName[] },
): { names: NameSpan['names']; share01: number; weight: number } | undefined {
  const [first] = said;
  const meant = first === undefined ? [] : namesMeant(first, names);
  const rated = meant.flatMap((name) => rate(said, name, names) ?? []);
  const picked: Partial<Record<NameKind, string>> = {};
  let best: Rated | undefined;
  for (const [kind, list] of Map.groupBy(rated, ({ name }) => name.kind)) {
    const [first, second] = (takes === 'last' ? list.toReversed() : list).toSorted(
      (a, b) =>
        b.share01 - a.share01 || b.likeness - a.likeness || nameLength(a) - nameLength(b) || rankOf(b) - rankOf(a),
    );
    // Two names that are as near as each other are none: which one is meant cannot be told. At last "the
    // repair" is "repair car" before "approve repair", and what a log shows before what somebody only tells of.
    const isTaken = takes !== undefined && kind === 'activity' && first?.name.isInLog === true;
    const isSure =
      isTaken || (prefersActivities && first !== undefined && second !== undefined && rankOf(first) > rankOf(second));
    if (
      first === undefined ||
      (second &&
        !isSure &&
        nameLength(second) === nameLength(first) &&
        second.share01 === first.share01 &&
        second.likeness === first.likeness)
    )
      continue;
    picked[kind] = first.name.name;
    if (best === undefined || first.share01 * first.likeness > best.share01 * best.likeness) best = first;
  }
  if (best === undefined) return undefined;
  // "Catalogued" is what is done, and not the cataloguer.
  if (said.length === 1 && picked.activity !== undefined && /(?:ed|ing)$/.test(said[0]!.word)) delete picked.role;
  const whole = rated.filter(({ share01 }) => share01 === 1);
  // "Dana" is Dana, and not the activity "tell Dana"; "the claim" is a claim, and not "record claim".
  const isThing = (picked.person ?? picked.role ?? picked.system ?? picked.artifact) !== undefined;
  const isWholeActivity = whole.some(({ name }) => name.name === picked.activity);
  // "The service desk agent" is that, and not a part of "send ticket to service desk agent".
  const isWholeThing = whole.some(({ name }) => name.kind !== 'activity');
  if (isThing && !isWholeActivity && (said.length === 1 || isWholeThing) && !prefersActivities) delete picked.activity;
  const isActivity = picked.activity !== undefined && prefersActivities && !isWholeThing;
  return {
    names: isActivity ? { activity: picked.activity } : picked,
    share01: best.share01,
    weight: said.length * best.likeness + best.share01 / 2,
  };
}

/** How likely it is meant where only words are no help. */
const rankOf = ({ name, isDone }: Rated): number => (isDone ? 2 : 0) + (name.isInLog ? 1 : 0);

/** Every word that is said must be of the name, and enough of the name must be said. */
function rate(said: readonly QuestionWord[], name: GraphName, names: readonly GraphName[]): Rated | undefined {
  const share01 = said.length / name.words.length;
  if (share01 < 1 && said.length === 1 && said[0]?.isFiller) return undefined;
  if (share01 > 1 || share01 < LEAST_SHARE[name.kind]) return undefined;
  const left = name.words.map(({ word }) => word);
  let likeness = 1;
  for (const word of said) {
    const known = rateWord(word, names);
    const top = left.reduce(
      (best, each) => ((known.get(each) ?? 0) > (known.get(best) ?? 0) ? each : best),
      left[0] ?? '',
    );
    const likeTop = known.get(top) ?? 0;
    if (likeTop === 0) return undefined;
    left.splice(left.indexOf(top), 1);
    likeness = Math.min(likeness, likeTop);
  }
  // One word that only means the same as one of several words of a name is too little to know which is meant.
  if (said.length === 1 && share01 < 1 && likeness === SAME_MEANING) return undefined;
  return { name, share01, likeness, isDone: !left.includes(name.words[0]?.word ?? '') };
}

/** People say "sales" for the sales consultant and "Dana" for Dana Holt, but "check" is no activity yet. */
const LEAST_SHARE: Readonly<Record<NameKind, number>> = {
  activity: 0.5,
  role: 0.33,
  person: 0.33,
  system: 0.33,
  artifact: 1,
};
