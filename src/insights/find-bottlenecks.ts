// Bottlenecks: the places that take most of the time cases wait.
import type { StatedWait } from '../domain/extraction.ts';
import type { Activity, Transition } from '../domain/graph.ts';
import type { Bottleneck } from '../domain/insights.ts';
import type { MedianInterval } from '../domain/waiting.ts';
import { assignWaits, type WaitingPlace } from './assign-waits.ts';
import type { Context } from './context.ts';
import { countRecordings, makeFinding } from './finding.ts';
import { quote, sayDuration, sayShare, sayTold } from './say.ts';
import { durationMsOf, longestDuration, type WaitGroup } from './find-waits.ts';
import { findEfficiency, findWaitCauses, sayMainCause } from './wait-causes.ts';

/** Places are taken, the longest waiting first, until together they hold this share of all waiting time. */
const SHARE_TO_EXPLAIN = 0.9;
/** A place that takes less is none, however few there are. */
const LEAST_SHARE = 0.01;
/** What is only told must take this long to be called a bottleneck. */
const LEAST_TOLD_MS = 4 * 3_600_000;

/** From logs by share of the waiting time, then from what people say about places no log covers, the longest first. */
export function findBottlenecks(context: Context, waits: readonly WaitGroup[]): Bottleneck[] {
  const { places } = listWaitingPlaces(context);
  const { ofPlace, uncovered } = assignWaits(context, waits, places);
  const told = uncovered
    .filter((group) => durationMsOf(group) >= LEAST_TOLD_MS)
    .sort((a, b) => durationMsOf(b) - durationMsOf(a));
  return [
    ...places.map((place) => fromLog(context, place, ofPlace.get(place) ?? [])),
    ...told.map((group) => fromTold(context, group)),
  ];
}

export interface WaitingPlaces {
  readonly places: readonly WaitingPlace[];
  /** Transitions left out because the work that follows takes longer than the wait before it. */
  readonly outworked: number;
}

/** Side by side activities do not wait for each other: their times are in no share. */
export function listWaitingPlaces(context: Context): WaitingPlaces {
  const sideBySide = new Set(context.logged.filter((item) => item.isSideBySide).map(({ transition }) => transition.id));
  const waiting = context.graph.transitions.flatMap((transition) => {
    return transition.wait && !sideBySide.has(transition.id) ? [{ transition, wait: transition.wait }] : [];
  });
  const totalMs = waiting.reduce((sum, { wait }) => sum + wait.sumMs, 0);
  if (totalMs === 0) return { places: [], outworked: 0 };
  const ranked = waiting
    .map(({ transition, wait }) => ({ transition, wait, share01: wait.sumMs / totalMs }))
    .sort((a, b) => b.share01 - a.share01);
  let explained01 = 0;
  const large = ranked.filter(({ share01 }) => {
    const isNeeded = explained01 < SHARE_TO_EXPLAIN && share01 >= LEAST_SHARE;
    explained01 += share01;
    return isNeeded;
  });
  const places = large.filter(({ transition, wait }) => {
    const processing = context.findActivity(transition.target)?.processing;
    return !processing || wait.meanMs > processing.meanMs;
  });
  return { places, outworked: large.length - places.length };
}

function fromLog(context: Context, place: WaitingPlace, told: readonly WaitGroup[]): Bottleneck {
  const { transition, wait, share01 } = place;
  const source = context.findActivity(transition.source)!;
  const target = context.findActivity(transition.target)!;
  const items = told.flatMap((group) => group.map(({ item }) => item));
  const causes = findWaitCauses(context, { source, target });
  const medianInterval = findInterval(context, transition);
  return {
    ...makeFinding(context, {
      kind: 'bottleneck',
      place: transition.id,
      label: `Between ${quote(source.label)} and ${quote(target.label)}`,
      activities: [source, target],
      sources: { log: wait.n, recordings: new Set(items.map(({ recordingId }) => recordingId)).size },
      grounds: [{ ...transition, evidence: transition.evidence.filter(({ kind }) => kind === 'log') }, ...items],
    }),
    transitionId: transition.id,
    n: wait.n,
    share01,
    wait,
    statedDuration: told.map(longestDuration).find((duration) => duration !== null) ?? null,
    cause: findCause(items),
    causes,
    cteWithout01: findEfficiency(context, causes),
    medianInterval,
    sentence: [
      sayWait(place, { source, target, medianInterval }),
      sayMainCause(causes, target),
      sayStated(told),
      sayTelling(items),
    ].join(''),
  };
}

