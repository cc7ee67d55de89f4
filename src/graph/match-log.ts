// Which steps people tell are the same doing as which activity of an event log.
import type { Step } from '../domain/extraction.ts';
import { areNear, type LabelWord, likeness01, readLabel, verbOf, weighWords } from './label-words.ts';
import { roleLikeness01, SAME_ROLE } from './role-book.ts';
import { compareText } from './tallies.ts';

export interface LoggedActivity {
  readonly label: string;
  /** Empty where the log names no roles. */
  readonly roles: readonly string[];
}

export interface ToldActivity {
  readonly label: string;
  readonly steps: readonly Step[];
  /** Covered roles (see role-book) of those who do it. */
  readonly roles: readonly string[];
}

/** Above it two labels are the same doing. */
const SURE_LIKENESS = 0.62;
/** How much better than the next best it must be. */
const CLEAR_MARGIN = 0.08;
/** Above it the words alone say that a doing is told a second time ("send contract", "send contract to customer"). */
const REPEATED_LIKENESS = 0.7;

/**
 * For each told activity the logged one that is the same doing, best pairs first; a second told activity joins the
 * same logged one only by its words. Likeness is the overlap of content words (rare words say more, verbs of one kind
 * are near), helped or hindered by who does it and helped by the artifact. What is not clearly one logged activity
 * stays apart.
 */
export function matchLog<Logged extends LoggedActivity>(
  told: readonly ToldActivity[],
  logged: readonly Logged[],
): Map<ToldActivity, Logged> {
  const weightOf = weighWords([...told.map(({ label }) => label), ...logged.map(({ label }) => label)]);
  const targets = logged.map((other) => ({ other, words: readLabel(other.label) }));
  const candidates = told.flatMap((one) => {
    const labels = [...new Set([one.label, ...one.steps.map(({ label }) => label)])].map(readLabel);
    const ranked = targets
      .map(({ other, words }) => ({ one, other, ...compare({ one, labels }, { other, words }, weightOf) }))
      .sort((a, b) => b.likeness - a.likeness || compareText(a.other.label, b.other.label));
    const [best, second] = ranked;
    if (!best || best.likeness < SURE_LIKENESS) return [];
    const isClear = !second || best.likeness >= 1 || best.likeness - second.likeness >= CLEAR_MARGIN;
    return isClear ? [best] : [];
  });
  const matches = new Map<ToldActivity, Logged>();
  const taken = new Set<Logged>();
  for (const { one, other, isRepeat } of candidates.sort(
    (a, b) => b.likeness - a.likeness || compareText(a.one.label, b.one.label),
  )) {
    if (taken.has(other) && !isRepeat) continue;
    taken.add(other);
    matches.set(one, other);
  }
  return matches;
}

interface Comparison {
  readonly likeness: number;
  /** So alike in words, with the same verb and nobody else doing it, that it is told a second time. */
  readonly isRepeat: boolean;
}

type Words = readonly LabelWord[];

function compare(
  { one, labels }: { one: ToldActivity; labels: readonly Words[] },
  { other, words: target }: { other: LoggedActivity; words: Words },
  weightOf: (stem: string) => number,
): Comparison {
  const words = Math.max(...labels.map((label) => labelLikeness01(label, target, weightOf)));
  if (words === 0) return { likeness: 0, isRepeat: false };
  const role = roleBonus(one.roles, other.roles);
  const hasSameVerb = labels.some((label) => verbOf(label)?.stem === verbOf(target)?.stem);
  return {
    likeness: words + role + artifactBonus(one.steps, target),
    isRepeat: words >= REPEATED_LIKENESS && hasSameVerb && role >= 0,
  };
}

function labelLikeness01(
  one: readonly LabelWord[],
  other: readonly LabelWord[],
  weightOf: (stem: string) => number,
): number {
  const likeness = likeness01(one, other, weightOf);
  const [verb, otherVerb] = [verbOf(one), verbOf(other)];
  const isOtherDoing = verb && otherVerb && !areNear(verb, otherVerb);
  // "Request credit check" and "check credit report" share words, but another thing is done.
  return isOtherDoing ? likeness * 0.7 : likeness;
}

function roleBonus(told: readonly string[], logged: readonly string[]): number {
  if (told.length === 0 || logged.length === 0) return 0;
  return told.some((role) => logged.some((other) => role === other || roleLikeness01(role, other) >= SAME_ROLE))
    ? 0.1
    : -0.15;
}

function artifactBonus(steps: readonly Step[], target: readonly LabelWord[]): number {
  const stems = new Set(target.map(({ stem }) => stem));
  const isNamed = steps.some(({ artifact }) => artifact && readLabel(artifact).some(({ stem }) => stems.has(stem)));
  return isNamed ? 0.05 : 0;
}
