// A small process for unit tests: a busy way, a rare branch, a way back, and something only told.
import type { Activity, ProcessGraph, Transition } from '../../src/domain/graph.ts';
import type { Insights } from '../../src/domain/insights.ts';
import { activityId, PROCESS_ID, speech, transitionId } from './fixture-ids.ts';

const grounds = { evidence: [speech(1)], provenance: 'observed' as const, confidence01: 0.9, unsure: false };

const activity = (label: string, count: number, change: Partial<Activity> = {}): Activity => ({
  ...grounds,
  id: activityId(label),
  label,
  count,
  cases: count,
  sources: { log: count, recordings: 0 },
  roles: [{ name: 'clerk', count }],
  systems: [],
  artifacts: [],
  resources: 1,
  processing: null,
  reworkCases: 0,
  stepIds: [],
  ...change,
});

const transition = (source: string, target: string, count: number, change: Partial<Transition> = {}): Transition => ({
  ...grounds,
  id: transitionId(source, target),
  source: activityId(source),
  target: activityId(target),
  count,
  sources: { log: count, recordings: 0 },
  wait: null,
  handoffs: 0,
  ...change,
});

/** Of 100 cases, 90 go a, b, d; 10 go a, c, d; 5 go back from d to b; `e` is unsure and only told. */
export const SMALL_GRAPH: ProcessGraph = {
  processId: PROCESS_ID,
  process: 'small',
  cases: 100,
  events: 305,
  recordings: 4,
  cycle: null,
  activities: [
    activity('a', 100),
    activity('b', 95),
    activity('c', 10),
    activity('d', 105),
    activity('e', 1, { sources: { log: 0, recordings: 1 }, unsure: true }),
  ],
  transitions: [
    transition('a', 'b', 90),
    transition('b', 'd', 95),
    transition('a', 'c', 10),
    transition('c', 'd', 10),
    transition('d', 'b', 5),
    transition('c', 'e', 1, { sources: { log: 0, recordings: 1 } }),
  ],
  start: [{ activity: activityId('a'), count: 100 }],
  end: [{ activity: activityId('d'), count: 100 }],
  variants: { count: 0, top: [] },
  resourceHandoffs: [],
  selfHandovers: 0,
  doubts: [],
};

export const NO_INSIGHTS: Insights = {
  handoffs: [],
  bottlenecks: [],
  exceptions: [],
  judgements: [],
  rework: [],
  transfers: [],
  openEnds: [],
  decisions: [],
  waits: [],
  differences: [],
  definitions: {},
  exclusions: [],
};
