// What a performance report lists, as sentences.
import type { ActivityRepeats, Batches, BatchKind, PingPong } from '../../domain/performance.ts';
import { quote, sayCount, sayShare } from '../say.ts';

/** "“check” is done again in 12 of 40 cases (30 %): 5 times directly after itself, 9 times after other activities; ...." */
export function sayRepeats(found: Omit<ActivityRepeats, 'sentence'>): string {
  const { activity, cases, ofCases, atOnce, later, bySame, byOther, byUnknown } = found;
  const ways = [
    atOnce > 0 && `${sayTimes(atOnce)} directly after itself`,
    later > 0 && `${sayTimes(later)} after other activities`,
  ];
  const people = [
    bySame > 0 && `${sayTimes(bySame)} by the same person`,
    byOther > 0 && `${sayTimes(byOther)} by somebody else`,
    byUnknown > 0 && bySame + byOther > 0 && `${sayTimes(byUnknown)} by nobody knows whom`,
  ];
  const who = list(people);
  return `${quote(activity)} is done again in ${cases} of the ${sayCount(ofCases, 'case')} that have it (${sayShare(cases / ofCases)}): ${list(ways)}${who && `; ${who}`}.`;
}

export const sayPingPong = ({ first, second, count, cases }: Omit<PingPong, 'sentence'>): string =>
  `Work goes from ${quote(first)} to ${quote(second)} or the other way and straight back ${sayTimes(count)}, in ${sayCount(cases, 'case')}.`;

/** "Ann does “post” in batches: 30 of 40 instances (75 %) in 6 batches of up to 9, one after the other." */
export function sayBatches(found: Omit<Batches, 'sentence'>): string {
  const { activity, resource, kind, batches, instances, largest, ofInstances } = found;
  const size = batches === 1 ? 'one batch' : `${batches} batches of ${largest === 2 ? '' : 'up to '}${largest}`;
  return `${resource} does ${quote(activity)} in batches: ${instances} of ${sayCount(ofInstances, 'instance')} (${sayShare(instances / ofInstances)}) in ${size}, ${BATCH_WORDS[kind]}.`;
}

const BATCH_WORDS: Readonly<Record<BatchKind, string>> = {
  simultaneous: 'all at the very same times',
  'at-start': 'begun together',
  'at-end': 'ended together',
  sequential: 'one after the other',
  concurrent: 'overlapping',
};

const sayTimes = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const list = (parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join(', ');
