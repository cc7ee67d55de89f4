// In: the instances of one log. Out: how often each activity is done again, at once or later, by the same person or not.
import { countGroups, placesOf } from '../lib/count-pairs.ts';
import type { InstanceColumns } from './mine-instances.ts';

/**
 * As edeaR counts rework (Janssenswillen, bupaR): a self-loop is a run of one activity, however long (three in a row are
 * one self-loop of size 2); a repetition is a run that begins after another run of the activity in the same case, with
 * other activities between. What is done again by the same person is a repeat, by somebody else a redo; where one of
 * the two is not known it is neither.
 */
export interface ActivityLoops {
  /** Runs of two or more. */
  selfLoops: number;
  /** Instances that directly follow one of the same activity. */
  selfLoopSize: number;
  selfLoopRepeats: number;
  selfLoopRedos: number;
  /** Runs that come back. */
  repetitions: number;
  repetitionRepeats: number;
  repetitionRedos: number;
}

/** One entry for each activity. */
export function mineLoops(
  { length, caseOf, activityOf, resourceOf }: InstanceColumns,
  activities: number,
): ActivityLoops[] {
  const loops = Array.from({ length: activities }, startLoops);
  // The last place of each activity, good only for the case it was met in.
  const lastPlace = new Int32Array(activities).fill(-1);
  for (let at = 0; at < length; at += 1) {
    const activity = activityOf[at]!;
    const last = lastPlace[activity]!;
    lastPlace[activity] = at;
    if (last < 0 || caseOf[last] !== caseOf[at]) continue;
    const found = loops[activity]!;
    const isAtOnce = last === at - 1;
    const isKnown = resourceOf[last]! >= 0 && resourceOf[at]! >= 0;
    const isSame = isKnown && resourceOf[last] === resourceOf[at];
    if (isAtOnce) {
      found.selfLoopSize += 1;
      if (at < 2 || caseOf[at - 2] !== caseOf[at] || activityOf[at - 2] !== activity) found.selfLoops += 1;
      if (isKnown) found[isSame ? 'selfLoopRepeats' : 'selfLoopRedos'] += 1;
    } else {
      found.repetitions += 1;
      if (isKnown) found[isSame ? 'repetitionRepeats' : 'repetitionRedos'] += 1;
    }
  }
  return loops;
}

const startLoops = (): ActivityLoops => ({
  selfLoops: 0,
  selfLoopSize: 0,
  selfLoopRepeats: 0,
  selfLoopRedos: 0,
  repetitions: 0,
  repetitionRepeats: 0,
  repetitionRedos: 0,
});

export interface DoneAgain {
  /** Instances of the activity whose case has had it before: `selfLoopSize` and `repetitions` together. */
  readonly count: number;
  readonly cases: number;
  /** Cases that have the activity at all. */
  readonly ofCases: number;
  /** Of the first five such instances. */
  readonly places: readonly number[];
}

/** Where each activity is done again in a case, however often and however late. One entry for each activity. */
export function mineDoneAgain({ length, caseOf, activityOf }: InstanceColumns, activities: number): DoneAgain[] {
  const lastPlace = new Int32Array(activities).fill(-1);
  const lastAgain = new Int32Array(activities).fill(-1);
  const cases = new Int32Array(activities);
  const ofCases = new Int32Array(activities);
  const again = new Int32Array(length).fill(activities);
  for (let at = 0; at < length; at += 1) {
    const activity = activityOf[at]!;
    const last = lastPlace[activity]!;
    lastPlace[activity] = at;
    if (last < 0 || caseOf[last] !== caseOf[at]) {
      ofCases[activity]! += 1;
      continue;
    }
    again[at] = activity;
    if (lastAgain[activity] !== caseOf[at]) cases[activity]! += 1;
    lastAgain[activity] = caseOf[at]!;
  }
  const groups = countGroups(again, activities);
  return Array.from({ length: activities }, (_, activity) => ({
    count: groups.counts[activity]!,
    cases: cases[activity]!,
    ofCases: ofCases[activity]!,
    places: [...placesOf(groups, activity)],
  }));
}

export interface MinedPingPong {
  /** Work goes from one to the other and straight back. */
  readonly first: number;
  readonly second: number;
  /** Times it came straight back: a b a b a is three. */
  readonly count: number;
  readonly cases: number;
  /** Where the first five came back. */
  readonly places: readonly number[];
}

/** Pairs of different activities between which cases go there and straight back; the most frequent first. */
export function minePingPongs({ length, caseOf, activityOf }: InstanceColumns, activities: number): MinedPingPong[] {
  const found = new Map<number, MinedPingPong & { count: number; cases: number; places: number[]; lastCase: number }>();
  for (let at = 2; at < length; at += 1) {
    const [first, second] = [activityOf[at - 2]!, activityOf[at - 1]!];
    if (activityOf[at] !== first || first === second || caseOf[at - 2] !== caseOf[at]) continue;
    const [low, high] = first < second ? [first, second] : [second, first];
    const key = low * activities + high;
    const pair = found.get(key) ?? { first, second, count: 0, cases: 0, places: [], lastCase: -1 };
    if (pair.count === 0) found.set(key, pair);
    pair.count += 1;
    if (pair.places.length < 5) pair.places.push(at);
    if (pair.lastCase !== caseOf[at]) pair.cases += 1;
    pair.lastCase = caseOf[at]!;
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ first, second, count, cases, places }) => ({ first, second, count, cases, places }));
}
