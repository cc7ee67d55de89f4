// In: the steps of many recordings and mined event logs of one process. Out: one process graph.
import type { NarratedRecording } from '../domain/extraction.ts';
import type { ProcessGraph } from '../domain/graph.ts';
import type { ActivityId } from '../domain/ids.ts';
import type { MinedLog } from '../domain/mined-log.ts';
import { type FoldedActivities, foldActivities } from './fold-activities.ts';
import { foldTransitions } from './fold-transitions.ts';
import type { GraphInput, MinedSource } from './graph-input.ts';
import { mergeDurations } from './merge-durations.ts';
import { orderActivities } from './process-order.ts';
import { openRoleBook } from './role-book.ts';
import { tellOrder } from './told-order.ts';

type Flow = Pick<
  ProcessGraph,
  'cases' | 'events' | 'cycle' | 'start' | 'end' | 'variants' | 'resourceHandoffs' | 'selfHandovers'
>;

/**
 * Folds what people told and what systems logged into one graph: counts and times come from the logs, words and clips
 * from the recordings. Without a log each recording is one case. Activities stand in process order, transitions by
 * count. Every figure is exact for one log; of several logs counts are summed as if no case were in two of them, and
 * medians are estimates, so merge their columns before mining where exactness matters.
 */
export function buildGraph(input: GraphInput): ProcessGraph {
  const { process, recordings, logs } = input;
  const roles = openRoleBook(recordings, logs);
  const folded = foldActivities(input, roles);
  const { transitions } = foldTransitions(input, folded, roles);
  return {
    processId: process.id,
    process: process.name,
    recordings: recordings.length,
    activities: orderActivities(folded, { transitions, recordings, roles }),
    transitions: [...transitions],
    doubts: [...folded.doubts],
    ...(logs.length > 0 ? flowOfLogs(logs, folded) : flowOfRecordings(recordings, folded)),
  };
}

const TOP_VARIANTS = 50;

function flowOfLogs(logs: readonly MinedSource[], { ofLabel }: FoldedActivities): Flow {
  const parts = logs.map(({ mined }) => {
    return { mined, idAt: (index: number): ActivityId => ofLabel.get(mined.activities[index]!.label)! };
  });
  const ends = (side: 'start' | 'end') =>
    countById(
      parts.flatMap(({ mined, idAt }) => mined[side].map((end) => ({ id: idAt(end.activity), count: end.count }))),
    );
  const variants = parts.flatMap(({ mined, idAt }) =>
    mined.variants.top.map(({ activities, count }) => ({ activities: activities.map(idAt), count })),
  );
  const handoffs = parts.flatMap(({ mined }) => mined.resourceHandoffs);
  const sum = (pick: (mined: MinedLog) => number): number => parts.reduce((total, { mined }) => total + pick(mined), 0);
  return {
    cases: sum(({ cases }) => cases),
    events: sum(({ events }) => events),
    cycle: mergeDurations(parts.map(({ mined }) => mined.cycle)),
    start: ends('start'),
    end: ends('end'),
    // A variant of two logs that is in the top list of only one is counted low, one outside both lists not at all.
    variants: { count: sum((mined) => mined.variants.count), top: mergeVariants(variants).slice(0, TOP_VARIANTS) },
    resourceHandoffs: mergeCounts(handoffs, ({ from, to }) => JSON.stringify([from, to])),
    selfHandovers: sum(({ selfHandovers }) => selfHandovers),
  };
}

function flowOfRecordings(recordings: readonly NarratedRecording[], { ofStep }: FoldedActivities): Flow {
  const told = recordings
    .map(({ extraction }) => tellOrder(extraction))
    .map(({ starts, ends, path }) => {
      const idsOf = (steps: typeof path): ActivityId[] => steps.flatMap(({ id }) => ofStep.get(id) ?? []);
      return { starts: idsOf(starts), ends: idsOf(ends), path: idsOf(path) };
    });
  const once = (ids: readonly ActivityId[]) => [...new Set(ids)].map((id) => ({ id, count: 1 }));
  const paths = told.filter(({ path }) => path.length > 0).map(({ path }) => ({ activities: path, count: 1 }));
  const variants = mergeVariants(paths);
  return {
    cases: recordings.length,
    events: recordings.reduce((sum, { extraction }) => sum + extraction.steps.length, 0),
    cycle: null,
    start: countById(told.flatMap(({ starts }) => once(starts))),
    end: countById(told.flatMap(({ ends }) => once(ends))),
    variants: { count: variants.length, top: variants.slice(0, TOP_VARIANTS) },
    resourceHandoffs: [],
    selfHandovers: 0,
  };
}

const countById = (counts: readonly { id: ActivityId; count: number }[]) =>
  mergeCounts(counts, ({ id }) => id).map(({ id, count }) => ({ activity: id, count }));

const mergeVariants = (variants: readonly { activities: ActivityId[]; count: number }[]) =>
  mergeCounts(variants, ({ activities }) => activities.join(' '));

/** Sums the counts of what has the same key; most frequent first, otherwise in the order given. */
function mergeCounts<T extends { readonly count: number }>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...Map.groupBy(items, keyOf).values()]
    .map((same) => ({ ...same[0]!, count: same.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count);
}
