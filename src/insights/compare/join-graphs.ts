// In: two measured graphs. Out: one graph that holds both, and for each of its elements what either side measured.
import type { MeasuredGraph } from '../../domain/comparison.ts';
import type { Activity, ProcessGraph, Transition } from '../../domain/graph.ts';
import type { ActivityId } from '../../domain/ids.ts';
import { matchActivities } from './match-activities.ts';

type ActivityMeasure = MeasuredGraph['activities'][number];
type TransitionMeasure = MeasuredGraph['transitions'][number];

export interface ActivitySide {
  readonly element: Activity;
  readonly measure: ActivityMeasure;
}

export interface TransitionSide {
  readonly element: Transition;
  readonly measure: TransitionMeasure;
}

/** `element` stands in the joined graph; a side that has not got it is undefined. */
export interface Joined<Element, Side> {
  readonly element: Element;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
}

export interface JoinedGraphs {
  readonly graph: ProcessGraph;
  readonly activities: readonly Joined<Activity, ActivitySide>[];
  readonly transitions: readonly Joined<Transition, TransitionSide>[];
}

/** Ids, labels and numbers are those of `after` where it has an element, otherwise those of `before`. */
export function joinGraphs(before: MeasuredGraph, after: MeasuredGraph): JoinedGraphs {
  const matches = matchActivities(before.graph.activities, after.graph.activities);
  const idOf = (id: ActivityId): ActivityId => matches.get(id) ?? id;
  const activities = joinElements(
    pairUp(before.graph.activities, before.activities).map((side) => ({ key: idOf(side.element.id), side })),
    pairUp(after.graph.activities, after.activities).map((side) => ({ key: side.element.id, side })),
  );
  const keyOf = (source: ActivityId, target: ActivityId): string => `${source} ${target}`;
  const transitions = joinElements(
    pairUp(before.graph.transitions, before.transitions).map((side) => {
      const [source, target] = [idOf(side.element.source), idOf(side.element.target)];
      return { key: keyOf(source, target), side: { ...side, element: { ...side.element, source, target } } };
    }),
    pairUp(after.graph.transitions, after.transitions).map((side) => {
      return { key: keyOf(side.element.source, side.element.target), side };
    }),
  );
  return {
    activities,
    transitions,
    graph: {
      ...after.graph,
      activities: activities.map(({ element }) => element),
      transitions: transitions.map(({ element }) => element),
      start: joinEnds(before.graph.start, after.graph.start, idOf),
      end: joinEnds(before.graph.end, after.graph.end, idOf),
    },
  };
}

const pairUp = <Element, Measure>(elements: readonly Element[], measures: readonly Measure[]) =>
  elements.map((element, at) => ({ element, measure: measures[at]! }));

interface Keyed<Side> {
  readonly key: string;
  readonly side: Side;
}

function joinElements<Side extends { readonly element: unknown }>(
  before: readonly Keyed<Side>[],
  after: readonly Keyed<Side>[],
): Joined<Side['element'], Side>[] {
  const ofBefore = new Map(before.map(({ key, side }) => [key, side]));
  const inAfter = new Set(after.map(({ key }) => key));
  return [
    ...after.map(({ key, side }) => ({ element: side.element, before: ofBefore.get(key), after: side })),
    ...before
      .filter(({ key }) => !inAfter.has(key))
      .map(({ side }) => ({ element: side.element, before: side, after: undefined })),
  ];
}

type Ends = ProcessGraph['start'];

function joinEnds(before: Ends, after: Ends, idOf: (id: ActivityId) => ActivityId): Ends {
  const known = new Set(after.map(({ activity }) => activity));
  const gone = before.map(({ activity, count }) => ({ activity: idOf(activity), count }));
  return [...after, ...gone.filter(({ activity }) => !known.has(activity))];
}
