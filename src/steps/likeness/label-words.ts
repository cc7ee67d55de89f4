// How alike two short texts are: by their content words, with verbs of the same kind counting as near.
import { CANONICAL, classOfVerb, DETERMINERS, FUNCTION_WORDS, POSSESSIVES, PRONOUNS } from '../lexicon.ts';

export interface LabelWord {
  readonly stem: string;
  /** Kind of doing, when it is a verb that is known. */
  readonly kind: string | undefined;
}

/** Content words in order, each once: "Verify the customers' invoices" gives check (a verb), customer, invoice. */
export function readLabel(text: string): LabelWord[] {
  const words = new Map<string, LabelWord>();
  for (const raw of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (DETERMINERS.has(raw) || POSSESSIVES.has(raw) || PRONOUNS.has(raw) || FUNCTION_WORDS.has(raw)) continue;
    const base = CANONICAL[raw] ?? raw;
    const stem = stemWord(base);
    if (!words.has(stem)) words.set(stem, { stem, kind: classOfVerb(base) ?? classOfVerb(raw) });
  }
  return [...words.values()];
}

/** 0 to 1: weighted Dice overlap; two verbs of one kind count as 0.6 of a word they share. */
export function likeness01(
  one: readonly LabelWord[],
  other: readonly LabelWord[],
  weightOf: (stem: string) => number = () => 1,
): number {
  const total = [...one, ...other].reduce((sum, { stem }) => sum + weightOf(stem), 0);
  if (total === 0) return 0;
  const stems = new Set(other.map(({ stem }) => stem));
  const same = one.filter(({ stem }) => stems.has(stem));
  const shared = same.reduce((sum, { stem }) => sum + 2 * weightOf(stem), 0);
  const [verb, otherVerb] = [verbOf(one), verbOf(other)];
  const isNear = verb && otherVerb && verb.stem !== otherVerb.stem && areNear(verb, otherVerb);
  return (shared + (isNear ? 0.6 * (weightOf(verb.stem) + weightOf(otherVerb.stem)) : 0)) / total;
}

// Kinds whose verbs can stand for each other. Others hold opposites: approve and reject are both deciding.
const NEAR_KINDS = new Set(['check', 'give', 'create', 'change', 'record']);

/** The same verb, or one that can stand for it. */
export const areNear = (one: LabelWord, other: LabelWord): boolean =>
  one.stem === other.stem || (one.kind !== undefined && one.kind === other.kind && NEAR_KINDS.has(one.kind));

/** What is done: the first word that can be a verb ("archive" in "archive email"). */
export const verbOf = (words: readonly LabelWord[]): LabelWord | undefined =>
  words.find(({ kind }) => kind !== undefined);

/** Rare words say more: weight by how few of the texts have the word (1 for a word of every text). */
export function weighWords(texts: readonly string[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { stem } of readLabel(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return (stem) => 1 + Math.log(texts.length / Math.max(1, counts.get(stem) ?? 1)) / 2;
}

/** How alike two free texts are, 0 to 1. */
export const textLikeness01 = (one: string, other: string): number => likeness01(readLabel(one), readLabel(other));

/** The same for many comparisons of few texts: each is read once. Open one for a run and let it go. */
export function openTextLikeness(): typeof textLikeness01 {
  const known = new Map<string, LabelWord[]>();
  const read = (text: string): LabelWord[] => {
    const words = known.get(text) ?? readLabel(text);
    known.set(text, words);
    return words;
  };
  return (one, other) => likeness01(read(one), read(other));
}

const ENDINGS = ['ations', 'ation', 'ments', 'ment', 'ings', 'ing', 'ions', 'ion', 'als', 'al', 'ed', 'es', 's'];

/** Crude on purpose: "approval", "approves" and "approve" become one; short words keep their letters. */
export function stemWord(word: string): string {
  const single = word.replace(/(?<=\p{L}{3})ie[sd]$/u, 'y');
  const ending = ENDINGS.find((end) => single.endsWith(end) && single.length - end.length >= 4);
  const bare = ending && !/(ss|us|is)$/.test(single) ? single.slice(0, -ending.length) : single;
  const undoubled = bare !== single && /([bdglmnprt])\1$/.test(bare) ? bare.slice(0, -1) : bare;
  return undoubled.length > 4 ? undoubled.replace(/[ey]$/, '') : undoubled;
}
