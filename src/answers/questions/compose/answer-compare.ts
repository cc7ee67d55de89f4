// Two sides against each other: how many, or how long.
import type { Durations } from '../../../domain/graph.ts';
import { quote, sayCount, sayDuration } from '../../../insights/say.ts';
import { type CaseRows, type CaseStep, citeCases } from '../../tools/case-rows.ts';
import { selectCases } from '../../tools/select-cases.ts';
import type { Refused, Told } from '../kind.ts';
import { refuse, saySpread } from '../kinds/tell.ts';
import type { Query, Side } from './query.ts';
import { isBy, spreadOf, timesOf, waitsFor } from './time-steps.ts';

type CompareQuery = Extract<Query, { ask: 'compare' }>;

export function answerCompare(query: CompareQuery, all: readonly CaseRows[]): Told | Refused {
  const [one, other] = query.sides;
  return query.measure === 'steps' || query.measure === 'cases'
    ? compareCounts(query, all, [one, other])
    : compareTimes(query, all, [one, other]);
}

function compareCounts(
  { measure, activity }: CompareQuery,
  all: readonly CaseRows[],
  sides: readonly [Side, Side],
): Told | Refused {
  const counted = sides.map((side) => {
    const cases = selectCases(all, side.wish);
    const isOne = (step: CaseStep): boolean =>
      (activity === undefined || step.label === activity) && isBy(side.doer)(step);
    const count =
      measure === 'cases' ? cases.length : cases.reduce((sum, { steps }) => sum + steps.filter(isOne).length, 0);
    return { side, count, evidence: citeCases(cases, isOne) };
  });
  const [a, b] = counted;
  if (a === undefined || b === undefined || a.count + b.count === 0) return refuse('Neither is in the event logs.');
  const [more, less] = a.count >= b.count ? [a, b] : [b, a];
  const unit = measure === 'cases' ? 'case' : 'time';
  const what = activity === undefined ? (measure === 'cases' ? '' : ' (all steps)') : ` (${quote(activity)})`;
  const lead = a.count === b.count ? 'Equally often' : `${more.side.name} more`;
  return {
    values: { more: a.count === b.count ? null : more.side.name, [a.side.name]: a.count, [b.side.name]: b.count },
    sentences: [
      {
        text: `${lead}: ${more.side.name} ${sayCount(more.count, unit)}, ${less.side.name} ${sayCount(less.count, unit)}${what}.`,
        evidence: [...more.evidence, ...less.evidence],
      },
    ],
    definition: measure === 'cases' ? 'cases' : 'n',
    n: a.count + b.count,
    provenance: 'observed',
  };
}

function compareTimes(
  { measure, activity }: CompareQuery,
  all: readonly CaseRows[],
  sides: readonly [Side, Side],
): Told | Refused {
  const timed = sides.flatMap((side) => {
    const cases = selectCases(all, side.wish);
    const spread = spreadOf(timesFor({ measure, activity }, cases, side));
    return spread === null ? [] : [{ side, spread, evidence: citeCases(cases, (step) => step.label === activity) }];
  });
  const [a, b] = timed;
  if (a === undefined || b === undefined) {
    const missing = sides.find((side) => timed.every((each) => each.side !== side));
    return refuse(`Nothing shows how long it takes ${missing?.name ?? ''}.`);
  }
  const [quick, slow] = a.spread.meanMs <= b.spread.meanMs ? [a, b] : [b, a];
  const what =
    activity === undefined ? 'Cases' : measure === 'wait' ? `The wait before ${quote(activity)}` : quote(activity);
  const verb = activity === undefined ? 'take' : measure === 'wait' ? 'is' : 'takes';
  const by = (side: Side): string =>
    side.doer.person === undefined || activity === undefined ? side.name : `by ${side.name}`;
  const difference = slow.spread.meanMs - quick.spread.meanMs;
  const lead =
    difference === 0
      ? `${what} ${verb} equally long on average.`
      : `${what} ${by(quick.side)} ${verb} ${sayDuration(difference)} less on average than ${by(slow.side)}.`;
  return {
    values: {
      faster: difference === 0 ? null : quick.side.name,
      slower: difference === 0 ? null : slow.side.name,
      ...valuesOf(a, 'first'),
      ...valuesOf(b, 'second'),
    },
    sentences: [
      { text: lead, evidence: [...quick.evidence, ...slow.evidence] },
      ...[a, b].map(({ side, spread, evidence }) => ({
        text: `${capital(by(side))}: ${saySpread(spread)}.`,
        evidence,
      })),
    ],
    definition: activity === undefined ? 'cases' : 'n',
    n: a.spread.n + b.spread.n,
    provenance: 'observed',
  };
}

function timesFor(
  { measure, activity }: Pick<CompareQuery, 'measure' | 'activity'>,
  cases: readonly CaseRows[],
  { doer }: Side,
): number[] {
  if (activity === undefined) return cases.map(({ startMs, endMs }) => endMs - startMs);
  return measure === 'wait' ? waitsFor(cases, ({ label }) => label === activity) : timesOf(cases, activity, doer);
}

const valuesOf = (
  { side, spread }: { side: Side; spread: Durations },
  at: string,
): Record<string, string | number> => ({
  [at]: side.name,
  [`${at}MeanMs`]: spread.meanMs,
  [`${at}MedianMs`]: spread.medianMs,
  [`${at}N`]: spread.n,
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
