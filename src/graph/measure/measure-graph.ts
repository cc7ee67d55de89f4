// In: a graph and the logs it was mined from. Out: the graph with cases by transition and medians with their intervals.
import type { MeasuredGraph, MedianTime } from '../../domain/comparison.ts';
import type { ProcessGraph } from '../../domain/graph.ts';
import type { Instances, LogColumns } from '../../domain/log.ts';
import { type InstanceColumns, toInstances } from '../mine-instances.ts';
import { medianTime } from './median-time.ts';
import { createSamples, type Samples } from './samples.ts';

/**
 * Measures what comparing needs beside the graph itself. `logs` are the columns the graph was mined from, relabelled
 * and filtered as for mining; without one, its cases are recordings and it has no times. What only recordings tell of a
 * graph with logs has 0 cases.
 */
export function measureGraph(
  graph: ProcessGraph,
  logs: readonly LogColumns[],
  { instances }: { instances: Instances },
): MeasuredGraph {
  if (logs.length === 0) return measureTold(graph);
  const places = new Map(graph.activities.map(({ label }, at) => [label, at]));
  const measures = createMeasures(graph, places);
  for (const columns of logs) measures.add(columns, toInstances(columns, instances));
  return {
    graph,
    unit: 'cases',
    cases: graph.cases,
    cycle: medianTime(measures.cycles()),
    activities: graph.activities.map(({ id, cases, sources }, at) => ({
      id,
      cases: sources.log > 0 ? cases : 0,
      processing: measures.processing.median(at),
    })),
    transitions: graph.transitions.map(({ id }, at) => ({
      id,
      cases: measures.casesOf(at),
      wait: measures.waits.median(at),
    })),
  };
}

const measureTold = (graph: ProcessGraph): MeasuredGraph => ({
  graph,
  unit: 'recordings',
  cases: graph.recordings,
  cycle: null,
  activities: graph.activities.map(({ id, cases }) => ({ id, cases, processing: null })),
  transitions: graph.transitions.map(({ id, sources }) => ({ id, cases: sources.recordings, wait: null })),
});

interface Measures {
  add(columns: LogColumns, instances: InstanceColumns): void;
  casesOf(transition: number): number;
  cycles(): Float64Array;
  readonly waits: { median(transition: number): MedianTime | null };
  readonly processing: { median(activity: number): MedianTime | null };
}

function createMeasures(graph: ProcessGraph, places: ReadonlyMap<string, number>): Measures {
  const width = graph.activities.length;
  const placeOfId = new Map(graph.activities.map(({ id }, at) => [id, at]));
  const transitionOf = new Map(
    graph.transitions.map(({ source, target }, at) => [placeOfId.get(source)! * width + placeOfId.get(target)!, at]),
  );
  const cases = new Int32Array(graph.transitions.length);
  const lastCase = new Int32Array(graph.transitions.length);
  const waits = createSamples(graph.transitions.length);
  const processing = createSamples(width);
  const cycles = createSamples(1);
  return {
    add: (columns, instances) => {
      const placeOf = columns.activities.map((label) => places.get(label) ?? -1);
      lastCase.fill(-1);
      walkPairs(instances, (at) => {
        const pair = placeOf[instances.activityOf[at - 1]!]! * width + placeOf[instances.activityOf[at]!]!;
        const transition = transitionOf.get(pair);
        if (transition === undefined) return;
        waits.add(transition, Math.max(0, instances.startMs[at]! - instances.endMs[at - 1]!));
        if (lastCase[transition] !== instances.caseOf[at]) cases[transition]! += 1;
        lastCase[transition] = instances.caseOf[at]!;
      });
      addProcessing(instances, placeOf, processing);
      addCycles(instances, cycles);
    },
    casesOf: (transition) => cases[transition]!,
    cycles: () => cycles.take(0),
    waits: { median: (transition) => medianTime(waits.take(transition)) },
    processing: { median: (activity) => medianTime(processing.take(activity)) },
  };
}

/** Visits each instance that directly follows another of its case. */
function walkPairs({ length, caseOf }: InstanceColumns, visit: (at: number) => void): void {
  for (let at = 1; at < length; at += 1) if (caseOf[at] === caseOf[at - 1]) visit(at);
}

function addProcessing(
  { length, activityOf, processingMs }: InstanceColumns,
  placeOf: readonly number[],
  into: Samples,
): void {
  if (processingMs === null) return;
  for (let at = 0; at < length; at += 1) {
    const spent = processingMs[at]!;
    const place = placeOf[activityOf[at]!]!;
    if (place >= 0 && !Number.isNaN(spent)) into.add(place, spent);
  }
}

function addCycles({ length, caseOf, startMs, endMs }: InstanceColumns, into: Samples): void {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < length; at += 1) {
    first = Math.min(first, startMs[at]!);
    last = Math.max(last, endMs[at]!);
    if (at + 1 < length && caseOf[at + 1] === caseOf[at]) continue;
    into.add(0, last - first);
    [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  }
}
