// Which activity of one graph is which of another.
import type { Activity } from '../../domain/graph.ts';
import type { ActivityId } from '../../domain/ids.ts';
import { areNear, likeness01, readLabel, verbOf, weighWords } from '../../steps/likeness/label-words.ts';

/** Above it two labels of different graphs are the same doing in other words. */
const SAME_LIKENESS = 0.75;
/** How much better than the next best it must be. */
const CLEAR_MARGIN = 0.08;

/**
 * For each activity of `before` that is in `after` too, its id there; no activity is matched twice. The same id comes
 * first, then a step both are made of, then the same label, then labels that say the same in other words and clearly no
 * other pair better.
 */
export function matchActivities(
  before: readonly Activity[],
  after: readonly Activity[],
): ReadonlyMap<ActivityId, ActivityId> {
  const matches = new Map<ActivityId, ActivityId>();
  const taken = new Set<ActivityId>();
  const join = (one: Activity, other: Activity | undefined): void => {
    if (!other || matches.has(one.id) || taken.has(other.id)) return;
    matches.set(one.id, other.id);
    taken.add(other.id);
  };
  const byId = new Map(after.map((activity) => [activity.id, activity]));
  for (const one of before) join(one, byId.get(one.id));
  const byStep = new Map(after.flatMap((activity) => activity.stepIds.map((step) => [step, activity] as const)));
  for (const one of before) for (const step of one.stepIds) join(one, byStep.get(step));
  const byLabel = new Map(after.map((activity) => [spell(activity.label), activity]));
  for (const one of before) join(one, byLabel.get(spell(one.label)));
  const isFree = ({ id }: Activity): boolean => !matches.has(id) && !taken.has(id);
  for (const { one, other } of pairByWords(before.filter(isFree), after.filter(isFree))) join(one, other);
  return matches;
}

const spell = (label: string): string => label.trim().replaceAll(/\s+/g, ' ').toLowerCase();

interface Pair {
  readonly one: Activity;
  readonly other: Activity;
  readonly likeness: number;
}

/** The best pairs first. What is as like another is left alone: nobody could say why it was this one. */
function pairByWords(before: readonly Activity[], after: readonly Activity[]): Pair[] {
  const weightOf = weighWords([...before, ...after].map(({ label }) => label));
  const targets = after.map((other) => ({ other, words: readLabel(other.label) }));
  const pairs = before.flatMap((one) => {
    const words = readLabel(one.label);
    const [best, second] = targets
      .map(({ other, words: target }) => ({ one, other, likeness: compare(words, target) }))
      .sort((a, b) => b.likeness - a.likeness);
    if (!best || best.likeness < SAME_LIKENESS) return [];
    return second && best.likeness - second.likeness < CLEAR_MARGIN ? [] : [best];
  });
  return pairs.sort((a, b) => b.likeness - a.likeness);

  function compare(words: ReturnType<typeof readLabel>, target: ReturnType<typeof readLabel>): number {
    const [verb, otherVerb] = [verbOf(words), verbOf(target)];
    // "Approve order" and "reject order" share a word and mean opposites.
    if (verb && otherVerb && !areNear(verb, otherVerb)) return 0;
    return likeness01(words, target, weightOf);
  }
}
