// Two recordings decide by the same thing, but from different numbers on.
import type { Decision } from '../domain/extraction.ts';
import type { Difference } from '../domain/insights.ts';
import { textLikeness01 } from '../steps/likeness/label-words.ts';
import type { Context } from './context.ts';
import { makeDifference, nameSides, pairUp } from './difference.ts';
import { listTold } from './finding.ts';
import { readNumbers } from './read-numbers.ts';
import { quote } from './say.ts';

/** From how alike the words beside the numbers must be. */
const SAME_THING = 0.5;

/** Each side must name a number that the other does not: who only tells fewer branches does not contradict. */
export function differInThreshold(context: Context): Difference[] {
  const tests = listTold(context, 'decisions')
    .filter(({ item }) => !item.unsure)
    .map((told) => ({ ...told, ...readTest(told.item) }))
    .filter(({ numbers, thing }) => numbers.size > 0 && thing !== '');
  return pairUp(tests).flatMap(([one, other]): Difference[] => {
    const isElsewhere = one.narrated === other.narrated || textLikeness01(one.thing, other.thing) < SAME_THING;
    const [mine, theirs] = [one.numbers.difference(other.numbers), other.numbers.difference(one.numbers)];
    if (isElsewhere || mine.size === 0 || theirs.size === 0) return [];
    const [here, there] = nameSides(context, one.narrated, other.narrated);
    const steps = [one, other].flatMap(({ item }) => item.branches.flatMap(({ then }) => then));
    const difference = makeDifference(context, {
      kind: 'threshold',
      place: [one.item.id, other.item.id].toSorted().join(' '),
      label: `The limit is ${quote(conditionWith(one.item, mine))} as ${here} tells it, and ${quote(conditionWith(other.item, theirs))} as ${there} does`,
      activities: steps.map((id) => context.activityOfStep(id)),
      sides: [one.item, other.item],
    });
    return [difference];
  });
}

function readTest({ question, branches }: Decision): { numbers: ReadonlySet<string>; thing: string } {
  // Where no branch names a number the question may ("Is it over fifty?").
  const texts = branches.map(({ condition }) => condition);
  const told = texts.some((text) => readNumbers(text).numbers.length > 0) ? texts : [question];
  const numbers = new Set(told.flatMap((text) => readNumbers(text).numbers));
  const words = [question, ...texts].map((text) => readNumbers(text).rest.replaceAll(COMPARING, ' '));
  return {
    numbers,
    thing: [
      ...new Set(
        words
          .join(' ')
          .toLowerCase()
          .match(/[\p{L}]+/gu) ?? [],
      ),
    ].join(' '),
  };
}

/** Words that compare or ask; they stand beside any number. */
const COMPARING =
  /\b(is|are|it|it's|there|over|under|above|below|more|less|fewer|than|at|least|most|up|to|exceeds?|exceeded|reache[sd]|between|and|or|if|when|not|no|anything|everything|something|after|before|past|by|about|around|roughly)\b/giu;

/** The condition that names the number; the question where only that does. */
const conditionWith = ({ question, branches }: Decision, numbers: ReadonlySet<string>): string =>
  branches.map(({ condition }) => condition).find((text) => readNumbers(text).numbers.some((n) => numbers.has(n))) ??
  question;