/** Two logs have two medians; what holds both at once is not known. */
function findInterval({ logged }: Context, { id }: Transition): MedianInterval | null {
  const [only, ...others] = logged.filter(({ transition }) => transition.id === id);
  return only && others.length === 0 ? only.mined.medianInterval : null;
}

/** What people say it takes stands beside what was observed, and is called what it is. */
function sayStated(told: readonly WaitGroup[]): string {
  const longest = told.toSorted((a, b) => durationMsOf(b) - durationMsOf(a))[0];
  if (!longest || durationMsOf(longest) === 0) return '';
  return ` People say it takes ${sayDuration(durationMsOf(longest))} (${sayTold(countRecordings(longest))}, not measured).`;
}

/** With five or more observations the spread is part of the sentence. */
function sayWait(
  { wait, share01 }: WaitingPlace,
  { source, target, medianInterval }: { source: Activity; target: Activity; medianInterval: MedianInterval | null },
): string {
  const where = `between ${quote(source.label)} and ${quote(target.label)}`;
  const share = `${sayShare(share01)} of all waiting time`;
  if (wait.n === 1) return `One case waited ${sayDuration(wait.meanMs)} ${where} (one observation, ${share}).`;
  const spread =
    wait.n >= 5
      ? `; half of them ${wait.medianMs > 0 ? `longer than ${sayDuration(wait.medianMs)}` : 'not at all'}, one in ten longer than ${sayDuration(wait.p90Ms)}${sayInterval(medianInterval)}`
      : `; from ${sayDuration(wait.minMs)} to ${sayDuration(wait.maxMs)}`;
  // Where the log has one time per event, the wait holds the work as well.
  const verb = target.processing
    ? `Cases wait ${sayDuration(wait.meanMs)} on average`
    : `It takes ${sayDuration(wait.meanMs)} on average`;
  return `${verb} ${where} (n = ${wait.n}, ${share})${spread}.`;
}

function sayInterval(interval: MedianInterval | null): string {
  if (!interval) return '';
  const { lowMs, highMs, coverage01 } = interval;
  const [low, high] = [sayDuration(lowMs), sayDuration(highMs)];
  const span = low === high ? `at ${low}` : `between ${low} and ${high}`;
  return `; the median lies ${span} with ${Math.floor(coverage01 * 100)} % confidence`;
}

function fromTold(context: Context, group: WaitGroup): Bottleneck {
  const items = group.map(({ item }) => item);
  const [{ item }] = group;
  const after = items.map((one) => context.activityOfStep(one.after)).find((activity) => activity !== undefined);
  const recordings = new Set(items.map(({ recordingId }) => recordingId)).size;
  const statedDuration = longestDuration(group);
  const statedMs = durationMsOf(group);
  const longestCaseMs = context.graph.cycle?.maxMs ?? Infinity;
  const finding = makeFinding(context, {
    kind: 'bottleneck',
    place: `told ${after?.id ?? ''} ${item.id}`,
    label: after ? `After ${quote(after.label)}` : item.label,
    activities: [after],
    sources: { log: 0, recordings },
    grounds: items,
  });
  return {
    ...finding,
    // Longer than the longest case of the log: probably about something else.
    unsure: finding.unsure || statedMs > longestCaseMs,
    transitionId: null,
    n: recordings,
    share01: null,
    wait: null,
    statedDuration,
    cause: findCause(items),
    causes: null,
    cteWithout01: null,
    medianInterval: null,
    sentence: `Cases wait up to ${sayDuration(statedMs)}${after ? ` after ${quote(after.label)}` : ''} (${sayTold(recordings)}, not measured).${sayTelling(items)}`,
  };
}

/** Only a cause somebody gives, in other words than the wait itself; what is computed stands in `causes`. */
const findCause = (items: readonly StatedWait[]): string | null =>
  items.find(({ cause, label }) => cause !== null && cause !== label)?.cause ?? null;

function sayTelling(items: readonly StatedWait[]): string {
  const [first] = items;
  if (!first) return '';
  const cause = findCause(items);
  return cause === null ? ` In their words: ${quote(first.label)}.` : ` The cause people give: ${cause}.`;
}
