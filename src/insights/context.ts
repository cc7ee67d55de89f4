// What every kind of finding looks things up in: built once per process.
import type { Extraction, NarratedRecording, Step } from '../domain/extraction.ts';
import type { Activity, ProcessGraph, Transition } from '../domain/graph.ts';
import type { ActivityId, ElementId, LogId } from '../domain/ids.ts';
import type { MinedTransition } from '../domain/mined-log.ts';
import type { MinedSource } from '../graph/graph-input.ts';
import { openTextLikeness } from '../steps/likeness/label-words.ts';
import { openRoleBook, type RoleBook } from '../graph/role-book.ts';
import { findSideBySide } from '../graph/side-by-side.ts';
import type { InsightsInput } from './insights-input.ts';

/** One transition of one log, with the activities and the transition of the graph it became. */
export interface LoggedTransition {
  readonly logId: LogId;
  readonly mined: MinedTransition;
  readonly transition: Transition;
  readonly source: Activity;
  readonly target: Activity;
  /** Neither waits for the other; one following the other is chance. */
  readonly isSideBySide: boolean;
}

export interface Context {
  readonly graph: ProcessGraph;
  readonly recordings: readonly NarratedRecording[];
  readonly logs: readonly MinedSource[];
  readonly roles: RoleBook;
  readonly logged: readonly LoggedTransition[];
  findActivity(id: ActivityId): Activity | undefined;
  activityOfStep(id: ElementId | null | undefined): Activity | undefined;
  /** The activities of a log between which a step is told: its own if a log has it, otherwise the nearest told. */
  loggedAround(step: Step | undefined, extraction: Extraction): { before?: Activity; after?: Activity };
  findTransition(source: ActivityId, target: ActivityId): Transition | undefined;
  /** How alike two free texts are, 0 to 1; each text is read once. */
  textLikeness01(one: string, other: string): number;
  /** Each once, in process order. */
  inOrder(activities: readonly (Activity | undefined)[]): ActivityId[];
}

export function openContext({ graph, recordings, logs }: InsightsInput): Context {
  const byId = new Map(graph.activities.map((activity) => [activity.id, activity]));
  const byLabel = new Map(graph.activities.map((activity) => [activity.label, activity]));
  const byStep = new Map(graph.activities.flatMap((activity) => activity.stepIds.map((id) => [id, activity] as const)));
  const placeOf = new Map(graph.activities.map(({ id }, at) => [id, at]));
  const pairKey = (source: ActivityId, target: ActivityId): string => `${source} ${target}`;
  const byPair = new Map(graph.transitions.map((item) => [pairKey(item.source, item.target), item]));
  const logged = logs.flatMap(({ log, mined }) => {
    const isSideBySide = findSideBySide(mined);
    return mined.transitions.flatMap((item): LoggedTransition[] => {
      const source = byLabel.get(mined.activities[item.source]!.label);
      const target = byLabel.get(mined.activities[item.target]!.label);
      const transition = source && target && byPair.get(pairKey(source.id, target.id));
      if (!source || !target || !transition) return [];
      return [{ logId: log.id, mined: item, transition, source, target, isSideBySide: isSideBySide(item) }];
    });
  });
  return {
    graph,
    recordings,
    logs,
    roles: openRoleBook(recordings, logs),
    logged,
    findActivity: (id) => byId.get(id),
    activityOfStep: (id) => (id ? byStep.get(id) : undefined),
    loggedAround: (step, { steps }) => {
      if (!step) return {};
      const loggedAs = (one: Step): Activity | undefined => {
        const activity = byStep.get(one.id);
        return activity && activity.sources.log > 0 ? activity : undefined;
      };
      const before = steps
        .filter(({ order }) => order <= step.order)
        .toReversed()
        .toSorted((a, b) => b.order - a.order);
      const after = steps.filter(({ order }) => order > step.order).toSorted((a, b) => a.order - b.order);
      return { before: loggedAs(step) ?? firstOf(before, loggedAs), after: firstOf(after, loggedAs) };
    },
    textLikeness01: openTextLikeness(),
    findTransition: (source, target) => byPair.get(pairKey(source, target)),
    inOrder: (activities) => {
      const ids = new Set(activities.flatMap((activity) => (activity ? [activity.id] : [])));
      return [...ids].sort((a, b) => placeOf.get(a)! - placeOf.get(b)!);
    },
  };
}

function firstOf<T, R>(items: readonly T[], pick: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = pick(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
