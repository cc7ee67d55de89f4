// In: a process as the core answers it. Out: the same, arranged for drawing: links with weights, ranks and colours.
import type { Activity, ProcessGraph, Transition } from '../../src/domain/graph.ts';
import type { ActivityId, TransitionId } from '../../src/domain/ids.ts';
import { type Bottleneck, type Handoff, isCounted } from '../../src/domain/insights.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { findConditions } from './find-conditions.ts';
import { assignRoleColors } from './role-colors.ts';

export const START = 'start';
export const END = 'end';

/** A line of the map: a transition, or the way from the start marker or to the end marker. */
export interface MapLink {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Passes in logs, or recordings that tell it. */
  readonly count: number;
  /** Share of the cases (or recordings) that pass here; makes logged and told links comparable. May exceed 1. */
  readonly weight: number;
  readonly transition: Transition | undefined;
}

export interface RankedBottleneck {
  /** 1 is the worst. */
  readonly rank: number;
  readonly finding: Bottleneck;
}

export interface MapModel {
  readonly graph: ProcessGraph;
  readonly activities: ReadonlyMap<string, Activity>;
  readonly transitions: ReadonlyMap<string, Transition>;
  readonly links: readonly MapLink[];
  readonly bottlenecks: ReadonlyMap<TransitionId, RankedBottleneck>;
  /** Those on no transition, by the activity they are told after; the worst one where there are several. */
  readonly bottlenecksAfter: ReadonlyMap<ActivityId, RankedBottleneck>;
  /** All that the headline counts: some stand nowhere on the map. */
  readonly bottleneckCount: number;
  /** Counted handoffs between people or roles, by the transition they happen on. */
  readonly handoffs: ReadonlyMap<TransitionId, readonly Handoff[]>;
  /** Those on no way of the map, by the activity they are told after. */
  readonly handoffsAfter: ReadonlyMap<ActivityId, readonly Handoff[]>;
  /** What people say must hold for a way to be gone. */
  readonly conditions: ReadonlyMap<TransitionId, string>;
  /** CSS colours by role, most frequent role first. */
  readonly roleColors: ReadonlyMap<string, string>;
}

/** Arranges a process for the map; the ranks follow the order in which the core gives the bottlenecks. */
export function buildMapModel({ graph, insights }: Pick<ProcessView, 'graph' | 'insights'>): MapModel {
  const ranked = insights.bottlenecks.filter(isCounted).map((finding, index) => ({ rank: index + 1, finding }));
  const passed = insights.handoffs.filter((handoff) => isCounted(handoff) && handoff.kind === 'actor');
  return {
    graph,
    activities: new Map(graph.activities.map((activity) => [activity.id, activity])),
    transitions: new Map(graph.transitions.map((transition) => [transition.id, transition])),
    links: [...graph.transitions.map((transition) => linkOf(transition, graph)), ...findMarkerLinks(graph)],
    bottlenecks: firstBy(ranked, ({ finding }) => finding.transitionId),
    bottlenecksAfter: firstBy(ranked, ({ finding }) => (finding.transitionId ? null : finding.activityIds[0])),
    bottleneckCount: ranked.length,
    handoffsAfter: Map.groupBy(
      passed.filter(({ transitionId, activityIds }) => transitionId === null && activityIds.length > 0),
      // The filter keeps only those that stand at an activity.
      ({ activityIds }) => activityIds[0] as ActivityId,
    ),
    conditions: findConditions(graph, insights.decisions),
    handoffs: Map.groupBy(
      passed.filter(({ transitionId }) => transitionId),
      // The filter keeps only those with a transition.
      (handoff) => handoff.transitionId as TransitionId,
    ),
    roleColors: assignRoleColors(graph.activities),
  };
}

/** True when only recordings speak for it: no log row does. */
export const isToldOnly = (element: Activity | Transition): boolean => element.sources.log === 0;

/** "Enter order → release order", or undefined where there is no such transition. */
export function nameTransition(model: MapModel, id: TransitionId | null): string | undefined {
  const transition = id === null ? undefined : model.transitions.get(id);
  const [source, target] = [transition?.source, transition?.target].map(
    (end) => end && model.activities.get(end)?.label,
  );
  return source && target ? `${source} → ${target}` : undefined;
}

export const mainRole = (activity: Activity | undefined): string | undefined => activity?.roles[0]?.name;

function linkOf(transition: Transition, graph: ProcessGraph): MapLink {
  const { id, source, target, count } = transition;
  return { id, source, target, count, weight: weigh(count, isToldOnly(transition), graph), transition };
}

function findMarkerLinks(graph: ProcessGraph): MapLink[] {
  const activities = new Map<ActivityId, Activity>(graph.activities.map((activity) => [activity.id, activity]));
  const weightOf = (id: ActivityId, count: number): number => {
    const activity = activities.get(id);
    return weigh(count, activity !== undefined && isToldOnly(activity), graph);
  };
  return [
    ...graph.start.map(({ activity, count }) => {
      return {
        ...blank(`${START}>${activity}`, count),
        source: START,
        target: activity,
        weight: weightOf(activity, count),
      };
    }),
    ...graph.end.map(({ activity, count }) => {
      return {
        ...blank(`${activity}>${END}`, count),
        source: activity,
        target: END,
        weight: weightOf(activity, count),
      };
    }),
  ];
}

const blank = (id: string, count: number) => ({ id, count, transition: undefined });

function weigh(count: number, isTold: boolean, graph: ProcessGraph): number {
  return count / Math.max(1, isTold ? graph.recordings : graph.cases);
}

/** The first of each place; those that stand at none are left out. */
function firstBy<Id>(
  ranked: readonly RankedBottleneck[],
  placeOf: (one: RankedBottleneck) => Id | null | undefined,
): Map<Id, RankedBottleneck> {
  const first = new Map<Id, RankedBottleneck>();
  for (const one of ranked) {
    const place = placeOf(one);
    if (place !== null && place !== undefined && !first.has(place)) first.set(place, one);
  }
  return first;
}
