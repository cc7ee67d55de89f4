// How cases deviate from an approved graph, in words with their numbers.
import type { Deviation } from '../../domain/conformance.ts';
import { quote, sayCount, sayShare } from '../say.ts';

export const CONFORMANCE_DEFINITIONS: Readonly<Record<string, string>> = {
  unknown: 'An activity of the case is not in the approved graph.',
  order: 'Of two approved activities one directly follows the other, and the approved graph has no such transition.',
  start: 'The first activity of the case begins no approved case.',
  end: 'The last activity of the case ends no approved case.',
  skipped: 'An activity that every approved case has is missing.',
  conforming: 'A case conforms when it has none of these deviations.',
  cost: 'The fewest activities to add to the case or to take from it until it is a way from start to end of the approved graph (alignment cost: Adriansyah 2014; van der Aalst, Adriansyah, van Dongen 2012).',
  fitness:
    'One less the cost by the worst it could be: the number of activities of the case and of the shortest approved way together. Of all cases: one less the sum of costs by the sum of the worst.',
};

/** "“Ship order” directly follows “enter order”, which is not approved: in 12 of 400 cases (3 %), 14 times." */
export function sayDeviation(
  { kind, activity, after, cases, times }: Omit<Deviation, 'sentence'>,
  all: number,
): string {
  const name = quote(activity);
  const what = {
    unknown: `${name} is done, which is not in the approved graph`,
    order: `${name} directly follows ${quote(after ?? '')}, which is not approved`,
    start: `Begins with ${name}, which begins no approved case`,
    end: `Ends with ${name}, which ends no approved case`,
    skipped: `${name} is skipped, which every approved case has`,
  }[kind];
  const again = times > cases ? `, ${times} times` : '';
  return `${what}: in ${cases} of ${sayCount(all, 'case')} (${sayShare(cases / all)})${again}.`;
}
